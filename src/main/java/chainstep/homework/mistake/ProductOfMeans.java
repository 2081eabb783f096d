package chainstep.homework.mistake;

import chainstep.op.MatMul;
import chainstep.op.Mean;
import chainstep.op.Multiply;

/** The product of two means instead of the mean of the products. */
final class ProductOfMeans implements LinkMistake {
    @Override
    public String code() {
        return "M33";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        int many = ground.node(link.upstream()).shape().size();
        boolean product =
                link.through().op() instanceof Multiply || link.through().op() instanceof MatMul;
        if (product && link.reads(link.upstream()) && many > 1 && ground.isGiven(link.by())) {
            into.everywhere(
                    "means",
                    link.term().id(),
                    draft -> draft.reading(
                            link.term(),
                            link.upstream(),
                            draft.times(
                                    draft.ones(ground.node(link.upstream()).shape()),
                                    draft.add(Mean.ALL, draft.at(link.upstream())))),
                    link.by());
        }
    }
}
