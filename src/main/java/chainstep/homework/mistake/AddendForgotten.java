package chainstep.homework.mistake;

import chainstep.graph.Node;
import java.util.List;

/** Of a sum in the forward pass, or written by hand, some addends only. */
final class AddendForgotten implements Mistake {
    @Override
    public String code() {
        return "M08";
    }

    @Override
    public String words() {
        return "M08.addend";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (ground.isForward(node) && Addends.isTop(ground, node)) {
            List<Integer> all = Addends.of(ground, node);
            Subsets.proper(
                    all.size(),
                    chosen -> into.here(
                            node.id(),
                            draft -> sum(draft, all, chosen),
                            chosen.stream().mapToInt(all::get).toArray()));
        }
    }

    private static int sum(Draft draft, List<Integer> all, List<Integer> chosen) {
        int sum = draft.at(all.get(chosen.get(0)));
        for (int k : chosen.subList(1, chosen.size())) {
            sum = draft.plus(sum, draft.at(all.get(k)));
        }
        return sum;
    }
}
