package chainstep.homework.mark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The answers that a number is worked from first. */
final class Nearest {
    private final Web web;
    private final Map<Integer, List<Item>> byNode;

    /** @param byNode the answered numbers */
    Nearest(Web web, Map<Integer, List<Item>> byNode) {
        this.web = web;
        this.byNode = byNode;
    }

    /** Whether a number of few digits has no fewer than one that it is worked from. */
    boolean isAsCoarse(Item item, Predicate<Item> stands) {
        return item.stated().isBlunt()
                && of(item, stands).stream()
                        .map(Item::stated)
                        .anyMatch(one -> one.widened().unit() > 0
                                && one.widened().significant()
                                        <= item.stated().widened().significant());
    }

    boolean isAny(Item item, Predicate<Item> stands) {
        return !of(item, stands).isEmpty();
    }

    /** @param stands which answers count; past the others the way goes on */
    private List<Item> of(Item item, Predicate<Item> stands) {
        List<Item> found = new ArrayList<>();
        BitSet way = new BitSet();
        lead(item.node(), way);
        for (int at = way.length() - 1; at >= 0; at = way.previousSetBit(at - 1)) {
            int node = web.order().get(at);
            List<Item> here =
                    byNode.getOrDefault(node, List.of()).stream().filter(stands).toList();
            found.addAll(here);
            if (here.stream().map(Item::element).distinct().count()
                    < web.exact(node).size()) {
                lead(node, way);
            }
        }
        return found;
    }

    private void lead(int node, BitSet way) {
        web.inputs(node).forEach(input -> way.set(web.position(input)));
        web.route(node).ifPresent(route -> route.nodes().forEach(one -> way.set(web.position(one))));
    }
}
