package chainstep.ui.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is to be in sight at a step: what is now, with the edge that is told of and the loss, as far as there is room for all of it. */
final class Attention {
    private Attention() {}

    /** The boxes of the step. */
    static List<Integer> now(Picture shown) {
        return shown.model().cards().stream().filter(Card::isNow).map(Card::id).toList();
    }

    /** The boxes of the step, and those an edge leads to from one of them. */
    static Set<Integer> near(Picture shown) {
        Set<Integer> now = Set.copyOf(now(shown));
        Set<Integer> near = new HashSet<>(now);
        for (Wire wire : shown.model().wires()) {
            Link link = wire.link();
            if (now.contains(link.from()) || now.contains(link.to())) {
                near.addAll(List.of(link.from(), link.to()));
            }
        }
        return near;
    }

    /**
     * @param callout where the edge is told of
     * @param fits whether a part of the drawing can be seen as a whole
     */
    static Optional<Spot> of(Picture shown, Optional<Spot> callout, Predicate<Spot> fits) {
        List<Spot> spots = now(shown).stream().map(shown::spot).toList();
        if (spots.isEmpty()) {
            return Optional.empty();
        }
        Spot last = spots.get(spots.size() - 1);
        Spot all = spots.stream().reduce(last, Spot::with);
        Spot edge = Callout.told(shown)
                .map(wire -> shown.spot(wire.link().from())
                        .with(shown.spot(wire.link().to()))
                        .with(last))
                .orElse(last);
        Spot ends =
                shown.model().scheme().loss().map(shown::spot).map(edge::with).orElse(edge);
        Spot told = callout.map(edge::with).orElse(edge);
        return Stream.of(ends.with(all).with(told), ends.with(told), told.with(all), told, edge.with(all), edge)
                .filter(fits)
                .findFirst()
                .or(() -> Optional.of(last));
    }
}
