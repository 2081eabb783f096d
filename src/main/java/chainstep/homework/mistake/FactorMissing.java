package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** A factor left out of a product written by hand. */
final class FactorMissing implements Mistake {
    @Override
    public String code() {
        return "M11";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (!Factors.isTop(ground, node)) {
            return;
        }
        List<Integer> factors = Factors.of(ground, node);
        for (int k = 0; k < factors.size(); k++) {
            if (ground.isNumber(factors.get(k))) {
                continue;
            }
            int left = k;
            into.here(
                    node.id(),
                    draft -> {
                        List<Integer> rest =
                                new ArrayList<>(factors.stream().map(draft::at).toList());
                        rest.remove(left);
                        return Factors.product(draft, rest, node);
                    },
                    factors.get(k));
        }
    }
}
