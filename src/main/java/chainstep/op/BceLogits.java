package chainstep.op;

import chainstep.graph.Formula;
import chainstep.math.Fn;

/**
 * Binary cross-entropy of p = σ(z), from the logit z: softplus(z) − t·z; its derivative is σ(z) − t.
 *
 * <p>For finite z it is finite and exact to rounding of |z|: a loss below that, of a right answer beyond |z| = 37, is 0. At z = ±∞
 * it is NaN where the answer is right (∞ − ∞), as in PyTorch.
 */
public record BceLogits(Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "bce_logits";
    }

    @Override
    public Formula each() {
        Formula z = Formula.input(0);
        return Formula.subtract(Formula.apply(Fn.SOFTPLUS, z), Formula.multiply(Formula.input(1), z));
    }
}
