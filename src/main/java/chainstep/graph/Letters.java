package chainstep.graph;

import chainstep.math.Rational;
import java.util.Map;
import java.util.Optional;

/**
 * What textbooks call the arrays that an operation makes on the way, and the constants it was given: μ, σ², ε.
 *
 * @param arrays by the array's number in {@link Nests}
 * @param constants by value
 */
public record Letters(Map<Integer, String> arrays, Map<Rational, String> constants) {
    /** No array and no constant has a letter. */
    public static final Letters NONE = new Letters(Map.of(), Map.of());

    public Letters {
        arrays = Map.copyOf(arrays);
        constants = Map.copyOf(constants);
    }

    public Optional<String> of(int array) {
        return Optional.ofNullable(arrays.get(array));
    }

    /** A constant as it is written: by its letter, or as the number it is. */
    public Expression constant(Formula.Constant constant) {
        String letter = constants.get(constant.value());
        return letter == null
                ? new Expression.Number(constant.value())
                : new Expression.Constant(letter, constant.value());
    }
}
