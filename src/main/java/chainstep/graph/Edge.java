package chainstep.graph;

/**
 * How one element of a result depends on one element of an operand.
 *
 * @param output the flat place of the result's element
 * @param local ∂result/∂operand between the two; 0 where they are connected but nothing comes through
 */
public record Edge(int output, double local) {}
