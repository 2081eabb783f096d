/**
 * The words and formulas of a derivation: every step's rule, the same rule with its numbers, the ledgers of a gradient's edges
 * and paths, and what a good textbook would remark.
 *
 * <p>Reads a program and the values of one iteration; never computes a gradient of its own. Formulas are
 * {@link chainstep.graph.Expression}s printed twice, as plain text and as LaTeX; sentences come from the bundle
 * {@code explain}. Nothing here prints to a terminal or knows a debugger.
 */
package chainstep.explain;
