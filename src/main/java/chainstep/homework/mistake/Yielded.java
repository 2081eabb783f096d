package chainstep.homework.mistake;

import chainstep.math.Digits;
import chainstep.math.Rational;
import chainstep.math.Tensor;

/**
 * What an alternative yields, and how far that moves when each number that the student wrote before lies anywhere in what rounds to it.
 *
 * @param reach to either side, of the value's shape; 0 where all is exact
 */
record Yielded(Tensor value, Tensor reach) {
    /** What is yielded from exact numbers. */
    static Yielded exactly(Tensor value) {
        return new Yielded(value, Tensor.full(value.shape(), 0));
    }

    /** How wide the numbers are that meet an element as it is written. */
    double width(int element, Digits written) {
        return written.unit().doubleValue() + 2 * reach.get(element);
    }

    /** The same, of a fraction up to the next one as simple: what is met by accident. */
    double room(int element, Digits written) {
        return width(element, written) + (written.isQuotient() ? apart(written.value()) : 0);
    }

    /** Fractions whose terms are at most n lie about 1/n² apart, relatively. */
    private static double apart(Rational fraction) {
        double most = Math.max(
                fraction.numerator().abs().doubleValue(), fraction.denominator().doubleValue());
        return fraction.abs().doubleValue() / Math.max(1, most * most);
    }
}
