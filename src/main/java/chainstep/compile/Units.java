package chainstep.compile;

import chainstep.graph.Nest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts nests together that compute as many numbers one by one, each moved up to where all it reads is there. Mutable, used once.
 *
 * <p>What one of them computes and only others of it read is then never put in memory.
 */
final class Units {
    /** No more nests to a loop: Java would not turn it into one that does several turns at once. */
    private static final int MOST = 24;

    private final Flow flow;
    private final List<List<Flow.Loop>> loops = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    /** The unit in which an array is written last. */
    private final Map<Integer, Integer> made = new HashMap<>();

    private Units(Flow flow) {
        this.flow = flow;
    }

    /** All nests of a flow, in an order in which they can run. */
    static List<Unit> of(Flow flow) {
        Units units = new Units(flow);
        flow.loops().forEach(units::add);
        List<Unit> list = new ArrayList<>();
        for (int k = 0; k < units.loops.size(); k++) {
            list.add(new Unit(units.loops.get(k), units.sizes.get(k)));
        }
        return list;
    }

    private void add(Flow.Loop loop) {
        int size = isOneByOne(loop) ? (int) loop.nest().points() : Unit.ALONE;
        int earliest = loop.nest().reads().stream()
                .mapToInt(read -> made.getOrDefault(read.array(), -1))
                .max()
                .orElse(-1);
        int place = size == Unit.ALONE ? loops.size() : place(loop, size, Math.max(0, earliest));
        if (place == loops.size()) {
            loops.add(new ArrayList<>());
            sizes.add(size);
        }
        loops.get(place).add(loop);
        made.put(loop.nest().out(), place);
        if (loop.nest().winner() >= 0) {
            made.put(loop.nest().winner(), place);
        }
    }

    private int place(Flow.Loop loop, int size, int earliest) {
        for (int unit = earliest; unit < loops.size(); unit++) {
            if (sizes.get(unit) == size
                    && loops.get(unit).size() < MOST
                    && isRelated(loop, unit)
                    && inStep(loop, unit)) {
                return unit;
            }
        }
        return loops.size();
    }

    /** Whether it reads an array that a unit reads or makes: to put others together saves nothing. Lone numbers all go together. */
    private boolean isRelated(Flow.Loop loop, int unit) {
        return sizes.get(unit) == 1
                || loop.nest().reads().stream()
                        .filter(read -> !walk(loop, read).stays())
                        .anyMatch(read -> loops.get(unit).stream()
                                .anyMatch(other -> other.nest().out() == read.array()
                                        || other.nest().reads().stream().anyMatch(its -> its.array() == read.array())));
    }

    /** Whether what it reads of a unit's own numbers is each time the number just computed. */
    private boolean inStep(Flow.Loop loop, int unit) {
        return loop.nest().reads().stream()
                .filter(read -> made.getOrDefault(read.array(), -1) == unit)
                .allMatch(read -> walk(loop, read).isStraight(loop.nest().domain())
                        && flow.arrays().get(read.array()).shape().size()
                                == loop.nest().points());
    }

    /** Whether a nest's numbers are computed one by one, each from numbers of the same place and from such that stay. */
    private boolean isOneByOne(Flow.Loop loop) {
        Nest nest = loop.nest();
        return loop.assigns()
                && nest.fold() == Nest.Fold.SUM
                && !nest.body().hasPosition()
                && Walk.of(nest.target(), flow.arrays().get(nest.out()).shape(), nest.domain())
                        .isStraight(nest.domain())
                && nest.reads().stream().allMatch(read -> {
                    Walk walk = walk(loop, read);
                    return walk.inside() && (walk.stays() || walk.isStraight(nest.domain()));
                });
    }

    private Walk walk(Flow.Loop loop, Nest.Read read) {
        return Walk.of(
                read.map(), flow.arrays().get(read.array()).shape(), loop.nest().domain());
    }
}
