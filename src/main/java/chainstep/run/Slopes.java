package chainstep.run;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The slopes right beside a number, each where its difference quotient goes as the step goes to zero; and whether the value jumps.
 *
 * @param noise how far off they may be, by rounding and because the value curves
 */
record Slopes(double left, double right, double noise, boolean jumps) {
    /** How many times the step away a value is read besides. */
    static final double FAR = 10;
    /** How much nearer than the step a value must already have changed for a jump, or bend to do so at the very number. */
    static final double AT_ONCE = 1e-8;
    /** A jump is no less than this part of what the value changes by on the other side: less is a bend a rounding away. */
    private static final double SMALLEST_JUMP = 1e-6;
    /** How well such a slope is known, relative to the scale. */
    private static final double NEAR = 1e-3;
    /** Two slopes nearer than this, relative to themselves, may be one: a function may round where its value is far from its terms. */
    private static final double SAME = 1e-7;
    /** How many steps, each a tenth of the last, a slope is looked for with. */
    private static final int STEPS = 8;

    /** One slope, and how far off it may be. */
    private record Side(double slope, double error) {}

    /**
     * @param change of the value, by the step taken
     * @param below the step to the left, positive
     * @param above the step to the right
     * @param rounding how far off one value may be
     * @param mayJump whether what seems to jump is not only steep
     */
    static Slopes of(DoubleUnaryOperator change, double below, double above, double rounding, boolean mayJump) {
        double least =
                SMALLEST_JUMP * Math.max(Math.abs(change.applyAsDouble(-below)), Math.abs(change.applyAsDouble(above)));
        boolean jumpsBelow = mayJump && jumps(change, -below, Math.max(rounding, least));
        boolean jumpsAbove = mayJump && jumps(change, above, Math.max(rounding, least));
        Side left = side(change, -below, rounding, jumpsBelow);
        Side right = side(change, above, rounding, jumpsAbove);
        return new Slopes(left.slope, right.slope, Math.max(left.error, right.error), jumpsBelow || jumpsAbove);
    }

    /** The slope of one piece alone. */
    static Slopes of(DoubleUnaryOperator change, double step, double rounding) {
        Side side = side(change, step, rounding, false);
        return new Slopes(side.slope, side.slope, side.error, false);
    }

    private static boolean jumps(DoubleUnaryOperator change, double h, double noise) {
        double far = Math.abs(change.applyAsDouble(h));
        return far > noise && Math.abs(change.applyAsDouble(AT_ONCE * h)) >= far / 2;
    }

    /** Beside a jump, the slope of what follows it; else the slope that is known best. */
    private static Side side(DoubleUnaryOperator change, double h, double rounding, boolean jumps) {
        if (jumps) {
            double after = change.applyAsDouble(FAR * h) - change.applyAsDouble(h);
            return new Side(after / ((FAR - 1) * h), rounding / Math.abs(h));
        }
        return IntStream.range(0, STEPS)
                .mapToObj(k -> limit(change, h / StrictMath.pow(FAR, k), rounding))
                .min(Comparator.comparingDouble(Side::error))
                .orElseThrow();
    }

    /** Where the slope goes with the step, and how far it goes on: a slope that decays as a root does comes to no end here. */
    private static Side limit(DoubleUnaryOperator change, double h, double rounding) {
        double least = Difference.ROUNDINGS * Math.abs(change.applyAsDouble(FAR * h));
        double slope = limit(change, h);
        double moves = 2 * Math.abs(slope - limit(change, h / FAR));
        return new Side(slope, moves + Math.max(rounding, least) / Math.abs(h));
    }

    /** Where slopes that change evenly with the step end, from that of a step and of one {@link #FAR} times as long. */
    private static double limit(DoubleUnaryOperator change, double h) {
        double one = change.applyAsDouble(h) / h;
        double far = change.applyAsDouble(FAR * h) / (FAR * h);
        return (FAR * one - far) / (FAR - 1);
    }

    /** Slopes that are one within the noise are told as one, and one that is only noise as zero. */
    Slopes cleaned() {
        double one = bent() ? left : (left + right) / 2;
        double other = bent() ? right : one;
        return new Slopes(Math.abs(one) <= noise ? 0 : one, Math.abs(other) <= noise ? 0 : other, noise, jumps);
    }

    boolean bent() {
        return Math.abs(right - left) > 2 * noise + SAME * Math.max(Math.abs(left), Math.abs(right));
    }

    /** Whether a gradient is right on one of the smooth pieces that meet here. */
    boolean isNear(double gradient, double size) {
        return Math.min(Math.abs(left - gradient), Math.abs(right - gradient)) <= NEAR * size + noise;
    }

    /** Whether a gradient lies between the two slopes. */
    boolean enclose(double gradient, double size) {
        double margin = NEAR * size + noise;
        return gradient >= Math.min(left, right) - margin && gradient <= Math.max(left, right) + margin;
    }

    /** Whether the slopes are known at all. */
    boolean isKnown(double size) {
        return noise <= NEAR * Math.max(size, Math.max(Math.abs(left), Math.abs(right)));
    }
}
