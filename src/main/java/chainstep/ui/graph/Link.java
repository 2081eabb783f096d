package chainstep.ui.graph;

/**
 * An edge: the value of one box is read in another.
 *
 * @param from the box that is read
 * @param to the box that reads
 */
record Link(int from, int to) {}
