package chainstep.grad;

import chainstep.graph.OperandException;
import chainstep.math.Rational;

/**
 * The learning rate as a function of t, the number of updates already made: iteration k uses t = k, the first t = 0.
 * {@link RateRule} writes it as nodes.
 */
public sealed interface Schedule {
    /** The rate it starts from, η₀. */
    Rational lr();

    /** η = η₀. */
    record Constant(Rational lr) implements Schedule {}

    /** η = η₀·factor^⌊t/every⌋. */
    record StepDecay(Rational lr, Rational every, Rational factor) implements Schedule {
        public StepDecay {
            whole("every", every);
        }
    }

    /** η = η₀·exp(−rate·t). */
    record ExpDecay(Rational lr, Rational rate) implements Schedule {}

    /** η = min + ½·(η₀ − min)·(1 + cos(π·t/total)); min from t = total on. Source: Loshchilov and Hutter 2017. */
    record Cosine(Rational lr, Rational total, Rational min) implements Schedule {
        public Cosine {
            whole("total", total);
        }
    }

    /** η = η₀·(t + 1)/steps; η₀ from the update number {@code steps} on. */
    record Warmup(Rational lr, Rational steps) implements Schedule {
        public Warmup {
            whole("steps", steps);
        }
    }

    private static void whole(String name, Rational value) {
        boolean within = value.signum() > 0 && value.compareTo(Rational.of(1_000_000_000)) <= 0;
        if (!within || !value.isInteger()) {
            throw new OperandException("schedule.whole", name, value);
        }
    }
}
