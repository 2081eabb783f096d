package chainstep.homework.mistake;

import chainstep.graph.Derivative;
import chainstep.graph.Formula;

/** A wrong formula for the derivative of an activation: s(1 + s), 1 − tanh, σ′ for tanh, tanh′ for σ. */
final class WrongSlope implements BendMistake {
    @Override
    public String code() {
        return "M20";
    }

    @Override
    public int rarity() {
        return 2;
    }

    @Override
    public void suspect(Ground ground, Bend bend, Suspects into) {
        if (Samples.equal(bend.function(), SIGMOID)) {
            slopes(bend, into, times(Y, plus(Y)), Y, minus(times(Y, Y)), minus(Y), times(Y, Y), plus(times(Y, Y)));
            atSum(bend, into, Derivative.of(TANH, 0));
        } else if (Samples.equal(bend.function(), TANH)) {
            slopes(bend, into, minus(Y), times(Y, minus(Y)), plus(times(Y, Y)), plus(Y), Y);
            atSum(bend, into, minus(times(Y, Y)));
            atSum(bend, into, Derivative.of(SIGMOID, 0));
        }
    }

    private static final Formula Y = Formula.input(0);

    private static void slopes(Bend bend, Suspects into, Formula... formulas) {
        for (Formula formula : formulas) {
            into.everywhere(
                    formula.toString(),
                    bend.site(),
                    draft -> BendMistake.slope(draft, bend, formula, bend.a()),
                    bend.a());
        }
    }

    private static void atSum(Bend bend, Suspects into, Formula slope) {
        into.everywhere("z" + slope, bend.site(), draft -> BendMistake.slope(draft, bend, slope, bend.z()), bend.z());
    }

    private static Formula times(Formula a, Formula b) {
        return Formula.multiply(a, b);
    }

    private static Formula plus(Formula a) {
        return Formula.add(Formula.ONE, a);
    }

    private static Formula minus(Formula a) {
        return Formula.subtract(Formula.ONE, a);
    }
}
