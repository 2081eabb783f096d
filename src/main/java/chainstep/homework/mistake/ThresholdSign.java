package chainstep.homework.mistake;

import chainstep.op.Subtract;

/** A threshold, which is subtracted, treated like a bias. */
final class ThresholdSign implements LinkMistake {
    @Override
    public String code() {
        return "M32";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        boolean leaf = ground.isGiven(link.by());
        if (link.through().op() instanceof Subtract && link.operand() == 1 && leaf) {
            into.everywhere(
                    "threshold",
                    link.term().id(),
                    draft -> draft.negate(draft.add(link.term().op(), draft.operands(link.term()))),
                    link.by());
        }
    }
}
