package chainstep.homework.mistake;

import java.util.List;

/** The gradients of the weights sent back instead of δ times the weights. */
final class WeightGradientsBack implements LayerMistake {
    @Override
    public String code() {
        return "M34";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(
            Ground ground, int site, List<Layers.Unit> layer, List<Integer> deltas, int place, Suspects into) {
        int of = ground.loss(site);
        List<Integer> weights =
                layer.stream().map(unit -> unit.weights().get(place)).toList();
        List<Integer> gradients = weights.stream()
                .filter(weight -> ground.gradient(of, weight).isPresent())
                .map(weight -> ground.gradient(of, weight).getAsInt())
                .toList();
        if (gradients.size() == layer.size()) {
            into.here(
                    site, draft -> draft.total(gradients.stream().map(draft::at).toList()), Numbers.array(gradients));
        }
    }
}
