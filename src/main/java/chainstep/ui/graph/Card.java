package chainstep.ui.graph;

import java.util.Optional;

/**
 * What one box shows at one moment.
 *
 * @param rule what computes it, short; what kind it is where nothing does
 * @param next a parameter's value in the next iteration
 * @param isWrong whether its line cannot be read, or a number known of it is not finite
 */
record Card(
        Box box,
        String name,
        String rule,
        Shown value,
        Optional<Shown> gradient,
        Optional<Shown> next,
        boolean isNow,
        boolean isPicked,
        boolean stops,
        boolean isWrong) {
    int id() {
        return box.id();
    }

    /** Whether the cursor has been there. */
    boolean isReached() {
        return value.isKnown();
    }

    boolean isUpdated() {
        return next.filter(Shown::isKnown).isPresent();
    }

    boolean hasGradient() {
        return gradient.filter(Shown::isKnown).isPresent();
    }

    /** The value, or the one that takes its place. */
    Shown current() {
        return next.filter(Shown::isKnown).orElse(value);
    }
}
