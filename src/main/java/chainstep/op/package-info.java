/**
 * One file for each operation, and {@link chainstep.op.Ops}, the list of them.
 *
 * <p>An operation states its name, its shape rule and its nests; it may add a closed pullback, a fast path and a way of
 * being written, which {@code OpContractTest} proves equal to the nests. Nothing here knows of programs or of source.
 */
package chainstep.op;
