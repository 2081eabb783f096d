package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Op;
import chainstep.op.BceLogits;
import chainstep.op.CrossEntropy;
import chainstep.op.Sigmoid;
import chainstep.op.Softmax;

/** p − t of a softmax or σ that is part of the loss gone wrong: its sign, a derivative too many, without the t. */
final class LogitsDelta implements LinkMistake {
    @Override
    public String code() {
        return "M28";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        Op op = link.through().op();
        if (op instanceof CrossEntropy || op instanceof BceLogits) {
            int site = link.term().id();
            into.everywhere(
                    "sign",
                    site,
                    draft -> draft.negate(draft.instead(link.term(), link.term().op())),
                    link.by());
            into.everywhere(
                    "extra",
                    site,
                    draft -> draft.bent(
                            SLOPE, draft.instead(link.term(), link.term().op()), outputs(draft, link)),
                    link.by());
            double share = 1.0 / Reductions.count(ground, link.through());
            into.everywhere("outputs", site, draft -> draft.scale(share, outputs(draft, link)), link.by());
        }
    }

    private static final Formula G = Formula.input(0);
    private static final Formula P = Formula.input(1);
    private static final Formula SLOPE = Formula.multiply(G, Formula.multiply(P, Formula.subtract(Formula.ONE, P)));

    /** The probabilities that the loss works out from its logits. */
    static int outputs(Draft draft, Link link) {
        return draft.add(
                link.through().op() instanceof CrossEntropy ? new Softmax(-1) : new Sigmoid(), draft.at(link.by()));
    }
}
