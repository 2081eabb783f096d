package chainstep.op;

import chainstep.math.Rational;

/**
 * Normalises each row along the last axis to mean 0 and variance 1, then γ ⊙ x̂ + β.
 *
 * <p>γ and β have the extent of the last axis. Source: Ba, Kiros and Hinton, Layer Normalization, 2016.
 */
public record LayerNorm(Rational epsilon) implements Normalisation {
    @Override
    public String name() {
        return "layer_norm";
    }

    @Override
    public Normalised.Group group() {
        return Normalised.Group.ROW;
    }
}
