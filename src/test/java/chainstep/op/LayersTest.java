package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Convolution and pools of batches, against seven and six plain loops. */
class LayersTest {
    private static final int BATCH = 2;
    private static final int CHANNELS = 3;
    private static final int HEIGHT = 7;
    private static final int WIDTH = 6;
    private static final int FILTERS = 2;
    private static final int ROWS = 3;
    private static final int COLUMNS = 2;

    private final double[] x = whole(1, BATCH * CHANNELS * HEIGHT * WIDTH);
    private final double[] w = whole(2, FILTERS * CHANNELS * ROWS * COLUMNS);
    private final double[] b = whole(3, FILTERS);
    private final Shape image = Shape.of(BATCH, CHANNELS, HEIGHT, WIDTH);

    private static double[] whole(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.ints(size, -9, 10).asDoubleStream().toArray();
    }

    private double pixel(int n, int c, int i, int j) {
        boolean inside = i >= 0 && i < HEIGHT && j >= 0 && j < WIDTH;
        return inside ? x[((n * CHANNELS + c) * HEIGHT + i) * WIDTH + j] : 0;
    }

    @Test
    void a_convolution_is_seven_loops() {
        for (int stride = 1; stride <= 3; stride++) {
            for (int pad = 0; pad <= 2; pad++) {
                List<Shape> shapes = List.of(image, Shape.of(FILTERS, CHANNELS, ROWS, COLUMNS), Shape.of(FILTERS));
                Op op = new Conv2d(stride, pad);
                assertThat(Bench.evaluate(op, shapes, List.of(x, w, b)))
                        .as("stride %d, pad %d", stride, pad)
                        .isEqualTo(convolved(stride, pad, op.shape(shapes)));
            }
        }
    }

    private double[] convolved(int stride, int pad, Shape shape) {
        assertThat(shape)
                .isEqualTo(Shape.of(
                        BATCH,
                        FILTERS,
                        (HEIGHT + 2 * pad - ROWS) / stride + 1,
                        (WIDTH + 2 * pad - COLUMNS) / stride + 1));
        double[] out = new double[shape.size()];
        for (int at = 0; at < out.length; at++) {
            int[] place = shape.index(at);
            out[at] = b[place[1]];
            for (int c = 0; c < CHANNELS; c++) {
                for (int u = 0; u < ROWS; u++) {
                    for (int v = 0; v < COLUMNS; v++) {
                        double weight = w[((place[1] * CHANNELS + c) * ROWS + u) * COLUMNS + v];
                        out[at] +=
                                weight * pixel(place[0], c, place[2] * stride + u - pad, place[3] * stride + v - pad);
                    }
                }
            }
        }
        return out;
    }

    @Test
    void pools_are_six_loops() {
        for (int size = 1; size <= 3; size++) {
            for (int stride = 1; stride <= 3; stride++) {
                double[][] pooled = pooled(size, stride);
                assertThat(Bench.evaluate(new MaxPool2d(size, stride), List.of(image), List.of(x)))
                        .as("size %d, stride %d", size, stride)
                        .isEqualTo(pooled[0]);
                assertThat(Bench.evaluate(new AvgPool2d(size, stride), List.of(image), List.of(x)))
                        .as("size %d, stride %d", size, stride)
                        .isEqualTo(pooled[1]);
            }
        }
    }

    /** Maxima and means. */
    private double[][] pooled(int size, int stride) {
        Shape shape = Shape.of(BATCH, CHANNELS, (HEIGHT - size) / stride + 1, (WIDTH - size) / stride + 1);
        double[][] out = new double[2][shape.size()];
        Arrays.fill(out[0], Double.NEGATIVE_INFINITY);
        for (int at = 0; at < shape.size(); at++) {
            int[] place = shape.index(at);
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    double pixel = pixel(place[0], place[1], place[2] * stride + u, place[3] * stride + v);
                    out[0][at] = Math.max(out[0][at], pixel);
                    out[1][at] += pixel;
                }
            }
            out[1][at] /= size * size;
        }
        return out;
    }
}
