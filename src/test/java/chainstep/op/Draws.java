package chainstep.op;

import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random operands for any operation, of ranks 0 to 4 with extents of 1 among them; where an operation has parameters that shapes
 * depend on (axes, strides, padding, indices), these are drawn too. Drawn from the operation's name: always the same.
 */
final class Draws {
    private static final int MOST = 3;
    private static final Rational EPSILON = Rational.of(1, 10);

    private final Random chance;

    /** An operation and shapes it can take. */
    record Drawn(Op op, List<Shape> shapes) {}

    private Draws(Random chance) {
        this.chance = chance;
    }

    /** So many draws of an operation's kind. */
    static List<Drawn> of(Op op, int count) {
        Draws draws = new Draws(new Random(op.toString().hashCode()));
        return Stream.generate(() -> draws.draw(op)).limit(count).toList();
    }

    private int between(int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }

    /** A shape of a rank in a range. */
    private Shape shape(int leastRank, int mostRank) {
        return Shape.of(chance.ints(between(leastRank, mostRank), 1, MOST + 1).toArray());
    }

    private static Drawn alike(Op op, Shape shape, int count) {
        return new Drawn(op, Collections.nCopies(count, shape));
    }

    private Drawn draw(Op op) {
        if (op instanceof Elementwise elementwise) {
            int[] dims = shape(0, Shape.MAX_RANK).dims();
            return new Drawn(
                    op,
                    Stream.generate(() -> part(dims)).limit(elementwise.arity()).toList());
        } else if (op instanceof Loss) {
            Shape shape = shape(0, Shape.MAX_RANK);
            int single = chance.nextInt(4);
            return new Drawn(op, List.of(single == 0 ? Shape.SCALAR : shape, single == 1 ? Shape.SCALAR : shape));
        }
        return switch (op.name()) {
            case "sum", "mean", "max", "min", "max_pullback", "min_pullback" -> reduction(op);
            case "softmax", "log_softmax", "softmax_pullback", "log_softmax_pullback" -> rows(op);
            case "matmul", "outer" -> product(op);
            case "cross_entropy", "cross_entropy_pullback", "cross_entropy_curvature" -> classes(op);
            case "conv2d" -> convolution();
            case "max_pool2d", "avg_pool2d" -> pool(op);
            case "batch_norm", "layer_norm", "norm_pullback_x", "norm_pullback_scale", "norm_curvature" ->
                normalisation(op);
            default -> reordering(op);
        };
    }

    /** The last extents of a shape, some of them 1. */
    private Shape part(int[] dims) {
        int[] last = Arrays.copyOfRange(dims, chance.nextInt(3) == 0 ? between(0, dims.length) : 0, dims.length);
        return Shape.of(
                Arrays.stream(last).map(dim -> chance.nextInt(4) == 0 ? 1 : dim).toArray());
    }

    /** An axis counted from either end. */
    private int axis(Shape shape) {
        return between(-shape.rank(), shape.rank() - 1);
    }

