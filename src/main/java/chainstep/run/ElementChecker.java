package chainstep.run;

import chainstep.run.Bending.Bent;
import chainstep.run.GradientCheck.Bend;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Compares the elements of one gradient with differences, and looks for the kink where they disagree. */
final class ElementChecker {
    /** The step, relative to the element, by which the slopes on its two sides are told apart. */
    private static final double SIDE = 1e-7;
    /** How many steps, each a tenth of the last, are tried for one that stays on a smooth piece. */
    private static final int STEPS = 6;
    /** What rounding may make of a difference, relative to the scale, before agreeing with it says nothing. */
    private static final double COARSE = 1e-2;

    private final Replay replay;
    private final Bending bending;
    private final double[] values;
    private final double[] gradients;
    private final double tolerance;
    private final double scale;
    private final double magnitude;

    ElementChecker(Trace trace, Replay replay, int node, int gradient, double tolerance) {
        this.replay = replay;
        this.bending = new Bending(replay);
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
        Compared compared = new Compared(element, x, gradient, found, step -> f.applyAsDouble(x + step) - here);
        Lying lying = finite ? lying(compared) : new Lying(Bend.NONE, List.of(), slopes(compared));
        if (lying.smooth) {
            compared = compared.with(lying.slopes);
        }
        return told(compared, lying, finite, f);
    }

    private ElementCheck told(Compared one, Lying lying, boolean finite, DoubleUnaryOperator f) {
        Slopes slopes = lying.slopes.cleaned();
        return new ElementCheck(
                one.element,
                one.gradient,
                one.found.value(),
                error(one.gradient, one.found),
                slopes.left(),
                slopes.right(),
                lying.bend == Bend.NONE ? verdict(finite, one, f) : Verdict.AT_KINK,
                lying.kinks,
                lying.bend);
    }

    /** An element, its gradient and what values alone say of it. */
    private record Compared(int element, double x, double gradient, Difference found, DoubleUnaryOperator change) {
        /** The same with the slopes, where a difference across operations that bend is farther off than they. */
        Compared with(Slopes slopes) {
            double mean = (slopes.left() + slopes.right()) / 2;
            Difference one = new Difference(mean, 2 * slopes.noise(), 2 * slopes.noise(), found.step());
            return new Compared(element, x, gradient, one, change);
        }
    }

    /**
     * How an element lies to kinks: at which, and with which slopes.
     *
     * @param smooth whether it is on some that do not show in the value, whose slope is the gradient
     */
    private record Lying(Bend bend, List<Integer> kinks, Slopes slopes, boolean smooth) {
        Lying(Bend bend, List<Integer> kinks, Slopes slopes) {
            this(bend, kinks, slopes, false);
        }
    }

    private double size(Difference found) {
        return Math.max(scale, Math.abs(found.value()));
    }

    /** How far a difference is from the gradient, relative to the scale and to its noise. */
    private double error(double gradient, Difference found) {
        double off = Math.abs(gradient - found.value());
        return off == 0 ? 0 : off / (size(found) + found.noise() / tolerance);
    }

    private Verdict verdict(boolean finite, Compared one, DoubleUnaryOperator f) {
        Difference found = one.found;
        if (finite && Double.isNaN(found.value())) {
            return Verdict.AT_EDGE;
        } else if (!finite) {
            return Verdict.NOT_FINITE;
        } else if (error(one.gradient, found) > tolerance) {
            return found.stands(f, one.x, magnitude, one.gradient) ? Verdict.DISAGREES : Verdict.TOO_STEEP;
        }
        boolean lost = isLost(one);
        return !lost ? Verdict.AGREES : found.comesTo(f, one.x, one.gradient) ? Verdict.TOO_STEEP : Verdict.LOST;
    }

    private boolean isLost(Compared one) {
        double size = size(one.found);
        double off = Math.abs(one.gradient - one.found.value());
        return scale > 0 && off > tolerance * size && one.found.noise() > COARSE * size;
    }

    private double rounding() {
        return 4 * Difference.ROUNDINGS * magnitude;
    }

    private static double side(double x) {
        return SIDE * Math.max(1, Math.abs(x));
    }

