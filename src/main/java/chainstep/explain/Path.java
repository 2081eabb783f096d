package chainstep.explain;

import java.util.Optional;

/**
 * One way by which an element reaches the end, as its first edge and the rest of the way; the end itself has none.
 *
 * @param from the value it starts at
 * @param element its flat place
 * @param first the edge it takes
 * @param rest the way on from there
 * @param product of all local derivatives
 * @param edges how many edges it has
 */
record Path(int from, int element, Optional<LineEdge> first, Optional<Path> rest, double product, int edges) {
    static Path end(int node, int element) {
        return new Path(node, element, Optional.empty(), Optional.empty(), 1, 0);
    }

    Path after(int node, int place, LineEdge edge) {
        return new Path(node, place, Optional.of(edge), Optional.of(this), edge.local() * product, edges + 1);
    }
}
