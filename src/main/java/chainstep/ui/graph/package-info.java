/**
 * The program as a picture: boxes for values, arrows for what they are computed from.
 *
 * <p>What is drawn is worked out by classes that know neither Swing nor JGraphX ({@link chainstep.ui.graph.Scheme}, {@link
 * chainstep.ui.graph.GraphModel}); JGraphX says where ({@link chainstep.ui.graph.Arrangement}) and is known to no other class.
 */
package chainstep.ui.graph;
