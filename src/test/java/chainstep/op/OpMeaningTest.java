package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Operations mean what they mean in NumPy (and PyTorch): expectations worked out by hand. */
class OpMeaningTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Tensor SIX = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

    private static Tensor run(Op op, Tensor... operands) {
        List<Shape> shapes = List.of(operands).stream().map(Tensor::shape).toList();
        List<double[]> values = List.of(operands).stream().map(Tensor::toArray).toList();
        return Tensor.of(op.shape(shapes), Bench.evaluate(op, shapes, values));
    }

    /** The gradient of one operand, from a gradient of ones. */
    private static Tensor back(Op op, int operand, Tensor... operands) {
        List<Shape> shapes = List.of(operands).stream().map(Tensor::shape).toList();
        Pullback pullback = op.pullbackOf(operand, shapes);
        Tensor[] read = pullback.operands().stream()
                .map(each -> each instanceof Pullback.Operand.Input input
                        ? operands[input.index()]
                        : each instanceof Pullback.Operand.Upstream
                                ? Tensor.full(op.shape(shapes), 1)
                                : run(op, operands))
                .toArray(Tensor[]::new);
        return run(pullback.op(), read);
    }

    private static Tensor vector(double... values) {
        return Tensor.vector(values);
    }

    private static Subscript from(int start, int stop, int step) {
        return new Subscript.Range(OptionalInt.of(start), OptionalInt.of(stop), OptionalInt.of(step));
    }

    private static Tensor part(Tensor of, Subscript... items) {
        return run(Slice.of(of.shape(), List.of(items)), of);
    }

    @Test
    void a_row_broadcasts_over_a_matrix_and_its_gradient_sums_over_the_rows() {
        Tensor row = vector(10, 20, 30);
        assertThat(run(new Add(), SIX, row)).isEqualTo(Tensor.of(Shape.of(2, 3), 11, 22, 33, 14, 25, 36));
        assertThat(back(new Multiply(), 1, SIX, row)).isEqualTo(vector(5, 7, 9));
    }

    @Test
    void a_column_broadcasts_against_a_row() {
        Tensor column = Tensor.of(Shape.of(2, 1), 1, 2);
        assertThat(run(new Subtract(), column, vector(1, 2, 3)))
                .isEqualTo(Tensor.of(Shape.of(2, 3), 0, -1, -2, 1, 0, -1));
    }

    @Test
    void reductions_follow_axis_and_keepdims() {
        assertThat(run(Sum.ALL, SIX)).isEqualTo(Tensor.scalar(21));
        assertThat(run(new Sum(Axes.along(0, false)), SIX)).isEqualTo(vector(5, 7, 9));
        assertThat(run(new Sum(Axes.along(1, true)), SIX)).isEqualTo(Tensor.of(Shape.of(2, 1), 6, 15));
        assertThat(run(new Mean(Axes.along(-1, false)), SIX)).isEqualTo(vector(2, 5));
        assertThat(run(new Max(new Axes(List.of(0, 1), true)), SIX)).isEqualTo(Tensor.of(Shape.of(1, 1), 6));
        assertThat(run(new Min(Axes.along(1, false)), SIX)).isEqualTo(vector(1, 4));
    }

    @Test
    void a_mean_of_ones_is_one() {
        assertThat(run(Mean.ALL, Tensor.full(Shape.of(10), 1)).item()).isEqualTo(1);
        assertThat(run(new Mse(Reduction.MEAN), Tensor.full(Shape.of(10), 1), Tensor.full(Shape.of(10), 0))
                        .item())
                .isEqualTo(1);
    }

    @Test
    void a_nan_is_the_greatest_and_the_least() {
        assertThat(run(Max.ALL, vector(1, NAN, 2)).item()).isNaN();
        assertThat(run(Min.ALL, vector(1, NAN, 2)).item()).isNaN();
        assertThat(run(new Maximum(), vector(NAN, 1, 2, -INF), vector(1, NAN, 3, INF)))
                .isEqualTo(vector(NAN, NAN, 3, INF));
        assertThat(run(new Minimum(), vector(NAN, 1, 2, -INF), vector(1, NAN, 3, INF)))
                .isEqualTo(vector(NAN, NAN, 2, -INF));
    }

    @Test
    void a_tie_goes_to_the_first() {
        assertThat(back(Max.ALL, 0, vector(1, 3, 3))).isEqualTo(vector(0, 1, 0));
        assertThat(back(Min.ALL, 0, vector(1, 3, 1))).isEqualTo(vector(1, 0, 0));
        assertThat(back(new Maximum(), 0, vector(2), vector(2))).isEqualTo(vector(1));
        assertThat(back(new Maximum(), 1, vector(2), vector(2))).isEqualTo(vector(0));
        assertThat(back(new Minimum(), 1, vector(2), vector(2))).isEqualTo(vector(0));
        Tensor equal = Tensor.full(Shape.of(2, 2), 5);
        assertThat(back(new MaxPool2d(2), 0, equal)).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 0, 0, 0));
    }

    @Test
    void derivatives_at_kinks_are_as_the_language_says() {
        Tensor zero = Tensor.scalar(0);
        Rational slope = Rational.of(1, 10);
        assertThat(back(new Relu(), 0, zero).item()).isZero();
        assertThat(back(new LeakyRelu(slope), 0, zero).item()).isEqualTo(0.1);
        assertThat(back(new Elu(slope), 0, zero).item()).isEqualTo(0.1);
        assertThat(back(new Abs(), 0, zero).item()).isZero();
        assertThat(back(new Norm(), 0, vector(0, 0))).isEqualTo(vector(0, 0));
        assertThat(back(new Mae(Reduction.SUM), 0, zero, zero).item()).isZero();
        assertThat(back(new Hinge(Reduction.SUM), 0, Tensor.scalar(1), Tensor.scalar(1))
                        .item())
                .isZero();
        assertThat(run(new Step(), zero).item()).isZero();
        assertThat(run(new Sign(), zero).item()).isZero();
    }

    @Test
    void quotients_logarithms_and_powers_leave_the_numbers_as_numpy_does() {
        assertThat(run(new Divide(), vector(1, -1, 0), vector(0, 0, 0))).isEqualTo(vector(INF, -INF, NAN));
        assertThat(run(new Log(), vector(0, -1))).isEqualTo(vector(-INF, NAN));
        assertThat(run(new Power(Rational.of(1, 2)), vector(-1)).get(0)).isNaN();
        assertThat(run(new Relu(), vector(NAN)).get(0)).isNaN();
        assertThat(run(new RaiseTo(), vector(2, 0, NAN), vector(10, 0, 0))).isEqualTo(vector(1024, 1, 1));
    }

    @Test
    void truths_are_ones_and_zeros() {
        Tensor a = vector(1, 2, NAN);
        Tensor b = vector(2, 2, 2);
        assertThat(run(new Compare(Compare.Relation.GREATER), a, b)).isEqualTo(vector(0, 0, 0));
        assertThat(run(new Compare(Compare.Relation.GREATER_EQUAL), a, b)).isEqualTo(vector(0, 1, 0));
        assertThat(run(new Compare(Compare.Relation.LESS), a, b)).isEqualTo(vector(1, 0, 0));
        assertThat(run(new Compare(Compare.Relation.LESS_EQUAL), a, b)).isEqualTo(vector(1, 1, 0));
        assertThat(run(new Compare(Compare.Relation.EQUAL), a, b)).isEqualTo(vector(0, 1, 0));
        assertThat(run(new Compare(Compare.Relation.NOT_EQUAL), a, b)).isEqualTo(vector(1, 0, 1));
        assertThat(run(new And(), vector(0, 0, 1, 1), vector(0, 1, 0, 1))).isEqualTo(vector(0, 0, 0, 1));
        assertThat(run(new Or(), vector(0, 0, 1, 1), vector(0, 1, 0, 1))).isEqualTo(vector(0, 1, 1, 1));
        assertThat(run(new Not(), vector(0, 1))).isEqualTo(vector(1, 0));
        assertThat(run(new IsFinite(), vector(0, INF, NAN))).isEqualTo(vector(1, 0, 0));
    }

    @Test
    void slices_count_as_python_does() {
        Tensor five = vector(0, 1, 2, 3, 4);
        assertThat(part(five, new Subscript.Index(-1))).isEqualTo(Tensor.scalar(4));
        assertThat(part(five, from(1, 100, 2))).isEqualTo(vector(1, 3));
        assertThat(part(five, from(-2, 5, 1))).isEqualTo(vector(3, 4));
        assertThat(part(five, from(4, 0, -2))).isEqualTo(vector(4, 2));
        Subscript backwards = new Subscript.Range(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(-1));
        assertThat(part(five, backwards)).isEqualTo(vector(4, 3, 2, 1, 0));
    }

    @Test
    void slices_of_a_matrix_drop_indexed_axes_and_add_new_ones() {
        assertThat(part(SIX, new Subscript.Index(1))).isEqualTo(vector(4, 5, 6));
        assertThat(part(SIX, Subscript.Range.ALL, new Subscript.Index(1))).isEqualTo(vector(2, 5));
        assertThat(part(SIX, new Subscript.Ellipsis(), new Subscript.Index(0))).isEqualTo(vector(1, 4));
        assertThat(part(SIX, new Subscript.Index(0), new Subscript.Index(2))).isEqualTo(Tensor.scalar(3));
        assertThat(part(vector(1, 2), Subscript.Range.ALL, new Subscript.NewAxis()))
                .isEqualTo(Tensor.of(Shape.of(2, 1), 1, 2));
    }

    @Test
    void the_gradient_of_a_slice_is_zero_elsewhere() {
        Slice slice = Slice.of(SIX.shape(), List.of(Subscript.Range.ALL, from(2, -4, -2)));
        assertThat(back(slice, 0, SIX)).isEqualTo(Tensor.of(Shape.of(2, 3), 1, 0, 1, 1, 0, 1));
        assertThat(slice.brackets(SIX.shape())).isEqualTo("[:, ::-2]");
    }

    @Test
    void shapes_are_changed_in_row_major_order() {
        assertThat(run(Reshape.of(SIX.shape(), 3, -1), SIX)).isEqualTo(Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));
        assertThat(run(Reshape.of(SIX.shape(), 6), SIX)).isEqualTo(vector(1, 2, 3, 4, 5, 6));
        assertThat(run(new Transpose(), SIX)).isEqualTo(Tensor.of(Shape.of(3, 2), 1, 4, 2, 5, 3, 6));
        assertThat(run(new Concat(-1), SIX, Tensor.of(Shape.of(2, 1), 8, 9)))
                .isEqualTo(Tensor.of(Shape.of(2, 4), 1, 2, 3, 8, 4, 5, 6, 9));
        assertThat(run(new Stack(), Tensor.scalar(1), Tensor.scalar(2))).isEqualTo(vector(1, 2));
        assertThat(run(new Stack(), vector(1, 2), vector(3, 4))).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
        assertThat(run(new Stack(1), vector(1, 2), vector(3, 4))).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 3, 2, 4));
        assertThat(run(new Stack(-2), vector(1, 2), vector(3, 4))).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
    }

    @Test
    void softmax_and_its_logarithm_do_not_overflow() {
        Tensor large = vector(1000, 1000);
        assertThat(run(new Softmax(-1), large)).isEqualTo(vector(0.5, 0.5));
        assertThat(run(new LogSoftmax(-1), vector(0, -1000)).get(1)).isEqualTo(-1000);
        assertThat(run(new BceLogits(Reduction.SUM), vector(1000, -1000), vector(0, 1))
                        .item())
                .isEqualTo(2000);
    }

    @Test
    void cross_entropy_takes_rows_or_class_numbers() {
        Tensor logits = Tensor.of(Shape.of(2, 3), 2, 1, 0.1, 0.5, 2.5, 0.3);
        Tensor rows = Tensor.of(Shape.of(2, 3), 1, 0, 0, 0, 1, 0);
        Tensor numbers = vector(0, 1);
        double byHand = (0.4170300162778335 + 0.21847079822) / 2;
        assertThat(run(new CrossEntropy(Reduction.MEAN), logits, rows).item()).isEqualTo(byHand, within(1e-3));
        assertThat(run(new CrossEntropy(Reduction.MEAN), logits, numbers))
                .isEqualTo(run(new CrossEntropy(Reduction.MEAN), logits, rows));
        Tensor single = vector(2, 1, 0.1);
        assertThat(run(new CrossEntropy(Reduction.MEAN), single, Tensor.scalar(0))
                        .item())
                .isEqualTo(0.4170300162778335, within(1e-15));
        assertThat(back(new CrossEntropy(Reduction.SUM), 0, single, vector(1, 0, 0))
                        .get(0))
                .isEqualTo(0.6590011388859679 - 1, within(1e-15));
    }

    @Test
    void a_number_that_is_no_class_makes_the_loss_nan() {
        CrossEntropy each = new CrossEntropy(Reduction.NONE);
        Tensor logits = Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 0, 0);
        Tensor numbers = vector(2, 0.5, 1);
        assertThat(run(each, logits, numbers)).isEqualTo(vector(NAN, NAN, StrictMath.log(2)));
        assertThat(back(each, 0, logits, numbers)).isEqualTo(Tensor.of(Shape.of(3, 2), NAN, NAN, NAN, NAN, 0.5, -0.5));
    }

    @Test
    void a_convolution_does_not_turn_its_kernel() {
        Tensor image = Tensor.of(Shape.of(3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Tensor kernel = Tensor.of(Shape.of(2, 2), 1, 0, 0, 2);
        assertThat(run(new Conv2d(1, 0), image, kernel)).isEqualTo(Tensor.of(Shape.of(2, 2), 11, 14, 20, 23));
        assertThat(run(new Conv2d(2, 1), image, kernel, Tensor.scalar(1)))
                .isEqualTo(Tensor.of(Shape.of(2, 2), 3, 7, 15, 24));
        assertThat(back(new Conv2d(1, 0), 0, image, kernel))
                .isEqualTo(Tensor.of(Shape.of(3, 3), 1, 1, 0, 1, 3, 2, 0, 2, 2));
    }

    @Test
    void pools_leave_out_windows_that_do_not_fit() {
        Tensor image = Tensor.of(Shape.of(2, 5), 1, 5, 3, 4, 9, 2, 6, 7, 8, 9);
        assertThat(run(new MaxPool2d(2), image)).isEqualTo(Tensor.of(Shape.of(1, 2), 6, 8));
        assertThat(run(new MaxPool2d(2, 1), image)).isEqualTo(Tensor.of(Shape.of(1, 4), 6, 7, 8, 9));
        assertThat(run(new AvgPool2d(2), image)).isEqualTo(Tensor.of(Shape.of(1, 2), 3.5, 5.5));
    }

    @Test
    void normalisations_take_their_means_over_the_batch_or_along_the_row() {
        Tensor ones = vector(1, 1);
        Tensor zeros = vector(0, 0);
        Tensor batch = Tensor.of(Shape.of(2, 2), 1, 10, 3, 30);
        assertThat(run(new BatchNorm(Rational.ZERO), batch, ones, zeros))
                .isEqualTo(Tensor.of(Shape.of(2, 2), -1, -1, 1, 1));
        assertThat(run(new LayerNorm(Rational.ZERO), batch, ones, zeros))
                .isEqualTo(Tensor.of(Shape.of(2, 2), -1, 1, -1, 1));
    }

    @Test
    void a_mask_keeps_about_its_share_and_repeats_itself() {
        Mask mask = new Mask(Shape.of(10_000), Rational.of(4, 5), 7, 3);
        double[] first = new double[10_000];
        double[] again = new double[10_000];
        mask.fill(5, first);
        mask.fill(5, again);
        assertThat(again).isEqualTo(first).contains(0).contains(1.25);
        assertThat(Tensor.vector(first).size()).isEqualTo(10_000);
        assertThat(Arrays.stream(first).sum() / 10_000).isEqualTo(1, within(0.03));
        assertThat(mask.exact(0, 5).doubleValue()).isEqualTo(first[0]);
        mask.fill(6, again);
        assertThat(again).isNotEqualTo(first);
    }
}
