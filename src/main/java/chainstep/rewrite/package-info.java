/**
 * Edits of a program on purpose: a value set by hand, a student's mistake, a planted bug.
 *
 * <p>An {@link chainstep.rewrite.Edit} changes one node in place and keeps all ids, so that the traces of a program and of its
 * edited twin compare node by node. Nothing here runs a program or speaks to people.
 */
package chainstep.rewrite;
