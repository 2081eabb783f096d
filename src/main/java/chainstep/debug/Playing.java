package chainstep.debug;

import chainstep.run.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A run made step by step: it counts how often each breakpoint was hit, over all its steps. */
final class Playing {
    private final Map<Integer, Integer> passed = new HashMap<>();
    private Optional<Position> at = Optional.empty();

    /** Whether this is where the last step led to, not where somebody went since. */
    boolean isAt(Position position) {
        return at.filter(position::equals).isPresent();
    }

    /** The hit that ends the run before or with the next step; without one, that step may be made. */
    Optional<Scan.Found> next(Setup setup, Position from, long limit, Progress progress) {
        Position to = from.forward(setup.tree(), from.depth());
        at = Optional.of(to);
        if (to.iteration() >= limit) {
            return Optional.empty();
        }
        Optional<Scan.Found> found = new Scan(setup, from, progress, passed).upTo(to);
        if (found.isPresent()) {
            at = Optional.empty();
        }
        return found;
    }
}
