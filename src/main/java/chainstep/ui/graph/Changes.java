package chainstep.ui.graph;

import java.util.function.Consumer;

/** What is to be painted anew from one moment to the next, of a drawing whose boxes stay where they are. */
final class Changes {
    private static final double BOX = 9;

    private Changes() {}

    static void between(Picture before, Picture next, Consumer<Spot> changed) {
        for (int k = 0; k < next.model().cards().size(); k++) {
            Card card = next.model().cards().get(k);
            if (!card.equals(before.model().cards().get(k))) {
                changed.accept(next.spot(card.id()).grown(BOX));
            }
        }
        for (int k = 0; k < next.model().wires().size(); k++) {
            Wire wire = next.model().wires().get(k);
            if (!wire.equals(before.model().wires().get(k))) {
                changed.accept(next.routes().get(wire.link()).bounds());
            }
        }
    }
}
