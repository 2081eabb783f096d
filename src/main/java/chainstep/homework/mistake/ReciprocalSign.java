package chainstep.homework.mistake;

import chainstep.op.Divide;
import chainstep.op.Power;

/** The derivative of 1/x without its minus. */
final class ReciprocalSign implements LinkMistake {
    @Override
    public String code() {
        return "M25";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        boolean below = link.through().op() instanceof Divide && link.operand() == 1
                || link.through().op() instanceof Power power
                        && power.exponent().signum() < 0;
        if (below) {
            into.everywhere(
                    "minus",
                    link.term().id(),
                    draft -> draft.negate(draft.add(link.term().op(), draft.operands(link.term()))),
                    link.by());
        }
    }
}
