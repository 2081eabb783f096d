package chainstep.ui;

import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Watch;
import chainstep.math.Tensor;
import chainstep.run.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the watches were in the last iterations: what the cursor came by is remembered, the rest run again where that costs little.
 * Mutable; used where the debugger is.
 */
final class Pasts {
    /** How many iterations it goes back. */
    static final int LONGEST = 40;
    /** How many numbers of a value are followed. */
    static final int MOST = 8;
    /** How many iterations are remembered, also later ones than the cursor's. */
    private static final int REMEMBERED = 10 * LONGEST;
    /** How many numbers may be computed anew, roughly. */
    private static final long BUDGET = 1_000_000;

    private final Map<Integer, TreeMap<Long, double[]>> known = new HashMap<>();

    /** The past of each watch that has one, by its id: of two iterations at least. */
    Map<Integer, Past> of(Debugger debugger, DebugState state) {
        Map<Integer, Past> pasts = new HashMap<>();
        for (Watch.Seen seen : state.watches()) {
            follow(debugger, state, seen)
                    .ifPresent(past -> pasts.put(seen.watch().id(), past));
        }
        known.keySet()
                .retainAll(
                        state.watches().stream().map(seen -> seen.watch().id()).toList());
        return pasts;
    }

    private Optional<Past> follow(Debugger debugger, DebugState state, Watch.Seen seen) {
        TreeMap<Long, double[]> numbers = known.computeIfAbsent(seen.watch().id(), id -> new TreeMap<>());
        long last = state.iteration();
        if (seen.sight() instanceof Watch.Known now) {
            numbers.put(last, some(now.value()));
        } else {
            last--;
        }
        long floor = Math.max(0, last - LONGEST + 1);
        long affordable = BUDGET / Math.max(1, state.program().points());
        fill(debugger, seen.watch(), numbers, Math.max(floor, last - affordable + 1), last);
        numbers.headMap(floor).clear();
        while (numbers.size() > REMEMBERED) {
            numbers.pollLastEntry();
        }
        long first = last;
        while (first > floor && numbers.containsKey(first - 1)) {
            first--;
        }
        return first < last && numbers.containsKey(last) ? Optional.of(past(numbers, first, last)) : Optional.empty();
    }

    /** Runs again from the first iteration on that is missing. */
    private static void fill(Debugger debugger, Watch watch, TreeMap<Long, double[]> numbers, long first, long last) {
        LongStream.rangeClosed(first, last)
                .filter(iteration -> !numbers.containsKey(iteration))
                .findFirst()
                .ifPresent(from -> {
                    List<Tensor> values = debugger.history(watch, from, last, Progress.NONE);
                    IntStream.range(0, values.size()).forEach(k -> numbers.put(from + k, some(values.get(k))));
                });
    }

    /** All numbers of a few, else some from everywhere. */
    private static double[] some(Tensor value) {
        int count = Math.min(MOST, value.size());
        return IntStream.range(0, count)
                .mapToDouble(k -> value.get((int) ((long) k * value.size() / count)))
                .toArray();
    }

    private static Past past(TreeMap<Long, double[]> numbers, long first, long last) {
        int count = numbers.get(last).length;
        return new Past(
                first,
                IntStream.range(0, count)
                        .mapToObj(k -> LongStream.rangeClosed(first, last)
                                .mapToObj(iteration -> numbers.get(iteration)[k])
                                .toList())
                        .toList());
    }
}
