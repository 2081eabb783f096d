package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** σ′ = a(1 − a) left out of a gradient written by hand. */
final class HandSlopeMissing implements Mistake {
    @Override
    public String code() {
        return "M01";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        HandSlopes.each(
                ground,
                node,
                (factors, a, rest) -> into.everywhere(
                        "hand",
                        node.id(),
                        draft -> {
                            List<Integer> kept = new ArrayList<>();
                            for (int k = 0; k < factors.size(); k++) {
                                if (k != a && k != rest) {
                                    kept.add(draft.at(factors.get(k)));
                                }
                            }
                            return Factors.product(draft, kept, node);
                        },
                        factors.get(a)));
    }
}
