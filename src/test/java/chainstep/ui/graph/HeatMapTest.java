package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {
    @ParameterizedTest
    @CsvSource({"1, 784, 28, 28", "784, 1, 28, 28", "1, 10, 1, 10", "10, 1, 10, 1", "2, 64, 2, 64"})
    void a_single_long_row_or_column_is_laid_out_as_a_vector_is(int height, int width, int rows, int columns) {
        Shape shape = Shape.of(height, width);
        Figures.Heat heat = HeatMap.of(Tensor.of(shape, new double[shape.size()]));
        assertThat(heat.rows()).isEqualTo(rows);
        assertThat(heat.columns()).isEqualTo(columns);
    }
}
