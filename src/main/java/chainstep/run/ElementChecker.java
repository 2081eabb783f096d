package chainstep.run;

import chainstep.graph.Program;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Compares the elements of one gradient with differences, and looks for the kink where they disagree. */
final class ElementChecker {
    /** The step, relative to the element, by which the slopes on its two sides are told apart. */
    private static final double SIDE = 1e-7;
    /** How much nearer than {@link #SIDE} a value must already have changed for a jump. */
    private static final double AT_ONCE = 1e-4;
    /** How well such a slope is known, relative to the scale. */
    private static final double NEAR = 1e-3;

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
        Difference found = Difference.of(f, x, magnitude, tolerance / 10 * scale);
        double off = Math.abs(gradient - found.value());
        double size = Math.max(scale, Math.abs(found.value()));
        double error = off == 0 ? 0 : off / (size + found.noise() / tolerance);
        boolean agrees = error <= tolerance;
        Sides sides = sides(f, x, here).cleaned();
        boolean finite = Double.isFinite(gradient) && Double.isFinite(here);
        List<Integer> kinks = List.of();
        if (finite && sides.jumps) {
            kinks = jump(element, x);
        } else if (finite && (sides.bent() || !agrees)) {
            boolean over = sides.bent() || sides.isNear(gradient, size);
            kinks = kinks(element, x, over ? found.step() : 0);
        }
        Verdict verdict = verdict(finite && !Double.isNaN(found.value()), agrees, !kinks.isEmpty());
        return new ElementCheck(
                element, gradient, found.value(), error, sides.left, sides.right, verdict, kinks, sides.jumps);
    }

    private static Verdict verdict(boolean finite, boolean agrees, boolean kink) {
        if (kink) {
            return Verdict.AT_KINK;
        }
        return !finite ? Verdict.NOT_FINITE : agrees ? Verdict.AGREES : Verdict.DISAGREES;
    }

    /** The slopes right beside an element, each where its difference quotient goes as the step goes to zero; and whether it jumps. */
    private record Sides(double left, double right, double noise, boolean jumps) {
        /** Slopes that differ by no more than noise are told as one, and one that is only noise as zero. */
        Sides cleaned() {
            double one = bent() ? left : (left + right) / 2;
            double other = bent() ? right : one;
            return new Sides(Math.abs(one) <= noise ? 0 : one, Math.abs(other) <= noise ? 0 : other, noise, jumps);
        }

        boolean bent() {
            return Math.abs(right - left) > noise;
        }

        /** Whether the gradient is right on one of the smooth pieces that meet here. */
        boolean isNear(double gradient, double size) {
            return Math.min(Math.abs(left - gradient), Math.abs(right - gradient)) <= NEAR * size + noise;
        }
    }

    private Sides sides(DoubleUnaryOperator f, double x, double here) {
        double h = side(x);
        double noise = 4 * Difference.ROUNDINGS * magnitude;
        DoubleUnaryOperator change = step -> f.applyAsDouble(x + step) - here;
        boolean jumpsBelow = jumps(change, -h, noise);
        boolean jumpsAbove = jumps(change, h, noise);
        double left = slope(change, -h, jumpsBelow);
        double right = slope(change, h, jumpsAbove);
        return new Sides(left, right, noise / h, jumpsBelow || jumpsAbove);
    }

    private static double side(double x) {
        return SIDE * Math.max(1, Math.abs(x));
    }

    private static boolean jumps(DoubleUnaryOperator change, double h, double noise) {
        double far = Math.abs(change.applyAsDouble(h));
        return far > noise && Math.abs(change.applyAsDouble(AT_ONCE * h)) >= far / 2;
    }

    /** Beside a jump, the slope of what follows it. */
    private static double slope(DoubleUnaryOperator change, double h, boolean jumps) {
        double near = change.applyAsDouble(h);
        double far = change.applyAsDouble(10 * h);
        return jumps ? (far - near) / (9 * h) : limit(near / h, far / (10 * h));
    }

    /** Where slopes that change evenly with the step end, from that of a step and of ten times the step. */
    private static double limit(double one, double ten) {
        return (10 * one - ten) / 9;
    }

    /** The first node that jumps right beside an element, as the value looked at does. */
    private List<Integer> jump(int element, double x) {
        double h = side(x);
        return Arrays.stream(replay.dependents())
                .filter(id -> jumps(step -> distance(id, element, x, step), h, 0)
                        || jumps(step -> distance(id, element, x, step), -h, 0))
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

    /** The nodes that bend at the very element; if none does, the first that takes another branch within the difference's interval. */
    private List<Integer> kinks(int element, double x, double step) {
        int[] bending = Arrays.stream(replay.dependents())
                .filter(id -> Branches.branches(program, program.node(id)))
                .toArray();
        double h = side(x);
        List<Integer> here = turning(element, x, h, bending)
                .filter(id -> bends(id, element, x, h))
                .boxed()
                .toList();
        return here.isEmpty()
                ? turning(element, x, 2 * step, bending).limit(1).boxed().toList()
                : here;
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
