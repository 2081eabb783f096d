package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The shape a reader would give an expression, by NumPy's broadcasting; unknown where only the operation knows. */
final class Shapes {
    /** The brackets of a vector set up as a column, to be copied along columns. */
    static final String COLUMN = "[:, None]";

    private static final Set<String> ELEMENTWISE = Set.of(
            "exp",
            "log",
            "log1p",
            "sqrt",
            "sin",
            "cos",
            "tanh",
            "sigmoid",
            "softplus",
            "erf",
            "abs",
            "sign",
            "step",
            "relu",
            "standardized",
            "softmax",
            "log_softmax");

    private Shapes() {}

    static Optional<Shape> of(Expression expression) {
        if (expression instanceof Expression.Symbol e) {
            return Optional.of(e.shape());
        } else if (expression instanceof Expression.Made e) {
            return Optional.of(e.shape());
        } else if (expression instanceof Expression.Number || expression instanceof Expression.Constant) {
            return Optional.of(Shape.SCALAR);
        } else if (expression instanceof Expression.Negative e) {
            return of(e.of());
        } else if (expression instanceof Expression.Spread e) {
            return Optional.of(e.shape());
        } else if (expression instanceof Expression.MatrixProduct e) {
            return product(e);
        } else if (expression instanceof Expression.Transposed e) {
            return of(e.of()).map(Shapes::turned);
        } else if (expression instanceof Expression.Summed e) {
            return e.axes().isEmpty()
                    ? Optional.of(Shape.SCALAR)
                    : of(e.of()).flatMap(shape -> without(shape, e.axes()));
        } else if (expression instanceof Expression.Applied e) {
            return ofApplied(e);
        }
        return expression instanceof Expression.Part e ? ofPart(e) : broadcast(Parts.of(expression));
    }

    /**
     * How many axes it has, −1 where nothing tells. This may be known where the shape is not: beside what has rows and columns, the
     * sum of each row has them too, and class numbers set one-hot get one axis more.
     */
    static int rank(Expression expression) {
        Optional<Shape> shape = of(expression);
        if (shape.isPresent()) {
            return shape.get().rank();
        } else if (expression instanceof Expression.Summed sum) {
            return rank(sum.of());
        } else if (expression instanceof Expression.Applied applied && !ELEMENTWISE.contains(applied.function())) {
            int below = applied.function().equals("one_hot")
                    ? rank(applied.arguments().get(0))
                    : -1;
            return below < 0 ? -1 : below + 1;
        }
        boolean wholes = expression instanceof Expression.MatrixProduct
                || expression instanceof Expression.Transposed
                || expression instanceof Expression.Part;
        return wholes
                ? -1
                : Parts.of(expression).stream().mapToInt(Shapes::rank).max().orElse(-1);
    }

    private static Optional<Shape> ofApplied(Expression.Applied e) {
        if (e.isScalar()) {
            return Optional.of(Shape.SCALAR);
        }
        if (e.function().equals("one_hot") && isPlace(e.arguments().get(0))) {
            return of(Parts.of(e.arguments().get(0)).get(0));
        }
        return ELEMENTWISE.contains(e.function().replaceFirst("\\[.*", ""))
                ? of(e.arguments().get(0))
                : Optional.empty();
    }

    /** Whether it is where the greatest or the least stands. */
    private static boolean isPlace(Expression e) {
        return e instanceof Expression.Applied applied
                && (applied.function().startsWith("argmax")
                        || applied.function().startsWith("argmin"));
    }

    private static Optional<Shape> ofPart(Expression.Part e) {
        if (e.brackets().equals(COLUMN)) {
            return of(e.of()).filter(shape -> shape.rank() == 1).map(shape -> Shape.of(shape.dim(0), 1));
        }
        if (e.isScalar()) {
            return Optional.of(Shape.SCALAR);
        }
        return Brackets.areRead(e.brackets())
                ? of(e.of()).map(shape -> Brackets.of(shape, e.brackets()).shape(List.of(shape)))
                : Optional.empty();
    }

    private static Optional<Shape> broadcast(List<Expression> parts) {
        return broadcast(parts, Shapes::of).or(() -> broadcast(parts, Shapes::kept));
    }

    /** The shape of a sum for each row beside what it goes with, row by row: the axes that were summed over stay, of extent 1. */
    private static Optional<Shape> kept(Expression part) {
        if (!(part instanceof Expression.Summed sum) || sum.axes().isEmpty()) {
            return of(part);
        }
        return of(sum.of()).map(shape -> {
            int[] dims = shape.dims();
            sum.axes().forEach(axis -> dims[axis] = 1);
            return Shape.of(dims);
        });
    }

    private static Optional<Shape> broadcast(List<Expression> parts, Function<Expression, Optional<Shape>> shapeOf) {
        Shape shape = Shape.SCALAR;
        for (Expression part : parts) {
            Optional<Shape> next = shapeOf.apply(part);
            if (next.isEmpty() || !shape.broadcastsWith(next.get())) {
                return Optional.empty();
            }
            shape = shape.broadcast(next.get());
        }
        return Optional.of(shape);
    }

    private static Shape turned(Shape shape) {
        return shape.rank() == 2 ? Shape.of(shape.dim(1), shape.dim(0)) : shape;
    }

    private static Optional<Shape> without(Shape shape, List<Integer> axes) {
        int[] dims = IntStream.range(0, shape.rank())
                .filter(axis -> !axes.contains(axis))
                .map(shape::dim)
                .toArray();
        return Optional.of(Shape.of(dims));
    }

    private static Optional<Shape> product(Expression.MatrixProduct e) {
        Optional<Shape> left = of(e.left());
        Optional<Shape> right = of(e.right());
        if (e.scalar()) {
            return Optional.of(Shape.SCALAR);
        } else if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Shape a = left.get();
        Shape b = right.get();
        if (a.rank() == 2 && b.rank() == 2) {
            return Optional.of(Shape.of(a.dim(0), b.dim(1)));
        } else if (a.rank() == 1 && b.rank() == 1) {
            return Optional.of(Shape.of(a.dim(0), b.dim(0)));
        }
        boolean matrices = a.rank() >= 1 && a.rank() <= 2 && b.rank() >= 1 && b.rank() <= 2;
        return !matrices ? Optional.empty() : Optional.of(Shape.of(a.rank() == 2 ? a.dim(0) : b.dim(1)));
    }
}
