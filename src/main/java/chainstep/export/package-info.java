/**
 * A model given away: as a PyTorch script that goes on with its training.
 *
 * <p>A script is printed from the program's nodes, operation by operation; no network is known here by name. Nothing here trains or steps.
 */
package chainstep.export;
