package chainstep.run;

import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The operations between a value and what is looked at that can bend or jump, and those that do so where an element stands. */
final class Bending {
    /** How much longer than a short step a long one is, by which an angle is told from a curve. */
    private static final double LONGER = 100;
    /** The step that inputs take, relative to them or to 1, however small the one that the element makes them take. */
    private static final double STEP = 1e-6;
    /** An angle opens with the step, a curve with its square: between them is an angle. */
    private static final double ANGLE = 1000;

    private final Replay replay;
    private final Program program;
    private final int[] all;
    private final int[] close;

    Bending(Replay replay) {
        this.replay = replay;
        this.program = replay.known().program();
        this.all = Arrays.stream(replay.dependents())
                .filter(id -> Branches.branches(program, program.node(id)))
                .toArray();
        this.close = Arrays.stream(all)
                .filter(id -> Branches.isClose(replay.known(), program.node(id)))
                .toArray();
    }

    /**
     * An operation that bends or jumps where an element stands.
     *
     * @param effect how much the slope of the value looked at changes by it, as far as the gradient tells; NaN where it does not
     */
    record Bent(int node, boolean jumps, double effect) {}

    /**
     * The operations that bend or jump of themselves at the very element.
     *
     * @param h the step they are looked at with
     * @param thorough whether also those are looked at that compare no equal numbers
     */
    List<Bent> at(int element, double x, double h, boolean thorough) {
        int[] looked = thorough ? all : close;
        return looked.length == 0
                ? List.of()
                : turning(element, x, Slopes.AT_ONCE * h, looked)
                        .boxed()
                        .flatMap(id -> bent(id, element, x, h))
                        .toList();
    }

    /** The first operation that takes another branch within a step of an element. */
    List<Integer> near(int element, double x, double step) {
        return turning(element, x, step, all).limit(1).boxed().toList();
    }

    /** The ways all operations go with an element changed. */
    long[] ways(int element, double x) {
        return ways(element, x, all);
    }

    private long[] ways(int element, double x, int[] looked) {
        Trace trace = replay.run(element, x);
        return Arrays.stream(looked)
                .mapToLong(id -> Branches.of(trace, program.node(id)))
                .toArray();
    }

    /** The nodes that go other ways a step below the element or a step above it. */
    private IntStream turning(int element, double x, double step, int[] looked) {
        long[] here = ways(element, x, looked);
        long[] below = ways(element, x - step, looked);
        long[] above = ways(element, x + step, looked);
        return IntStream.range(0, looked.length)
                .filter(k -> here[k] != below[k] || here[k] != above[k])
                .map(k -> looked[k]);
    }

    /** Whether a node bends or jumps where its inputs are led straight through, as the element leads them on either side. */
    private Stream<Bent> bent(int id, int element, double x, double h) {
        Node node = program.node(id);
        List<double[]> here = inputs(node, element, x);
        Straight right = new Straight(node, here, here, inputs(node, element, x + h));
        Straight left = new Straight(node, here, inputs(node, element, x - h), here);
        double[] jumps = greater(right.jumps(), left.jumps());
        double[] angles = greater(right.angles(), left.angles());
        return isAny(jumps) || isAny(angles)
                ? Stream.of(new Bent(id, isAny(jumps), effect(id, greater(jumps, angles)) / h))
                : Stream.empty();
    }

    private static boolean isAny(double[] sizes) {
        return Arrays.stream(sizes).anyMatch(size -> size > 0);
    }

    private static double[] greater(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(k -> Math.max(one[k], other[k]))
                .toArray();
    }

    private List<double[]> inputs(Node node, int element, double x) {
        Trace trace = replay.run(element, x);
        return node.inputs().stream().map(input -> trace.slots[input].clone()).toList();
    }

    /** What the numbers of a node that open or jump make of the value looked at, as far as the gradient by them tells. */
    private double effect(int id, double[] sizes) {
        OptionalInt gradient = program.gradient(replay.of(), id);
        if (id != replay.of() && gradient.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            double by = id == replay.of() ? 1 : replay.known().slots[gradient.getAsInt()][k];
            sum += sizes[k] == 0 ? 0 : Math.abs(by) * sizes[k];
        }
        return sum;
    }

    /** A node along a straight line of its inputs. */
    private final class Straight {
        private final Node node;
        private final List<double[]> from;
        private final List<double[]> step;
        private final double[] here;
        private final double largest;
        private final double stretch;

        Straight(Node node, List<double[]> from, List<double[]> low, List<double[]> high) {
            this.node = node;
            this.from = from;
            this.step = new ArrayList<>();
            double moved = 0;
            double large = 1;
            for (int k = 0; k < from.size(); k++) {
                double[] one = new double[from.get(k).length];
                for (int e = 0; e < one.length; e++) {
                    one[e] = high.get(k)[e] - low.get(k)[e];
                    moved = Math.max(moved, Math.abs(one[e]));
                    large = one[e] == 0 ? large : Math.max(large, Math.abs(from.get(k)[e]));
                }
                step.add(one);
            }
            this.largest = large;
            this.stretch = moved == 0 ? 1 : STEP * large / moved;
            this.here = at(0);
        }

        private double[] at(double t) {
            List<double[]> inputs = new ArrayList<>();
            for (int k = 0; k < from.size(); k++) {
                double[] one = from.get(k).clone();
                for (int e = 0; e < one.length; e++) {
                    one[e] += t * stretch * step.get(k)[e];
                }
                inputs.add(one);
            }
            return Branches.value(program, node, inputs);
        }

        private double[] departure(double t) {
            double[] above = at(t);
            double[] below = at(-t);
            return IntStream.range(0, here.length)
                    .mapToDouble(k -> Math.abs(above[k] - here[k] - (here[k] - below[k])))
                    .toArray();
        }

        private double rounding(int k) {
            return 4 * Difference.ROUNDINGS * Math.max(largest, Math.abs(here[k]));
        }

        /** How far each of its numbers opens over the step that the element makes its inputs take; 0 of those without an angle. */
        double[] angles() {
            double[] near = departure(1 / LONGER);
            double[] far = departure(1);
            return IntStream.range(0, here.length)
                    .mapToDouble(k -> near[k] > rounding(k) && far[k] < ANGLE * near[k] ? far[k] / stretch : 0)
                    .toArray();
        }

        /** How far each of its numbers jumps; 0 of those that do not. */
        double[] jumps() {
            double[] above = jumps(1);
            double[] below = jumps(-1);
            return IntStream.range(0, here.length)
                    .mapToDouble(k -> above[k] + below[k])
                    .toArray();
        }

        private double[] jumps(double way) {
            double[] near = at(way * Slopes.AT_ONCE);
            double[] far = at(way);
            double[] jump = new double[here.length];
            for (int k = 0; k < jump.length; k++) {
                double goes = Math.abs(far[k] - here[k]);
                boolean jumps = goes > rounding(k) && Math.abs(near[k] - here[k]) >= goes / 2;
                jump[k] = jumps ? goes : 0;
            }
            return jump;
        }
    }
}
