package chainstep.grad;

import chainstep.graph.OperandException;
import chainstep.math.Rational;

/**
 * A rule that turns a parameter's gradient g into its next value, with its numbers; {@link UpdateRule} writes it as nodes.
 *
 * <p>η is the learning rate of this update; products, powers and roots are number by number; memories start at zero. The
 * conventions and standard values are PyTorch's (torch.optim). A share that a memory keeps (β, ρ) is from 0 on and below 1, ε and λ are
 * not negative; otherwise the constructor throws an {@link OperandException}.
 */
public sealed interface Optimizer {
    /** The learning rate; a negative one ascends. */
    Schedule rate();

    /** w ← w − η·g. */
    record Sgd(Schedule rate) implements Optimizer {}

    /** v ← β·v + g; w ← w − η·v. Source: Polyak 1964, in PyTorch's form without dampening. */
    record Momentum(Schedule rate, Rational beta) implements Optimizer {
        public Momentum {
            share("beta", beta);
        }
    }

    /** v ← β·v + g; w ← w − η·(g + β·v). Source: Sutskever et al. 2013, in PyTorch's form. */
    record Nesterov(Schedule rate, Rational beta) implements Optimizer {
        public Nesterov {
            share("beta", beta);
        }
    }

    /** v ← ρ·v + (1 − ρ)·g²; w ← w − η·g/(√v + ε). Source: Hinton's lecture 6e. */
    record RmsProp(Schedule rate, Rational rho, Rational eps) implements Optimizer {
        public RmsProp {
            share("rho", rho);
            notNegative("eps", eps);
        }
    }

    /**
     * m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; w ← w − η·m̂/(√v̂ + ε), where m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) and t
     * counts updates from 1. The memories are kept uncorrected. Source: Kingma and Ba 2015, algorithm 1.
     */
    record Adam(Schedule rate, Rational beta1, Rational beta2, Rational eps) implements Optimizer {
        public Adam {
            share("beta1", beta1);
            share("beta2", beta2);
            notNegative("eps", eps);
        }
    }

    /** {@link Adam} by {@code moments}, and w shrinks by η·λ·w, outside the loss. Source: Loshchilov and Hutter 2019. */
    record AdamW(Adam moments, Rational weightDecay) implements Optimizer {
        public AdamW {
            notNegative("weight_decay", weightDecay);
        }

        @Override
        public Schedule rate() {
            return moments.rate();
        }
    }

    private static void share(String name, Rational value) {
        if (value.signum() < 0 || value.compareTo(Rational.ONE) >= 0) {
            throw new OperandException("optimizer.share", name, value);
        }
    }

    private static void notNegative(String name, Rational value) {
        if (value.signum() < 0) {
            throw new OperandException("optimizer.negative", name, value);
        }
    }
}
