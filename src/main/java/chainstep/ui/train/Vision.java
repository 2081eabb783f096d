package chainstep.ui.train;

import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.run.Snapshot;
import chainstep.train.Columns;
import chainstep.train.Probe;
import java.util.ArrayList;
import java.util.List;

/**
 * What the units of a network say in a state, to the rows of its {@link Outlook}.
 *
 * @param units column by column: {@code [unit][row]}
 * @param weights link by link, as the parameters' arrays hold them
 * @param parameters how the numbers of each learning parameter are spread
 * @param said how the numbers that each column behind the features says are spread
 */
record Vision(
        Snapshot state,
        Columns columns,
        List<double[][]> units,
        List<double[]> weights,
        List<Histogram> parameters,
        List<Histogram> said) {
    static Vision of(Lesson lesson, Snapshot state) {
        Probe probe = lesson.probe().orElseThrow();
        List<double[]> weights = probe.columns().links().stream()
                .map(link -> link.carry() < 0 ? new double[0] : state.values(link.carry()))
                .toList();
        List<double[][]> units = probe.values(state);
        return new Vision(
                state,
                probe.columns(),
                units,
                weights,
                parameters(lesson.course().program(), state),
                said(probe.columns(), units));
    }

    private static List<Histogram> parameters(Program program, Snapshot state) {
        List<Histogram> all = new ArrayList<>();
        for (int k = 0; k < state.size(); k++) {
            int leaf = program.carries().get(k).leaf();
            if (program.node(leaf).isLeaf(Leaf.Kind.PARAM)) {
                all.add(Histogram.of(program.node(leaf).name(), state.values(k)));
            }
        }
        return all;
    }

    private static List<Histogram> said(Columns columns, List<double[][]> units) {
        List<Histogram> all = new ArrayList<>();
        for (int k = 0; k < units.size(); k++) {
            int column = k;
            if (columns.links().stream().anyMatch(link -> link.to() == column)) {
                all.add(Histogram.of(columns.columns().get(k).name(), units.get(k)));
            }
        }
        return all;
    }

    /** What the answer's units say: the last column. */
    double[][] answer() {
        return units.get(units.size() - 1);
    }
}
