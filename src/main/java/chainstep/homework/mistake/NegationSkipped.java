package chainstep.homework.mistake;

import chainstep.graph.Node;

/** A minus sign on the way is passed over. */
final class NegationSkipped implements Mistake {
    @Override
    public String code() {
        return "M43";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        Scales.skip(ground, node, into, (factor, other) -> factor == -1);
    }
}
