package chainstep.homework.mistake;

import java.util.List;

/** The biases of a layer taken for its weights. */
final class BiasAsWeight implements LayerMistake {
    @Override
    public String code() {
        return "M12";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(
            Ground ground, int site, List<Layers.Unit> layer, List<Integer> deltas, int place, Suspects into) {
        if (layer.stream().allMatch(unit -> unit.biases().size() == 1)) {
            List<Integer> taken =
                    layer.stream().map(unit -> unit.biases().get(0)).toList();
            into.here(site, draft -> LayerMistake.sum(draft, deltas, taken), Numbers.array(taken));
        }
    }
}
