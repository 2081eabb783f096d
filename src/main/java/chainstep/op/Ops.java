package chainstep.op;

import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of all operations: each once or more, with parameters that show what it can do.
 *
 * <p>{@code OpContractTest} proves every one of them, and fails when an operation of this package is missing here.
 */
public final class Ops {
    private Ops() {}

    /** Every operation. */
    public static List<Op> all() {
        return Stream.of(
                        arithmetic(),
                        functions(),
                        truths(),
                        reductions(),
                        shapes(),
                        rows(),
                        losses(),
                        layers(),
                        pullbacks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Op> arithmetic() {
        return List.of(
                new Add(),
                new Subtract(),
                new Multiply(),
                new Divide(),
                new Negate(),
                new Power(Rational.of(2)),
                new Power(Rational.of(-1)),
                new Power(Rational.of(1, 2)),
                new RaiseTo(),
                new Maximum(),
                new Minimum(),
                new Total(),
                new Alias(),
                new Dropout(),
                MatMul.PLAIN,
                new MatMul(true, false),
                new MatMul(false, true),
                new MatMul(true, true),
                new Outer());
    }

    private static List<Op> functions() {
        return List.of(
                new Exp(),
                new Log(),
                new Sqrt(),
                new Abs(),
                new Sin(),
                new Cos(),
                new Tanh(),
                new Sigmoid(),
                new Relu(),
                new LeakyRelu(Rational.of(1, 10)),
                new Elu(Rational.ONE),
                new Softplus(),
                new Gelu(false),
                new Gelu(true),
                new Silu(),
                new Step(),
                new Sign());
    }

    private static List<Op> truths() {
        Stream<Op> comparisons = Arrays.stream(Compare.Relation.values()).map(Compare::new);
        return Stream.concat(comparisons, Stream.of(new And(), new Or(), new Not(), new IsFinite()))
                .toList();
    }

    private static List<Op> reductions() {
        Axes rows = Axes.along(0, false);
        Axes last = Axes.along(-1, true);
        return List.of(
                Sum.ALL,
                new Sum(rows),
                new Sum(last),
                Mean.ALL,
                new Mean(rows),
                new Mean(last),
                Max.ALL,
                new Max(rows),
                new Max(last),
                Min.ALL,
                new Min(rows),
                new Min(last));
    }

    private static List<Op> shapes() {
        Slice.Pick every = new Slice.Every(0, 2, 2);
        Slice.Pick backwards = new Slice.Every(2, -1, 3);
        return List.of(
                new Ones(Shape.of(2, 3)),
                new Transpose(),
                new Reshape(Shape.of(3, 4)),
                new Reshape(Shape.of(2, 6)),
                new Reshape(Shape.of(12)),
                new Slice(List.of(new Slice.At(1), every)),
                new Slice(List.of(new Slice.NewAxis(), backwards, new Slice.At(0))),
                new Concat(0),
                new Concat(-1),
                new Stack(),
                new Stack(-1));
    }

    private static List<Op> rows() {
        return List.of(new Softmax(-1), new Softmax(0), new LogSoftmax(-1), new LogSoftmax(0), new Norm());
    }

    private static List<Op> losses() {
        return Arrays.stream(Reduction.values())
                .flatMap(reduction -> Stream.<Op>of(
                        new Mse(reduction),
                        new Mae(reduction),
                        new Huber(Rational.of(1, 2), reduction),
                        new Hinge(reduction),
                        new Bce(reduction),
                        new BceLogits(reduction),
                        new CrossEntropy(reduction)))
                .toList();
    }

    private static List<Op> layers() {
        return List.of(
                new Conv2d(1, 0),
                new Conv2d(2, 1),
                new MaxPool2d(2),
                new MaxPool2d(2, 1),
                new AvgPool2d(2),
                new AvgPool2d(3, 1),
                new BatchNorm(Rational.of(1, 100_000)),
                new LayerNorm(Rational.of(1, 100_000)));
    }

    private static List<Op> pullbacks() {
        return List.of(
                new SoftmaxPullback(-1),
                new LogSoftmaxPullback(-1),
                new NormPullback(),
                new ExtremumPullback(Axes.ALL, false),
                new ExtremumPullback(Axes.along(-1, true), true),
                new NormalisationPullback(Normalised.Group.COLUMN, Rational.of(1, 100_000)),
                new NormalisationPullback(Normalised.Group.ROW, Rational.of(1, 100_000)),
                new ScalePullback(Normalised.Group.COLUMN, Rational.of(1, 100_000)),
                new ScalePullback(Normalised.Group.ROW, Rational.of(1, 100_000)),
                new CrossEntropyPullback(Reduction.SUM),
                new CrossEntropyPullback(Reduction.MEAN),
                new CrossEntropyPullback(Reduction.NONE),
                new NormalisationPullback(Normalised.Group.ROW, Rational.of(1, 100_000), true),
                new NormalisationCurvature(Normalised.Group.COLUMN, Rational.of(1, 100_000)),
                new NormalisationCurvature(Normalised.Group.ROW, Rational.of(1, 100_000)),
                new CrossEntropyCurvature(Reduction.SUM),
                new CrossEntropyCurvature(Reduction.MEAN),
                new CrossEntropyCurvature(Reduction.NONE));
    }
}
