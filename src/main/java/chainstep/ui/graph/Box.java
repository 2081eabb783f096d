package chainstep.ui.graph;

import java.util.List;

/**
 * A box of the graph.
 *
 * @param id the node it is named after, whose value it shows
 * @param members the values in it, in program order
 * @param owner the box it came out of when that was unfolded; itself where it is a box of its own
 * @param parted whether there is something in it to unfold
 */
record Box(int id, Kind kind, List<Integer> members, int owner, boolean parted) {
    Box {
        members = List.copyOf(members);
    }
}
