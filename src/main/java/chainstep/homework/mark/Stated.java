package chainstep.homework.mark;

import chainstep.math.Digits;
import chainstep.math.Expectation;
import chainstep.math.Interval;
import chainstep.math.Rational;
import java.util.Optional;

/**
 * A number that a student stated: which values it may stand for, and what it is met by.
 *
 * @param written the number in the middle
 * @param values all that it may stand for when others are computed from it
 * @param met all computed numbers that meet it: the values, and float64's noise around them
 * @param mustEqual whether it states its value, rather than what its value rounds to
 * @param rounded what rounds to it, where it is a decimal of too few digits; else the values
 */
record Stated(Rational written, Interval values, Interval met, boolean mustEqual, Interval rounded) {
    /** A decimal of fewer digits says too little to follow from anything. */
    private static final int FEWEST = 2;

    /** A number as written; with fewer significant digits than {@code least} it must be exact, and a fraction always is. */
    static Stated of(Digits digits, int least) {
        Expectation expectation = new Expectation(digits, least);
        Rational value = digits.value();
        Interval values = expectation.mustEqual() ? Interval.of(value) : digits.interval();
        Interval rounded = !digits.exact() && digits.significant() >= FEWEST ? digits.interval() : values;
        return new Stated(value, values, around(value, expectation.allowance()), expectation.mustEqual(), rounded);
    }

    /** The same, met by all that is in an interval too. */
    Stated meeting(Interval image) {
        return new Stated(written, values, met.hull(image), mustEqual, rounded);
    }

    /** A number that was computed from a formula. */
    static Stated of(Interval value) {
        Rational middle = Rational.of(value.middle());
        Rational noise = Rational.of(4 * Math.ulp(value.middle())).add(Rational.parse("1e-15"));
        return new Stated(middle, value, around(middle, noise).hull(value), value.isPoint(), value);
    }

    /** Whether it is a decimal that has to be exact only because its digits are few. */
    boolean isBlunt() {
        return mustEqual && rounded.width() > 0;
    }

    /** The same, standing for all that rounds to it, where its digits are few. */
    Stated widened() {
        return isBlunt() ? new Stated(written, rounded, met.hull(rounded), false, rounded) : this;
    }

    private static Interval around(Rational middle, Rational half) {
        return Interval.of(middle.subtract(half)).hull(Interval.of(middle.add(half)));
    }

    /**
     * Whether the exact value is this, or rounds to it.
     *
     * @param computed the exact value in float64, with its noise
     * @param fraction the same without, where it is known
     */
    boolean isOf(double computed, Optional<Rational> fraction) {
        return Double.isFinite(computed) && met.contains(computed)
                || fraction.filter(this::isOf).isPresent();
    }

    private boolean isOf(Rational exact) {
        return mustEqual ? written.equals(exact) : Interval.of(exact).intersects(values);
    }

    /** Whether something in the interval meets this. */
    boolean meets(Interval image) {
        return met.intersects(image);
    }

    /** What others may have been computed from: the number itself where it is the exact one, else all it may stand for. */
    Interval read(double exact) {
        double nearest = written.doubleValue();
        return Math.abs(nearest - exact) <= 4 * Math.ulp(exact) ? Interval.of(written) : values;
    }

    /** What the last digit is worth; 0 where it states its value. */
    double unit() {
        return mustEqual ? 0 : values.width();
    }

    /** How many significant digits it has, where it has a unit. */
    int significant() {
        double size = Math.abs(written.doubleValue());
        return size == 0 ? 1 : Math.max(1, (int) Math.floor(StrictMath.log10(size / unit()) + 1e-9) + 1);
    }

    /** The number alone. */
    Interval point() {
        return Interval.of(written);
    }

    /** Whether others can be computed from it. */
    boolean isFinite() {
        return Double.isFinite(values.lo()) && Double.isFinite(values.hi());
    }
}
