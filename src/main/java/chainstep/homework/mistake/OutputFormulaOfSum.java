package chainstep.homework.mistake;

import chainstep.graph.Formula;

/** The formula a(1 − a) or 1 − a² with z put in place of a. */
final class OutputFormulaOfSum implements BendMistake {
    @Override
    public String code() {
        return "M03";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Bend bend, Suspects into) {
        Formula x = Formula.input(0);
        if (Samples.equal(bend.function(), SIGMOID)) {
            Formula slope = Formula.multiply(x, Formula.subtract(Formula.ONE, x));
            into.everywhere("sigmoid", bend.site(), draft -> BendMistake.slope(draft, bend, slope, bend.z()), bend.z());
        } else if (Samples.equal(bend.function(), TANH)) {
            Formula slope = Formula.subtract(Formula.ONE, Formula.multiply(x, x));
            into.everywhere("tanh", bend.site(), draft -> BendMistake.slope(draft, bend, slope, bend.z()), bend.z());
        }
    }
}
