package chainstep.grad;

import chainstep.math.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number that an optimiser or a schedule takes by name.
 *
 * @param name the keyword
 * @param standard its value where none is given; empty where one must be
 */
public record Hyperparameter(String name, Optional<Rational> standard) {
    static Hyperparameter required(String name) {
        return new Hyperparameter(name, Optional.empty());
    }

    static Hyperparameter of(String name, long numerator, long denominator) {
        return new Hyperparameter(name, Optional.of(Rational.of(numerator, denominator)));
    }

    /**
     * The values in the order of {@code parameters}: those given, else the standard ones.
     *
     * @throws IllegalArgumentException when a required one is not given
     */
    static List<Rational> values(List<Hyperparameter> parameters, Map<String, Rational> given) {
        return parameters.stream()
                .map(one -> Optional.ofNullable(given.get(one.name()))
                        .or(one::standard)
                        .orElseThrow(() -> new IllegalArgumentException(one.name() + " is not given")))
                .toList();
    }
}
