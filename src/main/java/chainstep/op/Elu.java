package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.math.Fn;
import chainstep.math.Rational;

/** x for x &gt; 0, else α(eˣ − 1), which rounds to 0 above −2⁻⁵⁴; elu′(0) = α. A NaN passes, for α = 0 too. */
public record Elu(Rational alpha) implements Elementwise {
    @Override
    public String name() {
        return "elu";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        Formula x = Formula.input(0);
        if (alpha.signum() == 0) {
            return Maximum.withZero(x);
        }
        Formula below = Formula.subtract(Formula.apply(Fn.EXP, x), Formula.ONE);
        return Formula.select(
                Formula.compare(Comparison.GREATER, x, Formula.ZERO),
                x,
                Formula.multiply(Formula.constant(alpha), below));
    }
}
