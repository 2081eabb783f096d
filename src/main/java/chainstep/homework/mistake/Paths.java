package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.List;

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
                    chosen -> into.here(
                            link.term().id(),
                            draft -> draft.reading(
                                    link.term(), link.upstream(), draft.only(draft.at(link.upstream()), array(chosen))),
                            link.upstream()));
        }
    }

    private static int[] array(List<Integer> chosen) {
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
