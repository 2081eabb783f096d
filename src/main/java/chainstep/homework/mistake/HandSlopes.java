package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** Where a(1 − a), a = f(z), stands in a product that is written by hand. */
final class HandSlopes {
    /** Takes the factors of a product, and which of them are a and 1 − a. */
    @FunctionalInterface
    interface Found {
        void at(List<Integer> factors, int a, int rest);
    }

    private HandSlopes() {}

    static void each(Ground ground, Node node, Found found) {
        if (!Factors.isTop(ground, node)) {
            return;
        }
        List<Integer> factors = Factors.of(ground, node);
        for (int a = 0; a < factors.size(); a++) {
            int rest = Factors.rest(ground, factors, a);
            if (rest >= 0 && ground.isActivation(ground.node(factors.get(a)))) {
                found.at(factors, a, rest);
            }
        }
    }

    /** The product with another number in place of a. */
    static int with(Draft draft, Node node, List<Integer> factors, int a, int rest, int other) {
        List<Integer> nodes = new ArrayList<>(factors.stream().map(draft::at).toList());
        nodes.set(a, other);
        nodes.set(rest, draft.minus(draft.ones(draft.shape(other)), other));
        return Factors.product(draft, nodes, node);
    }
}
