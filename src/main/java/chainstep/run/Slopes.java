package chainstep.run;

import java.util.function.DoubleUnaryOperator;

/**
 * The slopes right beside a number, each where its difference quotient goes as the step goes to zero; and whether the value jumps.
 *
 * @param noise how far off rounding may make them
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

    /**
     * @param change of the value, by the step taken
     * @param below the step to the left, positive
     * @param above the step to the right
     * @param rounding how far off one value may be
     */
    static Slopes of(DoubleUnaryOperator change, double below, double above, double rounding) {
        double least =
                SMALLEST_JUMP * Math.max(Math.abs(change.applyAsDouble(-below)), Math.abs(change.applyAsDouble(above)));
        boolean jumpsBelow = jumps(change, -below, Math.max(rounding, least));
        boolean jumpsAbove = jumps(change, above, Math.max(rounding, least));
        double left = slope(change, -below, jumpsBelow);
        double right = slope(change, above, jumpsAbove);
        return new Slopes(left, right, rounding / Math.min(below, above), jumpsBelow || jumpsAbove);
    }

    static boolean jumps(DoubleUnaryOperator change, double h, double noise) {
        double far = Math.abs(change.applyAsDouble(h));
        return far > noise && Math.abs(change.applyAsDouble(AT_ONCE * h)) >= far / 2;
    }

    /** Beside a jump, the slope of what follows it. */
    private static double slope(DoubleUnaryOperator change, double h, boolean jumps) {
        double near = change.applyAsDouble(h);
        double far = change.applyAsDouble(FAR * h);
        return jumps ? (far - near) / ((FAR - 1) * h) : limit(near / h, far / (FAR * h));
    }

    /** Where slopes that change evenly with the step end, from that of a step and of one {@link #FAR} times as long. */
    private static double limit(double one, double far) {
        return (FAR * one - far) / (FAR - 1);
    }

    Slopes leftOnly() {
        return new Slopes(left, left, noise, jumps);
    }

    Slopes rightOnly() {
        return new Slopes(right, right, noise, jumps);
    }

    /** Slopes that are one within the noise are told as one, and one that is only noise as zero. */
    Slopes cleaned() {
        double one = bent() ? left : (left + right) / 2;
        double other = bent() ? right : one;
        return new Slopes(Math.abs(one) <= noise ? 0 : one, Math.abs(other) <= noise ? 0 : other, noise, jumps);
    }

    boolean bent() {
        return Math.abs(right - left) > noise + SAME * Math.max(Math.abs(left), Math.abs(right));
    }

    /** Whether a gradient is right on one of the smooth pieces that meet here. */
    boolean isNear(double gradient, double size) {
        return Math.min(Math.abs(left - gradient), Math.abs(right - gradient)) <= NEAR * size + noise;
    }
}
