package chainstep.homework.mistake;

import java.util.List;

/** The weights of another unit: a column of the matrix mixed up with another. */
final class OtherColumn implements LayerMistake {
    @Override
    public String code() {
        return "M10";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(
            Ground ground, int site, List<Layers.Unit> layer, List<Integer> deltas, int place, Suspects into) {
        for (int other = 0; other < layer.get(0).values().size(); other++) {
            int column = other;
            List<Integer> taken =
                    layer.stream().map(unit -> unit.weights().get(column)).toList();
            if (other != place) {
                into.here(site, draft -> LayerMistake.sum(draft, deltas, taken), Numbers.array(taken));
            }
        }
    }
}
