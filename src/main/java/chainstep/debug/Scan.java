package chainstep.debug;

import chainstep.run.Iterations;
import chainstep.run.Progress;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One search for a hit, from a position through the iterations; used once. */
final class Scan {
    /** How a search ended: at a hit, without one, or cancelled; and at which iteration. */
    record Found(Iterations.Swept.How how, long iteration, List<Hits.Hit> hit) {
        /** That of the hit, as finely as it takes from where one stands. */
        Position place(Position from, StepTree tree) {
            return from.to(tree, iteration, tree.time(new Step(0, hit.get(0).node(), -1)));
        }
    }

    private final Setup setup;
    private final Position start;
    private final Progress progress;
    private final Map<Integer, Integer> passed;

    Scan(Setup setup, Position start, Progress progress) {
        this(setup, start, progress, new HashMap<>());
    }

    /** @param passed how often each breakpoint was hit before, in the run that this search goes on with */
    Scan(Setup setup, Position start, Progress progress, Map<Integer, Integer> passed) {
        this.setup = setup;
        this.start = start;
        this.progress = progress;
        this.passed = passed;
    }

    /** The first hit after the position and no later than another. */
    Optional<Found> upTo(Position end) {
        for (long k = start.iteration(); k <= end.iteration() && !progress.cancelled(); k++) {
            long after = k == start.iteration() ? start.time() : -1;
            long last = k == end.iteration() ? end.time() : Long.MAX_VALUE;
            Optional<Hits.Hit> hit = firstHit(setup.iterations().trace(k), after, last);
            if (hit.isPresent()) {
                return Optional.of(new Found(Iterations.Swept.How.STOPPED, k, List.of(hit.get())));
            }
        }
        return Optional.empty();
    }

    /** The first hit after the position, before iteration {@code limit}. */
    Found forward(long limit) {
        List<Hits.Hit> found = new ArrayList<>();
        Trace here = setup.iterations().trace(start.iteration());
        firstHit(here, start.time(), Long.MAX_VALUE).ifPresent(found::add);
        if (!found.isEmpty()) {
            return new Found(Iterations.Swept.How.STOPPED, start.iteration(), found);
        } else if (start.iteration() + 1 >= limit) {
            return new Found(Iterations.Swept.How.ENDED, start.iteration(), found);
        }
        Iterations.Swept swept = setup.iterations()
                .sweep(
                        start.iteration() + 1,
                        limit - 1,
                        trace -> {
                            firstHit(trace, -1, Long.MAX_VALUE).ifPresent(found::add);
                            return !found.isEmpty();
                        },
                        progress);
        return new Found(swept.how(), swept.iteration(), found);
    }

    private Optional<Hits.Hit> firstHit(Trace trace, long after, long last) {
        for (Hits.Hit hit : setup.hits().in(trace)) {
            if (time(hit) > after && time(hit) <= last && stops(hit)) {
                return Optional.of(hit);
            }
        }
        return Optional.empty();
    }

    /**
     * The latest hit before the position. Iterations are run again in blocks, each from a snapshot, and searched from
     * their ends.
     */
    Found backward() {
        Found found = block(start.iteration(), start.iteration());
        long first = start.iteration();
        while (found.how() == Iterations.Swept.How.ENDED && first > 0) {
            long last = first - 1;
            first = setup.hits().isInEvery() ? last : setup.iterations().nearest(last);
            found = block(first, last);
        }
        return found;
    }

    private Found block(long first, long last) {
        List<Found> block = new ArrayList<>();
        Iterations.Swept swept = setup.iterations()
                .sweep(
                        first,
                        last,
                        trace -> {
                            for (Hits.Hit hit : setup.hits().in(trace)) {
                                block.add(new Found(Iterations.Swept.How.STOPPED, trace.iteration(), List.of(hit)));
                            }
                            return false;
                        },
                        progress);
        if (swept.how() == Iterations.Swept.How.CANCELLED || progress.cancelled()) {
            return new Found(Iterations.Swept.How.CANCELLED, swept.iteration(), List.of());
        }
        for (int k = block.size() - 1; k >= 0; k--) {
            Found found = block.get(k);
            Hits.Hit hit = found.hit().get(0);
            boolean before = found.iteration() < start.iteration() || time(hit) < start.time();
            if (before && stops(hit)) {
                return found;
            }
        }
        return new Found(Iterations.Swept.How.ENDED, first, List.of());
    }

    private long time(Hits.Hit hit) {
        return setup.tree().time(new Step(0, hit.node(), -1));
    }

    private boolean stops(Hits.Hit hit) {
        Breakpoint breakpoint = hit.breakpoint();
        return breakpoint.pass() == 1 || passed.merge(breakpoint.id(), 1, Integer::sum) >= breakpoint.pass();
    }
}
