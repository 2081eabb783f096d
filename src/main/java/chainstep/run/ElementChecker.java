package chainstep.run;

import chainstep.graph.Program;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Compares the elements of one gradient with differences, and looks for the kink where they disagree. */
final class ElementChecker {
    /** The step, relative to the element, by which the slopes on its two sides are told apart. */
    private static final double SIDE = 1e-7;
    /** How many steps, each a tenth of the last, are tried for one that stays on a smooth piece. */
    private static final int STEPS = 6;
    /** What rounding may make of a difference, relative to the scale, before agreeing with it says nothing. */
    private static final double COARSE = 1e-2;

    private final Program program;
    private final Replay replay;
    private final double[] values;
    private final double[] gradients;
    private final double tolerance;
    private final double scale;
    private final double magnitude;

    ElementChecker(Trace trace, Replay replay, int node, int gradient, double tolerance) {
        this.program = trace.program();
        this.replay = replay;
        this.values = trace.slots[node];
        this.gradients = trace.slots[gradient];
        this.magnitude = replay.magnitude();
        this.tolerance = tolerance;
        this.scale = Arrays.stream(gradients)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    ElementCheck check(int element) {
        double x = values[element];
        double gradient = gradients[element];
        DoubleUnaryOperator f = value -> replay.at(element, value);
        double here = f.applyAsDouble(x);
        Difference found = Difference.of(f, x, magnitude, tolerance / 10);
        boolean finite = Double.isFinite(gradient) && Double.isFinite(here);
        if (finite && error(gradient, found) > tolerance) {
            found = found.doubted(f, x, magnitude, gradient, tolerance * scale, scale);
        }
        double off = Math.abs(gradient - found.value());
        double size = size(found);
        double error = error(gradient, found);
        boolean agrees = error <= tolerance;
        boolean lost = scale > 0 && off > tolerance * size && found.noise() > COARSE * size;
        double h = side(x);
        DoubleUnaryOperator change = step -> f.applyAsDouble(x + step) - here;
        Slopes slopes = Slopes.of(change, h, h, rounding());
        List<Integer> kinks = List.of();
        if (finite && slopes.jumps()) {
            kinks = jump(element, x);
        } else if (finite && (slopes.bent() || !agrees)) {
            slopes = beside(element, x, change);
            boolean over = slopes.bent() || slopes.isNear(gradient, size);
            kinks = kinks(element, x, over ? Math.max(2 * found.step(), Slopes.FAR * h) : 0);
        }
        slopes = slopes.cleaned();
        Verdict verdict = kinks.isEmpty() && finite && Double.isNaN(found.value())
                ? Verdict.AT_EDGE
                : verdict(finite, agrees, lost, !kinks.isEmpty());
        return new ElementCheck(
                element, gradient, found.value(), error, slopes.left(), slopes.right(), verdict, kinks, slopes.jumps());
    }

    private double size(Difference found) {
        return Math.max(scale, Math.abs(found.value()));
    }

    /** How far a difference is from the gradient, relative to the scale and to its noise. */
    private double error(double gradient, Difference found) {
        double off = Math.abs(gradient - found.value());
        return off == 0 ? 0 : off / (size(found) + found.noise() / tolerance);
    }

    private static Verdict verdict(boolean finite, boolean agrees, boolean lost, boolean kink) {
        if (kink) {
            return Verdict.AT_KINK;
        } else if (!finite) {
            return Verdict.NOT_FINITE;
        } else if (!agrees) {
            return Verdict.DISAGREES;
        }
        return lost ? Verdict.LOST : Verdict.AGREES;
    }

    private double rounding() {
        return 4 * Difference.ROUNDINGS * magnitude;
    }

    private static double side(double x) {
        return SIDE * Math.max(1, Math.abs(x));
    }

    /**
     * The slopes of the smooth pieces that an element lies on: of two that meet there, of one where the bends are only near. Bends too
     * near on both sides for a slope between them count as there.
     */
    private Slopes beside(int element, double x, DoubleUnaryOperator change) {
        int[] bending = bending();
        double h = side(x);
        long[] here = ways(element, x, bending);
        long[] left = ways(element, x - Slopes.AT_ONCE * h, bending);
        long[] right = ways(element, x + Slopes.AT_ONCE * h, bending);
        double below = Math.abs(reach(element, x, -h, left, bending));
        double above = reach(element, x, h, right, bending);
        double clear = Math.max(below, above);
        boolean meet = !Arrays.equals(here, left) || !Arrays.equals(here, right);
        if (meet || clear == 0) {
            return Slopes.of(change, below == 0 ? h : below, above == 0 ? h : above, rounding());
        }
        Slopes slopes = Slopes.of(change, clear, clear, rounding());
        return below > above ? slopes.leftOnly() : slopes.rightOnly();
    }

    /** The largest step to one side with which a slope is measured without leaving the piece whose ways are given; 0 if all leave it. */
    private double reach(int element, double x, double h, long[] piece, int[] bending) {
        return DoubleStream.iterate(h, step -> step / 10)
                .limit(STEPS)
                .filter(step -> Arrays.equals(piece, ways(element, x + Slopes.FAR * step, bending)))
                .findFirst()
                .orElse(0);
    }

    /** The first node that jumps right beside an element, as the value looked at does. */
    private List<Integer> jump(int element, double x) {
        double h = side(x);
        return Arrays.stream(replay.dependents())
                .filter(id -> Slopes.jumps(step -> distance(id, element, x, step), h, 0)
                        || Slopes.jumps(step -> distance(id, element, x, step), -h, 0))
                .limit(1)
                .boxed()
                .toList();
    }

    /** How far a node's value goes from what it is when an element takes a step. */
    private double distance(int id, int element, double x, double step) {
        double[] here = replay.run(element, x).slots[id].clone();
        double[] there = replay.run(element, x + step).slots[id];
        return IntStream.range(0, here.length)
                .mapToDouble(k -> Math.abs(there[k] - here[k]))
                .max()
                .orElse(0);
    }

    /** The nodes that bend at the very element; if none does, the first that takes another branch within a step of it. */
    private List<Integer> kinks(int element, double x, double step) {
        int[] bending = bending();
        double h = side(x);
        List<Integer> here = turning(element, x, Slopes.AT_ONCE * h, bending)
                .filter(id -> bends(id, element, x, h))
                .boxed()
                .toList();
        return here.isEmpty()
                ? turning(element, x, step, bending).limit(1).boxed().toList()
                : here;
    }

    /** The nodes between the element and the value looked at that can go several ways. */
    private int[] bending() {
        return Arrays.stream(replay.dependents())
                .filter(id -> Branches.branches(program, program.node(id)))
                .toArray();
    }

    /** The nodes that go other ways a step below the element or a step above it. */
    private IntStream turning(int element, double x, double step, int[] bending) {
        long[] here = ways(element, x, bending);
        long[] below = ways(element, x - step, bending);
        long[] above = ways(element, x + step, bending);
        return IntStream.range(0, bending.length)
                .filter(k -> here[k] != below[k] || here[k] != above[k])
                .map(k -> bending[k]);
    }

    /** Whether a node's value has an angle at an element: what it departs from a line grows with the step, and not with its square. */
    private boolean bends(int id, int element, double x, double h) {
        double near = departure(id, element, x, h);
        return near > 4 * Difference.ROUNDINGS * magnitude && departure(id, element, x, 10 * h) < 30 * near;
    }

    /** How far the mean of a node's values on both sides of an element lies from its value there, twice. */
    private double departure(int id, int element, double x, double h) {
        double[] here = replay.run(element, x).slots[id].clone();
        double[] below = replay.run(element, x - h).slots[id].clone();
        double[] above = replay.run(element, x + h).slots[id];
        return IntStream.range(0, here.length)
                .mapToDouble(k -> Math.abs(above[k] - here[k] - (here[k] - below[k])))
                .max()
                .orElse(0);
    }

    private long[] ways(int element, double x, int[] bending) {
        Trace trace = replay.run(element, x);
        return Arrays.stream(bending)
                .mapToLong(id -> Branches.of(trace, program.node(id)))
                .toArray();
    }
}
