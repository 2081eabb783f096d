package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/**
 * x·Φ(x), Φ the normal distribution function; or its approximation by tanh.
 *
 * <p>Exactly x·(1 + erf(x/√2))/2; approximately x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2. Source: Hendrycks and Gimpel,
 * Gaussian Error Linear Units, 2016. For finite x both are finite, and so are their derivatives: 1 far to the right, 0 far to
 * the left. At −∞ they are NaN (∞·0), as in PyTorch, and so is the derivative at ±∞.
 *
 * @param byTanh whether to approximate
 */
public record Gelu(boolean byTanh) implements Elementwise {
    private static final Formula ROOT_HALF = Formula.constant(StrictMath.sqrt(0.5));
    private static final Formula ROOT_TWO_OVER_PI = Formula.constant(StrictMath.sqrt(2 / StrictMath.PI));
    private static final Formula CUBIC = Formula.constant(44715, 1_000_000);

    @Override
    public String name() {
        return "gelu";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Formula body() {
        Formula x = Formula.input(0);
        Formula part = byTanh ? Formula.apply(Fn.TANH, bent(x)) : Formula.apply(Fn.ERF, Formula.multiply(ROOT_HALF, x));
        return Formula.multiply(Formula.multiply(Formula.constant(1, 2), x), Formula.add(Formula.ONE, part));
    }

    private static Formula bent(Formula x) {
        Formula cube = Formula.power(x, Formula.constant(3));
        return Formula.multiply(ROOT_TWO_OVER_PI, Formula.add(x, Formula.multiply(CUBIC, cube)));
    }
}
