package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Adjoint;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gradient of a part is the upstream gradient at the places the part was taken from, and 0 elsewhere. */
class SliceTest {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;

    @Test
    void every_part_of_a_matrix_gets_its_gradient_where_it_was_taken() {
        List<Slice.Every> rows = parts(ROWS);
        List<Slice.Every> columns = parts(COLUMNS);
        assertThat(rows.size() * columns.size()).isGreaterThan(150);
        for (Slice.Every row : rows) {
            for (Slice.Every column : columns) {
                Slice slice = new Slice(List.of(row, column));
                double[] upstream = IntStream.rangeClosed(1, row.extent() * column.extent())
                        .mapToDouble(i -> i)
                        .toArray();
                assertThat(gradient(slice, Shape.of(ROWS, COLUMNS), upstream))
                        .as("%s", slice)
                        .containsExactly(scattered(row, column, upstream));
            }
        }
    }

    private static double[] gradient(Slice slice, Shape shape, double[] upstream) {
        Pullback pullback = slice.pullback(0, List.of(shape)).orElseGet(() -> Adjoint.of(slice, 0, List.of(shape)));
        Shape taken = slice.shape(List.of(shape));
        List<Shape> shapes = pullback.operands().stream()
                .map(operand -> operand instanceof Pullback.Operand.Upstream ? taken : shape)
                .toList();
        List<double[]> values = pullback.operands().stream()
                .map(operand -> operand instanceof Pullback.Operand.Upstream ? upstream : new double[shape.size()])
                .toList();
        return Bench.evaluate(pullback.op(), shapes, values);
    }

    private static double[] scattered(Slice.Every row, Slice.Every column, double[] upstream) {
        double[] gradient = new double[ROWS * COLUMNS];
        for (int i = 0; i < row.extent(); i++) {
            for (int j = 0; j < column.extent(); j++) {
                int place = (row.start() + i * row.step()) * COLUMNS + column.start() + j * column.step();
                gradient[place] += upstream[i * column.extent() + j];
            }
        }
        return gradient;
    }

    /** Every start, direction, step of one or two, and length. */
    private static List<Slice.Every> parts(int extent) {
        List<Slice.Every> parts = new ArrayList<>();
        for (int start = 0; start < extent; start++) {
            int from = start;
            Stream.of(1, -1, 2, -2).forEach(step -> {
                for (int count = 1; within(from + (count - 1) * step, extent); count++) {
                    parts.add(new Slice.Every(from, step, count));
                }
            });
        }
        return parts;
    }

    private static boolean within(int place, int extent) {
        return place >= 0 && place < extent;
    }
}
