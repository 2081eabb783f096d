package chainstep.homework;

import chainstep.math.Rational;

/**
 * How a teacher marks.
 *
 * @param digits how many significant digits allow rounding, where the question does not say; fewer ask for the exact value
 * @param exactOnly whether a value that is right only by the student's own rounded numbers is refused
 * @param carried the part of its marks, 0 to 1, that an answer keeps that follows from a wrong one
 */
public record Rules(int digits, boolean exactOnly, Rational carried) {
    /** Three digits, honest rounding, slips carried with full marks. */
    public static final Rules USUAL = new Rules(3, false, Rational.of(1));

    public Rules {
        if (digits < 1) {
            throw new IllegalArgumentException("at least one digit, not " + digits);
        } else if (carried.signum() < 0 || carried.compareTo(Rational.of(1)) > 0) {
            throw new IllegalArgumentException("a part of the marks lies between 0 and 1, not at " + carried);
        }
    }
}
