package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.math.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** A gradient summed over some of its paths only. */
final class Paths {
    private Paths() {}

    /** Every proper part of the terms of a total. */
    static void some(Node node, Suspects into) {
        if (node.role() instanceof Role.Total) {
            Subsets.proper(
                    node.inputs().size(),
                    chosen -> into.here(
                            node.id(),
                            draft -> draft.total(chosen.stream()
                                    .map(k -> draft.at(node.inputs().get(k)))
                                    .toList()),
                            chosen.stream().mapToInt(k -> node.inputs().get(k)).toArray()));
        }
    }

    /** What comes in, some of its elements only: the paths through some units of a layer. */
    static void units(Link link, int size, Suspects into) {
        if (size >= 2 && size <= 12) {
            Subsets.proper(
                    size,
                    chosen -> into.some(
                            link.term().id(),
                            chosen,
                            draft -> draft.reading(
                                    link.term(), link.upstream(), draft.only(draft.at(link.upstream()), array(chosen))),
                            link.upstream()));
        }
    }

    /** What comes in, of one row only: one sample of a batch. */
    static void rows(Link link, Shape shape, Suspects into) {
        int columns = shape.rank() == 2 ? shape.dim(1) : 0;
        for (int row = 0; shape.rank() == 2 && row < Math.min(shape.dim(0), 12); row++) {
            int from = row * columns;
            into.here(
                    link.term().id(),
                    draft -> draft.reading(
                            link.term(),
                            link.upstream(),
                            draft.only(
                                    draft.at(link.upstream()),
                                    IntStream.range(from, from + columns).toArray())),
                    link.by());
        }
    }

    private static int[] array(List<Integer> chosen) {
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
