package chainstep.op;

import chainstep.math.Rational;

/**
 * Normalises each column of a batch N×D (each channel of N×C×H×W) to mean 0 and variance 1, then γ ⊙ x̂ + β.
 *
 * <p>γ and β have one number for each column (channel). Source: Ioffe and Szegedy, Batch Normalization, 2015.
 */
public record BatchNorm(Rational epsilon) implements Normalisation {
    @Override
    public String name() {
        return "batch_norm";
    }

    @Override
    public Normalised.Group group() {
        return Normalised.Group.COLUMN;
    }
}
