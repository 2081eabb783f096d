package chainstep.homework;

import chainstep.lang.Quantity;
import chainstep.math.Shape;
import java.util.Optional;

/**
 * One thing that is asked: a quantity of the model, and what it is worth.
 *
 * @param quantity what is asked, in the notation of {@code ask}
 * @param shape of the answer: one number, a vector, a matrix
 * @param marks for a right answer
 * @param digits how many significant digits allow rounding, where the question says so
 * @param say the question in words; may be empty
 */
public record Question(Quantity quantity, Shape shape, int marks, Optional<Integer> digits, String say) {
    /** The same asked for but one number. */
    public Question one() {
        return new Question(quantity, Shape.SCALAR, marks, digits, say);
    }

    /** What is asked, as it was written; no two questions of an assignment have the same. */
    public String text() {
        return quantity.text();
    }
}