    private Drawn reduction(Op op) {
        Shape x = shape(0, Shape.MAX_RANK);
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (chance.nextBoolean()) {
                axes.add(chance.nextBoolean() ? axis : axis - x.rank());
            }
        }
        Collections.shuffle(axes, chance);
        Axes over = new Axes(axes, chance.nextBoolean());
        return switch (op.name()) {
            case "sum" -> alike(new Sum(over), x, 1);
            case "mean" -> alike(new Mean(over), x, 1);
            case "max" -> alike(new Max(over), x, 1);
            case "min" -> alike(new Min(over), x, 1);
            default ->
                new Drawn(new ExtremumPullback(over, ((ExtremumPullback) op).least()), List.of(over.reduced(op, x), x));
        };
    }

    private Drawn rows(Op op) {
        Shape x = shape(1, Shape.MAX_RANK);
        int axis = axis(x);
        return switch (op.name()) {
            case "softmax" -> alike(new Softmax(axis), x, 1);
            case "log_softmax" -> alike(new LogSoftmax(axis), x, 1);
            case "softmax_pullback" -> alike(new SoftmaxPullback(axis), x, 2);
            default -> alike(new LogSoftmaxPullback(axis), x, 2);
        };
    }

    private Drawn product(Op op) {
        int inner = between(1, 4);
        int rows = between(1, 4);
        int columns = between(1, 4);
        if (!(op instanceof MatMul product)) {
            return new Drawn(op, List.of(Shape.of(rows), Shape.of(columns)));
        }
        boolean row = chance.nextInt(3) == 0;
        boolean column = chance.nextInt(3) == 0;
        Shape a = product.left() ? Shape.of(inner, rows) : Shape.of(rows, inner);
        Shape b = product.right() ? Shape.of(columns, inner) : Shape.of(inner, columns);
        return new Drawn(op, List.of(row ? Shape.of(inner) : a, column ? Shape.of(inner) : b));
    }

    /** Rows of targets, or class numbers: those go up to 2. */
    private Drawn classes(Op op) {
        boolean numbers = chance.nextBoolean();
        int[] dims = shape(1, Shape.MAX_RANK).dims();
        dims[dims.length - 1] = numbers ? between(3, 4) : between(1, 4);
        Shape logits = Shape.of(dims);
        Shape target = numbers ? Categories.groups(logits) : logits;
        if (op instanceof CrossEntropyCurvature curvature) {
            return new Drawn(op, OpShapes.curvature(curvature.reduction(), List.of(logits, target)));
        }
        return op instanceof CrossEntropyPullback pullback
                ? new Drawn(
                        op,
                        List.of(new CrossEntropy(pullback.reduction()).shape(List.of(logits, target)), logits, target))
                : new Drawn(op, List.of(logits, target));
    }

    private Drawn convolution() {
        int rank = between(2, 4);
        int pad = between(0, 2);
        int[] kernel = {between(1, 3), between(1, 3)};
        int[] image = {between(Math.max(1, kernel[0] - 2 * pad), 5), between(Math.max(1, kernel[1] - 2 * pad), 5)};
        int filters = between(1, 3);
        int channels = between(1, 2);
        Shape x = rank == 2
                ? Shape.of(image)
                : rank == 3 ? Shape.of(channels, image[0], image[1]) : Shape.of(2, channels, image[0], image[1]);
        Shape w = rank == 2 ? Shape.of(kernel) : Shape.of(filters, channels, kernel[0], kernel[1]);
        Shape bias = rank > 2 ? Shape.of(filters) : chance.nextBoolean() ? Shape.of(1) : Shape.SCALAR;
        Op op = new Conv2d(between(1, 3), pad);
        return new Drawn(op, chance.nextBoolean() ? List.of(x, w) : List.of(x, w, bias));
    }

    private Drawn pool(Op op) {
        int size = between(1, 3);
        int stride = between(1, 3);
        int[] dims = shape(2, Shape.MAX_RANK).dims();
        dims[dims.length - 2] = between(size, 5);
        dims[dims.length - 1] = between(size, 5);
        return alike(
                op instanceof MaxPool2d ? new MaxPool2d(size, stride) : new AvgPool2d(size, stride), Shape.of(dims), 1);
    }

    private Drawn normalisation(Op op) {
        Normalised.Group group = op instanceof Normalisation norm
                ? norm.group()
                : op instanceof NormalisationPullback back
                        ? back.group()
                        : op instanceof NormalisationCurvature second ? second.group() : ((ScalePullback) op).group();
        boolean columns = group == Normalised.Group.COLUMN;
        Shape x = columns ? shape(1, 1) : shape(1, Shape.MAX_RANK);
        if (columns) {
            int[] more = shape(3, 3).dims();
            x = chance.nextBoolean() ? Shape.of(more[0], more[1]) : Shape.of(more[0], x.dim(0), more[1], more[2]);
        }
        Shape each = group.parameters(x);
        return switch (op.name()) {
            case "batch_norm" -> new Drawn(new BatchNorm(EPSILON), List.of(x, each, each));
            case "layer_norm" -> new Drawn(new LayerNorm(EPSILON), List.of(x, each, each));
            case "norm_pullback_x" -> new Drawn(new NormalisationPullback(group, EPSILON), List.of(x, x, each));
            case "norm_curvature" -> new Drawn(new NormalisationCurvature(group, EPSILON), List.of(x, x, x, each, x));
            default -> alike(new ScalePullback(group, EPSILON), x, 2);
        };
    }

    /** What moves numbers about, and the rest. */
    private Drawn reordering(Op op) {
        Shape x = shape(0, Shape.MAX_RANK);
        return switch (op.name()) {
            case "transpose", "norm" -> alike(op, x, 1);
            case "ones" -> new Drawn(new Ones(x), List.of());
            case "total" -> alike(op, x, chance.nextInt(3) == 0 ? 33 : between(1, 4));
            case "stack" -> alike(op, shape(0, Shape.MAX_RANK - 1), between(1, 4));
            case "reshape" -> new Drawn(new Reshape(twelve()), List.of(twelve()));
            case "slice" -> slice(x);
            case "concat" -> concat(shape(1, Shape.MAX_RANK));
            default -> throw new AssertionError("no operands are drawn for " + op);
        };
    }

    /** A shape of twelve numbers. */
    private Shape twelve() {
        int[] dims = new int[between(1, Shape.MAX_RANK)];
        Arrays.fill(dims, 1);
        for (int factor : new int[] {2, 2, 3}) {
            dims[chance.nextInt(dims.length)] *= factor;
        }
        return Shape.of(dims);
    }

    private Drawn slice(Shape x) {
        List<Slice.Pick> picks = new ArrayList<>();
        int room = Shape.MAX_RANK - x.rank();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (room > 0 && chance.nextInt(4) == 0) {
                picks.add(new Slice.NewAxis());
                room--;
            }
            picks.add(chance.nextInt(3) == 0 ? new Slice.At(chance.nextInt(x.dim(axis))) : every(x.dim(axis)));
        }
        if (room > 0 && chance.nextInt(3) == 0) {
            picks.add(new Slice.NewAxis());
        }
        return alike(new Slice(picks), x, 1);
    }

    private Slice.Every every(int extent) {
        boolean leading = chance.nextBoolean();
        int start = leading ? 0 : chance.nextInt(extent);
        int step = leading ? 1 : (chance.nextBoolean() ? 1 : -1) * between(1, 2);
        int room = step > 0 ? extent - 1 - start : start;
        return new Slice.Every(start, step, between(1, room / Math.abs(step) + 1));
    }

    private Drawn concat(Shape first) {
        int axis = axis(first);
        List<Shape> parts = new ArrayList<>();
        for (int part = between(1, 4); part > 0; part--) {
            int[] dims = first.dims();
            dims[axis < 0 ? axis + dims.length : axis] = between(1, MOST);
            parts.add(Shape.of(dims));
        }
        return new Drawn(new Concat(axis), parts);
    }
}
