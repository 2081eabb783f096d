package chainstep.grad;

import chainstep.graph.OperandException;
import chainstep.math.Rational;
import java.util.Optional;

/**
 * What {@code minimize} is told besides the loss.
 *
 * @param optimizer how parameters are updated; empty to differentiate only
 * @param l1 the loss gets l1·Σ|w| over every trained parameter, biases too
 * @param l2 the loss gets l2·Σw² over every trained parameter, biases too: no hidden ½
 * @param clip the most that the common norm of all gradients may be; empty for no limit
 */
public record Settings(Optional<Optimizer> optimizer, Rational l1, Rational l2, Optional<Rational> clip) {
    /** Only the backward pass. */
    public static final Settings NONE = new Settings(Optional.empty(), Rational.ZERO, Rational.ZERO, Optional.empty());

    /** @throws OperandException when {@code l1} or {@code l2} is negative or {@code clip} is not positive */
    public Settings {
        notNegative("l1", l1);
        notNegative("l2", l2);
        clip.filter(limit -> limit.signum() <= 0).ifPresent(limit -> {
            throw new OperandException("minimize.clip", limit);
        });
    }

    /** An optimiser and nothing else. */
    public static Settings of(Optimizer optimizer) {
        return new Settings(Optional.of(optimizer), Rational.ZERO, Rational.ZERO, Optional.empty());
    }

    private static void notNegative(String name, Rational value) {
        if (value.signum() < 0) {
            throw new OperandException("minimize.penalty", name, value);
        }
    }
}
