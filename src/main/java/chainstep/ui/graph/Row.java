package chainstep.ui.graph;

import java.util.List;

/**
 * What is drawn from left to right as one row.
 *
 * @param links between its boxes
 * @param entering from boxes of the row before, which come in at its left
 * @param leaving the boxes that the row after reads, whose edges go out at its right
 */
record Row(List<Box> boxes, List<Link> links, List<Link> entering, List<Integer> leaving) {
    /** In place of the box that reads, in the key of the way to the right end of a row. */
    static final int OUT = -1;

    /** An end of a row, in place of a box: where a value comes in or goes out. */
    record Gate(int value, boolean comesIn) {}

    Row {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
        entering = List.copyOf(entering);
        leaving = List.copyOf(leaving);
    }

    /** All that is not in a tail, in one row. */
    static Row before(Tail tail, Scheme scheme) {
        return new Row(tail.before(scheme), tail.linksBefore(scheme), List.of(), List.of());
    }
}
