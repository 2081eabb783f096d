package chainstep.ui.graph;

import java.util.List;

/**
 * A box of the graph.
 *
 * @param id the node it is named after, whose value it shows
 * @param members the values in it, in program order
 * @param owner the box it came out of when that was unfolded; itself where it is a box of its own
 * @param parted whether there is something in it to unfold
 * @param apart whether it is one of several that came out of a box, and can be folded again
 */
record Box(int id, Kind kind, List<Integer> members, int owner, boolean parted, boolean apart) {
    Box {
        members = List.copyOf(members);
    }

    /** The box to turn to unfold this one, or to fold it again. */
    int hinge() {
        return parted ? id : owner;
    }

    boolean isFoldable() {
        return parted || apart;
    }
}
