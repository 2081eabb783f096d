package chainstep.homework.mistake;

import chainstep.op.Cos;
import chainstep.op.Sin;

/** The derivative of a sine or cosine with the wrong sign. */
final class SineSign implements LinkMistake {
    @Override
    public String code() {
        return "M50";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (link.through().op() instanceof Sin || link.through().op() instanceof Cos) {
            into.everywhere(
                    "sign",
                    link.term().id(),
                    draft -> draft.negate(draft.add(link.term().op(), draft.operands(link.term()))),
                    link.by());
        }
    }
}
