package chainstep.op;

import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** For each operation, operand shapes it can take: ranks 0 to 4, broadcasting, batches. */
final class OpShapes {
    private static final Shape ONE = Shape.SCALAR;
    private static final Shape ROW = Shape.of(3);
    private static final Shape MATRIX = Shape.of(2, 3);
    private static final Shape CUBE = Shape.of(2, 3, 2);

    private OpShapes() {}

    static List<List<Shape>> of(Op op) {
        if (op instanceof NormPullback) {
            return List.of(List.of(ONE, ROW, ONE), List.of(ONE, MATRIX, ONE));
        } else if (op instanceof Elementwise elementwise) {
            return elementwise.arity() == 1 ? alone(ONE, ROW, MATRIX, Shape.of(2, 1, 2, 3)) : broadcast();
        } else if (op instanceof Loss) {
            return List.of(List.of(ONE, ONE), List.of(ROW, ROW), List.of(MATRIX, MATRIX), List.of(MATRIX, ONE));
        } else if (op instanceof MatMul product) {
            return products(product);
        } else if (op instanceof Reshape reshape) {
            return reshape.to().rank() == 2 && reshape.to().dim(0) == 3
                    ? alone(Shape.of(12), Shape.of(4, 3), Shape.of(2, 2, 3), Shape.of(3, 2, 1, 2))
                    : alone(Shape.of(3, 4), Shape.of(2, 2, 3));
        }
        return named(op);
    }

    private static List<List<Shape>> named(Op op) {
        return switch (op.name()) {
            case "ones" -> List.of(List.of());
            case "total" -> List.of(List.of(ROW, ROW, ROW), List.of(MATRIX, MATRIX));
            case "max_pullback" -> List.of(List.of(ONE, MATRIX), List.of(ONE, CUBE));
            case "min_pullback" -> List.of(List.of(Shape.of(2, 1), MATRIX), List.of(Shape.of(2, 3, 1), CUBE));
            case "outer" -> List.of(List.of(ROW, Shape.of(2)));
            case "sum", "mean", "max", "min" -> alone(ROW, MATRIX, CUBE, Shape.of(1, 3, 2, 2));
            case "softmax", "log_softmax", "norm" -> alone(ROW, MATRIX, CUBE);
            case "softmax_pullback", "log_softmax_pullback" -> List.of(List.of(ROW, ROW), List.of(CUBE, CUBE));
            case "transpose" -> alone(ONE, ROW, MATRIX, Shape.of(2, 3, 1, 4));
            case "slice" -> alone(slices(op));
            case "concat" -> concat((Concat) op);
            case "stack" -> List.of(List.of(ONE, ONE, ONE), List.of(ROW), List.of(MATRIX, MATRIX));
            case "cross_entropy" -> classes();
            case "cross_entropy_pullback" ->
                classes().stream()
                        .map(shapes -> upstream(((CrossEntropyPullback) op).reduction(), shapes))
                        .toList();
            case "cross_entropy_curvature" ->
                classes().stream()
                        .map(shapes -> curvature(((CrossEntropyCurvature) op).reduction(), shapes))
                        .toList();
            default -> layers(op);
        };
    }

    private static List<List<Shape>> layers(Op op) {
        return switch (op.name()) {
            case "conv2d" ->
                List.of(
                        List.of(Shape.of(5, 4), Shape.of(3, 2)),
                        List.of(Shape.of(5, 5), Shape.of(3, 3), ONE),
                        List.of(Shape.of(2, 5, 4), Shape.of(3, 2, 2, 3), Shape.of(3)),
                        List.of(Shape.of(2, 2, 3, 4), Shape.of(2, 2, 3, 3), Shape.of(2)));
            case "max_pool2d", "avg_pool2d" -> alone(Shape.of(4, 5), Shape.of(2, 3, 4), Shape.of(2, 2, 3, 3));
            case "batch_norm" -> List.of(List.of(Shape.of(4, 3), ROW, ROW), List.of(Shape.of(2, 3, 2, 2), ROW, ROW));
            case "norm_pullback_x" ->
                List.of(
                        List.of(Shape.of(4, 3), Shape.of(4, 3), ROW),
                        List.of(Shape.of(2, 3, 2, 3), Shape.of(2, 3, 2, 3), ROW));
            case "norm_curvature" -> {
                Shape images = Shape.of(2, 3, 2, 3);
                Shape rows = Shape.of(4, 3);
                yield List.of(List.of(rows, rows, rows, ROW, rows), List.of(images, images, images, ROW, images));
            }
            case "norm_pullback_scale" ->
                List.of(List.of(Shape.of(4, 3), Shape.of(4, 3)), List.of(Shape.of(2, 3, 2, 2), Shape.of(2, 3, 2, 2)));
            case "layer_norm" -> List.of(List.of(ROW, ROW, ROW), List.of(Shape.of(2, 2, 3), ROW, ROW));
            default -> throw new AssertionError("no operand shapes are listed for " + op);
        };
    }

    private static List<List<Shape>> alone(Shape... shapes) {
        return Stream.of(shapes).map(List::of).toList();
    }

    private static List<List<Shape>> broadcast() {
        return List.of(
                List.of(ONE, ONE),
                List.of(MATRIX, MATRIX),
                List.of(MATRIX, ROW),
                List.of(ONE, CUBE),
                List.of(Shape.of(2, 1, 3), Shape.of(4, 1)),
                List.of(MATRIX, Shape.of(2, 1)));
    }

    private static List<List<Shape>> products(MatMul product) {
        Shape left = product.left() ? Shape.of(3, 2) : Shape.of(2, 3);
        Shape right = product.right() ? Shape.of(4, 3) : Shape.of(3, 4);
        return List.of(List.of(left, right), List.of(left, ROW), List.of(ROW, right), List.of(ROW, ROW));
    }

    private static Shape[] slices(Op op) {
        boolean first = ((Slice) op).picks().get(0) instanceof Slice.At;
        return first ? new Shape[] {MATRIX, Shape.of(3, 4)} : new Shape[] {Shape.of(3, 2), Shape.of(4, 1)};
    }

    private static List<List<Shape>> concat(Concat concat) {
        return concat.axis() == 0
                ? List.of(List.of(Shape.of(2), ROW, Shape.of(1)), List.of(MATRIX, Shape.of(1, 3)))
                : List.of(List.of(Shape.of(2, 1), MATRIX), List.of(CUBE, CUBE, Shape.of(2, 3, 1)));
    }

    private static List<List<Shape>> classes() {
        return List.of(List.of(ROW, ROW), List.of(ROW, ONE), List.of(MATRIX, MATRIX), List.of(MATRIX, Shape.of(2)));
    }

    private static List<Shape> upstream(Reduction reduction, List<Shape> shapes) {
        Shape loss = new CrossEntropy(reduction).shape(shapes);
        return Stream.concat(Collections.singleton(loss).stream(), shapes.stream())
                .toList();
    }

    static List<Shape> curvature(Reduction reduction, List<Shape> shapes) {
        Shape logits = shapes.get(0);
        Shape loss = new CrossEntropy(reduction).shape(shapes);
        return shapes.get(1).equals(logits) ? List.of(logits, loss, logits, logits) : List.of(logits, loss, logits);
    }
}
