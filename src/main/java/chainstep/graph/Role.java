package chainstep.graph;

/** What a node is for. */
public sealed interface Role {
    /** A leaf, or a value computed from values. */
    record Value() implements Role {}

    /** ∂of/∂of = 1, where a backward pass starts. */
    record Seed(int of) implements Role {}

    /**
     * One chain-rule term of ∂of/∂wrt: what comes back through operand {@code operand} of node {@code through}.
     * The whole gradient where {@code wrt} is used once.
     */
    record Term(int of, int wrt, int through, int operand) implements Role {}

    /** ∂of/∂wrt as the sum of its terms, one for each use of {@code wrt}. */
    record Total(int of, int wrt) implements Role {}

    /**
     * A node of the update of parameter {@code param}; {@code part} says which: the optimiser's name for it ({@code m},
     * {@code v}, {@code step}, {@code rate}, {@code clip}), or {@code new}. Shared nodes have param −1.
     */
    record Update(int param, String part) implements Role {}

    Role VALUE = new Value();
}
