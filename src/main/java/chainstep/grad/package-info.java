/**
 * Differentiation and optimisation as program writing: backward and update nodes are appended, nothing is run.
 */
package chainstep.grad;
