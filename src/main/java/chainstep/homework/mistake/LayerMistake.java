package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.List;
import java.util.OptionalInt;

/** A mistake in what comes back from a layer that is written number by number: Σ δⱼ wⱼᵢ of its i-th value. */
interface LayerMistake extends Mistake {
    /**
     * @param site the node of the whole gradient of the value
     * @param deltas the nodes of the gradients of the layer's units
     * @param place which of the layer's values it is
     */
    void suspect(Ground ground, int site, List<Layers.Unit> layer, List<Integer> deltas, int place, Suspects into);

    @Override
    default void suspect(Ground ground, Node node, Suspects into) {
        OptionalInt by = ground.by(node);
        if (by.isEmpty()) {
            return;
        }
        int of = node.role() instanceof Role.Term term ? term.of() : ((Role.Total) node.role()).of();
        if (!ground.gradient(of, by.getAsInt()).equals(OptionalInt.of(node.id()))) {
            return;
        }
        for (List<Layers.Unit> layer : ground.layers()) {
            int place = layer.get(0).values().indexOf(by.getAsInt());
            List<Integer> deltas = layer.stream()
                    .map(unit -> ground.gradient(of, unit.node()))
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .toList();
            if (place >= 0 && deltas.size() == layer.size()) {
                suspect(ground, node.id(), layer, deltas, place, into);
            }
        }
    }

    /** Σ of gradients times values. */
    static int sum(Draft draft, List<Integer> deltas, List<Integer> weights) {
        int sum = draft.times(draft.at(deltas.get(0)), draft.at(weights.get(0)));
        for (int k = 1; k < weights.size(); k++) {
            sum = draft.plus(sum, draft.times(draft.at(deltas.get(k)), draft.at(weights.get(k))));
        }
        return sum;
    }
}
