package chainstep.graph;

/** The numbers of an operation's operands, one element at a time, so that none need be copied. */
@FunctionalInterface
public interface Reading {
    /** Element {@code element} (its flat place) of input number {@code input}. */
    double get(int input, int element);
}
