package chainstep.homework.mistake;

import chainstep.graph.Formula;

/** A ReLU’s gate ignored, taken by its value, or with another value at 0. */
final class GateWrong implements LinkMistake {
    @Override
    public String code() {
        return "M21";
    }

    @Override
    public int rarity() {
        return 1;
    }

    @Override
    public void suspect(Ground ground, Link link, Suspects into) {
        String name = link.through().op().name();
        if (!name.equals("relu") && !name.equals("leaky_relu") && !name.equals("elu")) {
            return;
        }
        int site = link.term().id();
        into.everywhere("ignored", site, draft -> draft.at(link.upstream()), link.by());
        gate(link, into, "value", X);
        gate(link, into, "output", Formula.multiply(POSITIVE, X));
        gate(link, into, "closed", POSITIVE);
        gate(link, into, "one", NOT_NEGATIVE);
        gate(
                link,
                into,
                "half",
                Formula.add(
                        POSITIVE, Formula.multiply(Formula.constant(1, 2), Formula.subtract(NOT_NEGATIVE, POSITIVE))));
        gate(link, into, "turned", Formula.subtract(Formula.ONE, POSITIVE));
    }

    private static final Formula X = Formula.input(0);
    private static final Formula POSITIVE = Formula.compare(Formula.Comparison.GREATER, X, Formula.ZERO);
    private static final Formula NOT_NEGATIVE = Formula.compare(Formula.Comparison.GREATER_OR_EQUAL, X, Formula.ZERO);

    private static void gate(Link link, Suspects into, String kind, Formula slope) {
        Formula body = Formula.multiply(Formula.input(1), slope);
        into.everywhere(
                kind,
                link.term().id(),
                draft -> draft.bent(body, draft.at(link.by()), draft.at(link.upstream())),
                link.by());
    }
}
