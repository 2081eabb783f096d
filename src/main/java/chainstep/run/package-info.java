/**
 * Runs a program exactly, in float64: values of every node of an iteration, and iterations again from snapshots.
 *
 * <p>Nothing here explains, draws or trains.
 */
package chainstep.run;
