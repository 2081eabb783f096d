package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.List;

/** The weights of a unit taken from another one, or from its column. */
final class UnitMixedUp implements Mistake {
    @Override
    public String code() {
        return "M10";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        for (List<Layers.Unit> layer : ground.layers()) {
            for (int j = 0; j < layer.size(); j++) {
                if (layer.get(j).node() == node.id()) {
                    unit(layer, j, into);
                }
            }
        }
    }

    private static void unit(List<Layers.Unit> layer, int place, Suspects into) {
        Layers.Unit unit = layer.get(place);
        for (int k = 0; k < layer.size(); k++) {
            if (k != place) {
                with(unit, layer.get(k).weights(), into);
            }
        }
        if (layer.size() == unit.values().size()) {
            with(unit, layer.stream().map(other -> other.weights().get(place)).toList(), into);
        }
    }

    private static void with(Layers.Unit unit, List<Integer> weights, Suspects into) {
        into.here(
                unit.node(),
                draft -> {
                    int sum = LayerMistake.sum(draft, unit.values(), weights);
                    for (int bias : unit.biases()) {
                        sum = draft.plus(sum, draft.at(bias));
                    }
                    return sum;
                },
                Numbers.array(weights));
    }
}
