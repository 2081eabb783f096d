package chainstep.lang;

/**
 * What a node is that computes a later iteration behind the program.
 *
 * @param node the node that computes the same in the first iteration
 * @param iteration the one it computes, from 1
 */
public record Unrolled(int node, int iteration) {}
