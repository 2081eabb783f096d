package chainstep.explain;

import chainstep.math.Rational;
import chainstep.math.Tensor;
import java.util.List;

/**
 * One way to set mathematics: a terminal's or LaTeX's.
 *
 * <p>The {@link Printer} decides what stands where and what needs parentheses; a notation only draws it.
 *
 * @param <T> what it draws with
 */
interface Notation<T> {
    T form(Form form);

    T text(String word);

    T sign(Sign sign);

    /** An exact number of a rule. */
    T number(Rational value);

    /**
     * The numbers of a value, in brackets where it is an array; a vector as a column.
     *
     * @param brief whether the numbers were written by a person, and may be printed as short as they are
     */
    T value(Tensor value, boolean brief);

    /** A vector as a row, a matrix turned. */
    T turned(Tensor value, boolean brief);

    T sequence(List<T> parts);

    T parentheses(T inner);

    /** Whether a quotient is drawn with a bar, so that its parts need no parentheses. */
    boolean drawsBars();

    T quotient(T above, T below);

    T power(T base, T exponent);

    T transposed(T base);

    /** ∂of/∂by, with a mark where it is one of several terms. */
    T derivative(T of, T by, Form mark);

    /** What stands behind the upper ∂ of a derivative of this order: ²E. */
    T order(int order, T of);

    /** What stands behind the lower ∂ where a derivative is by two values: v∂w. */
    T alsoBy(T by, T next);

    /** An element of something in parentheses. */
    T indexed(T base, int[] index);

    T function(String name, List<T> arguments);

    /** A function along a range told in words: the maximum over the columns. */
    T over(String name, String range, T of);

    /** A gradient put where a part was taken from. */
    T placed(T gradient, String at, T part);

    /** A sum of {@code of} over a range told in words; empty for all of it. */
    T summed(String range, T of);

    /** 1 where a test holds, else 0. */
    T indicator(T test);

    T cases(T then, T test, T otherwise, Wording words);

    /** NumPy's brackets behind a value. */
    T brackets(T base, String brackets);

    /** An array of ones. */
    T ones();

    /** The row of ones that copies a column along the columns of a matrix. */
    T onesRow();
}
