/**
 * Trains a model: engines that run many updates, the epochs, what is measured on the way, and checkpoints.
 *
 * <p>Nothing here draws, prints or steps; every engine agrees with {@code EjmlEngine} gradient by gradient, to 1e-12 of the largest
 * number of each array in float64 and to 1e-5 in float32.
 */
package chainstep.train;
