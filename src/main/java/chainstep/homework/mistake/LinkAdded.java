package chainstep.homework.mistake;

import chainstep.op.SoftmaxPullback;

/** A link of the chain added instead of multiplied. */
final class LinkAdded implements LinkMistake {
    @Override
    public String code() {
        return "M24";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        boolean jacobian = link.term().op() instanceof SoftmaxPullback;
        if (!jacobian && link.isPlain(ground) && link.reads(link.upstream())) {
            into.here(
                    link.term().id(),
                    draft -> draft.plus(
                            draft.at(link.upstream()),
                            draft.reading(
                                    link.term(),
                                    link.upstream(),
                                    draft.ones(link.term().shape()))),
                    link.by());
        }
    }
}
