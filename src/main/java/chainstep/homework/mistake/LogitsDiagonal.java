package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.op.CrossEntropy;

/** Of softmax’s Jacobian, inside a cross-entropy, the diagonal only: −t(1 − p). */
final class LogitsDiagonal implements LinkMistake {
    @Override
    public String code() {
        return "M14";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        boolean rows = link.through().op() instanceof CrossEntropy
                && ground.node(link.other()).shape().equals(link.term().shape());
        if (rows) {
            double share = -1.0 / Reductions.count(ground, link.through());
            Formula body = Formula.multiply(Formula.input(0), Formula.subtract(Formula.ONE, Formula.input(1)));
            into.everywhere(
                    "diagonal",
                    link.term().id(),
                    draft -> draft.scale(
                            share, draft.bent(body, draft.at(link.other()), LogitsDelta.outputs(draft, link))),
                    link.by());
        }
    }
}
