package chainstep.homework.mistake;

import chainstep.op.Abs;

/** The derivative of |x| taken as 1 everywhere. */
final class MagnitudeSlope implements LinkMistake {
    @Override
    public String code() {
        return "M40";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (link.through().op() instanceof Abs) {
            into.everywhere("one", link.term().id(), draft -> draft.at(link.upstream()), link.by());
        }
    }
}
