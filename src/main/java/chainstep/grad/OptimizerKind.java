package chainstep.grad;

import static chainstep.grad.Hyperparameter.of;

import chainstep.math.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The optimisers by name, each with the keywords it takes besides {@code lr}. */
public enum OptimizerKind {
    SGD,
    MOMENTUM(of("beta", 9, 10)),
    NESTEROV(of("beta", 9, 10)),
    /** PyTorch's 0.99 (its {@code alpha}), not Keras's 0.9. */
    RMSPROP(of("rho", 99, 100), of("eps", 1, 100_000_000)),
    ADAM(of("beta1", 9, 10), of("beta2", 999, 1000), of("eps", 1, 100_000_000)),
    ADAMW(of("beta1", 9, 10), of("beta2", 999, 1000), of("eps", 1, 100_000_000), of("weight_decay", 1, 100));

    private final List<Hyperparameter> parameters;

    OptimizerKind(Hyperparameter... parameters) {
        this.parameters = List.of(parameters);
    }

    /** The optimiser's name in the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The optimiser of this name. */
    public static Optional<OptimizerKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The keywords it takes, besides {@code lr}, in order. */
    public List<Hyperparameter> parameters() {
        return parameters;
    }

    /**
     * The optimiser with these numbers, and the standard ones where none is given.
     *
     * @throws chainstep.graph.OperandException when a number is outside what the optimiser allows
     */
    public Optimizer make(Schedule rate, Map<String, Rational> given) {
        List<Rational> numbers = Hyperparameter.values(parameters, given);
        return switch (this) {
            case SGD -> new Optimizer.Sgd(rate);
            case MOMENTUM -> new Optimizer.Momentum(rate, numbers.get(0));
            case NESTEROV -> new Optimizer.Nesterov(rate, numbers.get(0));
            case RMSPROP -> new Optimizer.RmsProp(rate, numbers.get(0), numbers.get(1));
            case ADAM -> adam(rate, numbers);
            case ADAMW -> new Optimizer.AdamW(adam(rate, numbers), numbers.get(3));
        };
    }

    private static Optimizer.Adam adam(Schedule rate, List<Rational> numbers) {
        return new Optimizer.Adam(rate, numbers.get(0), numbers.get(1), numbers.get(2));
    }
}