    private Slopes slopes(Compared one) {
        double h = side(one.x);
        return Slopes.of(one.change, h, h, rounding(), true);
    }

    /** On kinks or jumps, beside one, or on none that shows. */
    private Lying lying(Compared one) {
        boolean agrees = error(one.gradient, one.found) <= tolerance;
        Slopes slopes = slopes(one);
        boolean doubtful = slopes.jumps() || slopes.bent() || !agrees || isLost(one);
        List<Bent> at = bending.at(one.element, one.x, side(one.x), doubtful);
        List<Integer> jumping = at.stream().filter(Bent::jumps).map(Bent::node).toList();
        if (slopes.jumps() && !jumping.isEmpty()) {
            return new Lying(Bend.JUMP, jumping, slopes);
        } else if (at.isEmpty()) {
            return doubtful ? beside(one) : new Lying(Bend.NONE, List.of(), slopes);
        }
        Slopes sides = pieces(one);
        Bend bend = on(at, one.gradient, sides, size(one.found));
        if (bend != Bend.NONE) {
            return new Lying(bend, at.stream().map(Bent::node).toList(), sides);
        }
        boolean smooth = error(one.gradient, one.with(sides).found) <= tolerance;
        return smooth || agrees ? new Lying(bend, List.of(), sides, !agrees) : beside(one);
    }

    /** On operations that bend: what of it the value shows. */
    private Bend on(List<Bent> at, double gradient, Slopes slopes, double size) {
        boolean within = slopes.enclose(gradient, size);
        double effect = at.stream().mapToDouble(Bent::effect).sum();
        if (slopes.bent() && (effect != 0 || slopes.isKnown(size))) {
            return within ? Bend.ANGLE : Bend.OUTSIDE;
        }
        if (within) {
            return effect > slopes.noise() || effect == 0 || Double.isNaN(effect) ? Bend.NONE : Bend.FAINT;
        }
        boolean moved = !(effect <= slopes.noise());
        return !moved ? Bend.NONE : slopes.isKnown(size) ? Bend.EVEN : Bend.FAINT;
    }

    /** Near a kink or jump that the difference reaches over, if it is that. */
    private Lying beside(Compared one) {
        Slopes slopes = pieces(one);
        boolean known = !isLost(one) || slopes.isKnown(size(one.found));
        boolean over = known && (slopes.bent() || slopes.isNear(one.gradient, size(one.found)));
        double reach = Math.max(2 * one.found.step(), Slopes.FAR * side(one.x));
        List<Integer> kinks = over ? bending.near(one.element, one.x, reach) : List.of();
        Bend bend = kinks.isEmpty() ? Bend.NONE : slopes.bent() ? Bend.ANGLE : Bend.BESIDE;
        return new Lying(bend, kinks, slopes);
    }

    /**
     * The slopes of the smooth pieces that an element lies on: of two that meet there, of one where the bends are only near. Bends too
     * near on both sides for a slope between them count as there.
     */
    private Slopes pieces(Compared one) {
        double h = side(one.x);
        long[] here = bending.ways(one.element, one.x);
        long[] left = bending.ways(one.element, one.x - Slopes.AT_ONCE * h);
        long[] right = bending.ways(one.element, one.x + Slopes.AT_ONCE * h);
        double below = Math.abs(reach(one, -h, left));
        double above = reach(one, h, right);
        double clear = Math.max(below, above);
        boolean meet = !Arrays.equals(here, left) || !Arrays.equals(here, right);
        if (meet || clear == 0) {
            return Slopes.of(one.change, below == 0 ? h : below, above == 0 ? h : above, rounding(), false);
        }
        return Slopes.of(one.change, below > above ? -clear : clear, rounding());
    }

    /** The largest step to one side with which a slope is measured without leaving the piece whose ways are given; 0 if all leave it. */
    private double reach(Compared one, double h, long[] piece) {
        return DoubleStream.iterate(h, step -> step / 10)
                .limit(STEPS)
                .filter(step -> Arrays.equals(piece, bending.ways(one.element, one.x + Slopes.FAR * step)))
                .findFirst()
                .orElse(0);
    }
}
