package chainstep.train;

import chainstep.compile.Compiled;
import chainstep.compile.Precision;
import chainstep.data.Rows;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** What every unit of a network says to rows of one's own, in any state of its training. Mutable; one thread. */
public final class Probe {
    private final Rows rows;
    private final Program program;
    private final Columns columns;
    private final Compiled compiled;
    private final int batches;

    private Probe(Rows rows, Program program) {
        this.rows = rows;
        this.program = program;
        this.columns = Columns.of(program);
        List<Integer> kept =
                columns.columns().stream().map(Columns.Column::node).toList();
        this.compiled = Compiled.still(program, List.of(), kept, Precision.FLOAT64);
        this.batches = Course.perEpoch(program);
    }

    /**
     * A probe with rows of features.
     *
     * @throws chainstep.data.DataException when they have another number of features
     */
    public static Probe of(Course course, Rows rows) {
        return new Probe(rows, course.asking(rows));
    }

    /** The units that it asks. */
    public Columns columns() {
        return columns;
    }

    /** What it asks with. */
    public Rows rows() {
        return rows;
    }

    /** The numbers of a state, column by column: {@code [unit][row]}. */
    public List<double[][]> values(Snapshot state) {
        List<double[][]> all = new ArrayList<>();
        columns.columns().forEach(column -> all.add(new double[column.units()][rows.count()]));
        compiled.load(state.at(0));
        int each = rows.count() / batches;
        for (int batch = 0; batch < batches; batch++) {
            compiled.run(1);
            for (int k = 0; k < all.size(); k++) {
                fill(all.get(k), columns.columns().get(k), k, batch * each, each);
            }
        }
        return all;
    }

    private void fill(double[][] values, Columns.Column column, int kept, int first, int count) {
        Node node = program.node(column.node());
        if (node.op() instanceof Leaf leaf && leaf.kind() == Leaf.Kind.INPUT) {
            for (int row = 0; row < count; row++) {
                for (int unit = 0; unit < values.length; unit++) {
                    values[unit][first + row] = rows.at(first + row, unit);
                }
            }
            return;
        }
        double[] numbers = compiled.kept(kept);
        for (int row = 0; row < count; row++) {
            for (int unit = 0; unit < values.length; unit++) {
                values[unit][first + row] = numbers[column.byUnit() ? unit * count + row : row * values.length + unit];
            }
        }
    }
}
