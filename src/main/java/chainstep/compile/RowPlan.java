package chainstep.compile;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import java.util.BitSet;

/**
 * In which order a flow runs row by row: rounds of nests without rows, then all rows, each through all of its nests.
 *
 * <p>What is summed over the rows is whole only in the next round.
 */
final class RowPlan {
    private final Flow flow;
    private final Batched batched;
    /** The round in which an array is whole; of an array of rows, in which each row is. */
    private final int[] round;
    /** The round in which a nest runs. */
    private final int[] runs;
    /** The arrays that must lie in memory, not in local variables. */
    private final BitSet stored = new BitSet();

    private int rounds = 1;

    RowPlan(Flow flow, Batched batched) {
        this.flow = flow;
        this.batched = batched;
        this.round = new int[flow.arrays().size()];
        this.runs = new int[flow.loops().size()];
        for (int n = 0; n < runs.length; n++) {
            plan(n, flow.loops().get(n).nest());
        }
        for (int n = 0; n < runs.length; n++) {
            store(n, flow.loops().get(n).nest());
        }
        flow.kept().forEach(stored::set);
        flow.carries().stream()
                .filter(carry -> batched.axis(carry.next()) != Batched.NONE)
                .forEach(carry -> stored.set(carry.next()));
        flow.arrays(Flow.Kind.DRAWN).forEach(array -> stored.set(array.id()));
    }

    private void plan(int number, Nest nest) {
        for (Nest.Read read : nest.reads()) {
            runs[number] = Math.max(runs[number], round[read.array()]);
        }
        boolean sums = overRows(number) && batched.axis(nest.out()) == Batched.NONE;
        if (sums
                && flow.loops().stream()
                                .filter(loop -> loop.nest().out() == nest.out())
                                .count()
                        > 1) {
            throw new Access.Tangled();
        }
        round[nest.out()] = Math.max(round[nest.out()], runs[number] + (sums ? 1 : 0));
        if (nest.winner() >= 0) {
            round[nest.winner()] = round[nest.out()];
        }
        rounds = Math.max(rounds, round[nest.out()] + 1);
    }

    /** Notes what must be in memory besides rows that are carried: rows that another round reads, and arrays without rows of which rows read parts. */
    private void store(int number, Nest nest) {
        store(number, nest.out(), nest.target());
        for (Nest.Read read : nest.reads()) {
            store(number, read.array(), read.map());
        }
    }

    private void store(int number, int array, IndexMap map) {
        boolean otherRound = batched.axis(array) != Batched.NONE && round[array] != runs[number];
        boolean parts = batched.axis(array) == Batched.NONE && overRows(number) && map.dependsOn(batched.loop(number));
        if (otherRound || parts) {
            stored.set(array);
        }
    }

    int rounds() {
        return rounds;
    }

    int round(int number) {
        return runs[number];
    }

    /** Whether a nest goes over the rows. */
    boolean overRows(int number) {
        return batched.loop(number) != Batched.NONE;
    }

    boolean isStored(int array) {
        return stored.get(array);
    }
}
