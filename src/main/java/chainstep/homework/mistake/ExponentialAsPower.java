package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.math.Fn;
import chainstep.op.Exp;

/** eˣ differentiated like a power: x·eˣ⁻¹. */
final class ExponentialAsPower implements LinkMistake {
    @Override
    public String code() {
        return "M26";
    }

    @Override
    public int rarity() {
        return 3;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (link.through().op() instanceof Exp) {
            Formula x = Formula.input(0);
            Formula body = Formula.multiply(
                    Formula.input(1), Formula.multiply(x, Formula.apply(Fn.EXP, Formula.subtract(x, Formula.ONE))));
            into.everywhere(
                    "power",
                    link.term().id(),
                    draft -> draft.bent(body, draft.at(link.by()), draft.at(link.upstream())),
                    link.by());
        }
    }
}
