package chainstep.graph;

/** A hand-written way to an operation's result, equal to its nests up to the order of summation. */
@FunctionalInterface
public interface FastPath {
    /**
     * Computes the result.
     *
     * @param inputs the inputs, row-major
     * @param result receives the result, every element overwritten
     */
    void compute(double[][] inputs, double[] result);
}
