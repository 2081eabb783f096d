package chainstep.ui.train;

import chainstep.run.Snapshot;
import chainstep.train.Columns;
import chainstep.train.Probe;
import java.util.List;

/**
 * What the units of a network say in a state, to the rows of its {@link Outlook}.
 *
 * @param units column by column: {@code [unit][row]}
 * @param weights link by link, as the parameters' arrays hold them
 */
record Vision(Snapshot state, Columns columns, List<double[][]> units, List<double[]> weights) {
    static Vision of(Probe probe, Snapshot state) {
        List<double[]> weights = probe.columns().links().stream()
                .map(link -> link.carry() < 0 ? new double[0] : state.values(link.carry()))
                .toList();
        return new Vision(state, probe.columns(), probe.values(state), weights);
    }

    /** What the answer's units say: the last column. */
    double[][] answer() {
        return units.get(units.size() - 1);
    }
}
