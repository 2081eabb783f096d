/**
 * Numbers and arrays: shapes, immutable tensors, exact and interval arithmetic, digits as people write them.
 *
 * <p>Nothing here knows of networks, programs or files.
 */
package chainstep.math;
