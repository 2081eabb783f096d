/**
 * A program printed as loops in another language: its nests over numbered arrays, fused and laid out to run many iterations in one call.
 *
 * <p>Nothing here decides when to train or with what; nothing here is exact, see the bounds of {@code train}.
 */
package chainstep.compile;
