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
import java.util.Optional;

/** What every unit of a network says to rows of one's own, in any state of its training. Mutable; one thread. */
public final class Probe {
    private final Optional<Rows> rows;
    private final Program program;
    private final Columns columns;
    private final Compiled compiled;
    private final int batches;

    private Probe(Optional<Rows> rows, Program program) {
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
        return new Probe(Optional.of(rows), course.asking(rows));
    }

    /** A probe with what the model's file holds. */
    public static Probe of(Course course) {
        return new Probe(Optional.empty(), course.program());
    }

    /** The units that it asks. */
    public Columns columns() {
        return columns;
    }

    /** The numbers of a state, column by column: {@code [unit][row]}. */
    public List<double[][]> values(Snapshot state) {
        compiled.load(state.at(0));
        if (rows.isEmpty()) {
            compiled.run(1);
            return columns.columns().stream().map(this::kept).toList();
        }
        List<double[][]> all = new ArrayList<>();
        int count = rows.get().count();
        columns.columns().forEach(column -> all.add(new double[column.units()][count]));
        for (int batch = 0; batch < batches; batch++) {
            compiled.run(1);
            for (int k = 0; k < all.size(); k++) {
                fill(all.get(k), columns.columns().get(k), batch * (count / batches));
            }
        }
        return all;
    }

    /** What a column's units hold after a run: {@code [unit][row]}. */
    private double[][] kept(Columns.Column column) {
        double[] numbers = compiled.kept(columns.columns().indexOf(column));
        int count = numbers.length / column.units();
        double[][] values = new double[column.units()][count];
        for (int row = 0; row < count; row++) {
            for (int unit = 0; unit < values.length; unit++) {
                values[unit][row] = numbers[column.byUnit() ? unit * count + row : row * values.length + unit];
            }
        }
        return values;
    }

    private void fill(double[][] values, Columns.Column column, int first) {
        Node node = program.node(column.node());
        boolean given = node.isLeaf(Leaf.Kind.INPUT);
        double[][] held = given ? new double[0][] : kept(column);
        int count = values[0].length / batches;
        for (int row = 0; row < count; row++) {
            for (int unit = 0; unit < values.length; unit++) {
                values[unit][first + row] = given ? rows.orElseThrow().at(first + row, unit) : held[unit][row];
            }
        }
    }
}
