/**
 * The straight-line program and what an operation is.
 *
 * <p>One iteration of a network (forward, backward, update) is one {@link chainstep.graph.Program}: nodes, each
 * assigned once, each an {@link chainstep.graph.Op} on earlier nodes. An operation is a list of
 * {@link chainstep.graph.Nest nests} of loops; its derivative is a list of nests again, made here by
 * {@link chainstep.graph.Adjoint}. No operation is known by name in this package, and nothing here evaluates a program.
 */
package chainstep.graph;
