package chainstep.homework.mistake;

import chainstep.math.Digits;
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
}
