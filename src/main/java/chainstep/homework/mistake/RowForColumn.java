package chainstep.homework.mistake;

import java.util.List;

/** The weights of a layer taken the other way round: a row of their matrix for a column. */
final class RowForColumn implements LayerMistake {
    @Override
    public String code() {
        return "M09";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(
            Ground ground, int site, List<Layers.Unit> layer, List<Integer> deltas, int place, Suspects into) {
        if (place < layer.size() && layer.size() > 1) {
            List<Integer> row = layer.get(place).weights();
            List<Integer> taken = row.subList(0, Math.min(row.size(), layer.size()));
            into.here(site, draft -> LayerMistake.sum(draft, deltas, taken), Numbers.array(taken));
        }
    }
}
