package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.math.Rational;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Power;
import java.util.List;

/** The power rule half done: the exponent forgotten, or the power not lowered. */
final class PowerRule implements LinkMistake {
    @Override
    public String code() {
        return "M38";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        if (!(link.through().op() instanceof Power power) || !link.isPlain(ground)) {
            doubled(ground, link, into);
            return;
        }
        Formula x = Formula.input(0);
        Formula g = Formula.input(1);
        Formula n = Formula.constant(power.exponent());
        Formula lowered = Formula.constant(power.exponent().subtract(Rational.ONE));
        Formula kept = Formula.multiply(g, Formula.multiply(n, Formula.power(x, n)));
        Formula forgot = Formula.multiply(g, Formula.power(x, lowered));
        Formula off = Formula.multiply(g, Formula.multiply(lowered, Formula.power(x, lowered)));
        Formula neither = Formula.multiply(g, Formula.power(x, n));
        for (Formula body : List.of(forgot, kept, off, neither)) {
            into.everywhere(
                    body.toString(),
                    link.term().id(),
                    draft -> draft.bent(body, draft.at(link.by()), draft.at(link.upstream())),
                    link.by());
        }
    }

    /** x·x: one of the two equal terms is the gradient without its 2. */
    private static void doubled(Ground ground, Link link, Suspects into) {
        boolean product =
                link.through().op() instanceof Multiply || link.through().op() instanceof MatMul;
        if (product && link.by() == link.other() && link.operand() == 0) {
            into.everywhere(
                    "square", link.term().id(), draft -> draft.zeros(link.term().shape()), link.by());
        }
    }
}
