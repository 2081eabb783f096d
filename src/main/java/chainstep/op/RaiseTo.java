package chainstep.op;

import chainstep.graph.Formula;

/**
 * aᵇ, number by number, when the exponent is an array too; by b its derivative is aᵇ·ln a.
 *
 * <p>At a = 0, as in PyTorch: by b it is 0 for b ≥ 0 and −∞ for b &lt; 0, by a it is b·0ᵇ⁻¹, and 0 for b = 0. A negative a has no
 * derivative by b: NaN.
 */
public record RaiseTo() implements Elementwise {
    @Override
    public String name() {
        return "power";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Formula.power(Formula.input(0), Formula.input(1));
    }
}
