package chainstep.graph;

import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * An operation on arrays: a name, a shape rule and a list of nests.
 *
 * <p>Everything else follows from the nests: the value in any arithmetic, the derivative ({@link Adjoint}), the terms of
 * one element, printed loops. What an operation adds beyond them (a closed pullback, a fast path, a way to be written)
 * is proven equal to them by {@code OpContractTest}. Operations are immutable; their parameters are record components.
 */
public interface Op {
    /** The operation's name in the language and the key of its words: {@code matmul}, {@code sigmoid}. */
    String name();

    /**
     * The shape of the result.
     *
     * @throws OperandException when the operation cannot take these shapes
     */
    Shape shape(List<Shape> inputs);

    /** The loops that compute it; asked only of shapes that {@link #shape} accepted. */
    Nests nests(List<Shape> inputs);

    /**
     * A closed form of the pullback for one input, where people know one by name (Wᵀ·g; p − t).
     *
     * @param input which input the derivative is taken by
     */
    default Optional<Pullback> pullback(int input, List<Shape> inputs) {
        return Optional.empty();
    }

    /** The pullback for one input: the closed form if there is one, else made from the nests. */
    default Pullback pullbackOf(int input, List<Shape> inputs) {
        return pullback(input, inputs).orElseGet(() -> Adjoint.of(this, input, inputs));
    }

    /**
     * Whether it is a product of its first operands, or a linear map of its only one, where the others are left out: linear in
     * each of them alone. Then its derivatives are made of itself, see {@link Adjoint#pullback}.
     */
    default boolean isMultilinear() {
        return false;
    }

    /** A faster way to the same numbers (a product by EJML). */
    default Optional<FastPath> fastPath(List<Shape> inputs) {
        return Optional.empty();
    }

    /** How the operation is written, given how its operands are. */
    default Expression written(List<Expression> operands, List<Shape> inputs) {
        Nests nests = nests(inputs);
        if (nests.list().isEmpty()) {
            return new Expression.Number(Rational.ZERO);
        }
        return nests.list().size() == 1
                ? Writing.of(nests.list().get(0), operands)
                : new Expression.Applied(name(), operands, shape(inputs).isScalar());
    }
}
