package chainstep.explain;

import chainstep.graph.Elements;
import chainstep.graph.Expression;
import chainstep.math.Fn;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Slice;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Reckons a rule as a reader would: vectors are columns, arrays broadcast, a part is what its brackets name.
 *
 * @param told what stands for several terms at once
 */
record Reckoned(Trace trace, Map<Integer, Tensor> told) {
    Tensor of(Expression expression) {
        if (expression instanceof Expression.Symbol e) {
            return told.getOrDefault(e.node(), trace.value(e.node()));
        } else if (expression instanceof Expression.Number e) {
            return Tensor.scalar(e.value().doubleValue());
        } else if (expression instanceof Expression.Sum e) {
            return e.terms().stream()
                    .map(this::of)
                    .reduce((a, b) -> both(a, b, (x, y) -> x + y))
                    .orElseThrow();
        } else if (expression instanceof Expression.Negative e) {
            return both(Tensor.scalar(-1), of(e.of()), (x, y) -> x * y);
        } else if (expression instanceof Expression.Product e) {
            return e.factors().stream()
                    .map(this::of)
                    .reduce((a, b) -> both(a, b, (x, y) -> x * y))
                    .orElseThrow();
        } else if (expression instanceof Expression.Quotient e) {
            return both(of(e.above()), of(e.below()), (x, y) -> x / y);
        } else if (expression instanceof Expression.Raised e) {
            return both(of(e.base()), of(e.exponent()), StrictMath::pow);
        } else if (expression instanceof Expression.MatrixProduct e) {
            return product(e);
        } else if (expression instanceof Expression.Transposed e) {
            Tensor of = of(e.of());
            int rows = of.shape().dim(0);
            int columns = of.shape().dim(1);
            return made(Shape.of(columns, rows), i -> of.at(i % rows, i / rows));
        } else if (expression instanceof Expression.Summed e) {
            return summed(of(e.of()), e.axes());
        } else if (expression instanceof Expression.Spread e) {
            return both(of(e.of()), made(e.shape(), i -> 0), (x, y) -> x);
        } else if (expression instanceof Expression.Part e) {
            Tensor of = of(e.of());
            int[] places = places(of.shape(), e.brackets());
            return made(slice(of.shape(), e.brackets()).shape(List.of(of.shape())), i -> of.get(places[i]));
        }
        return expression instanceof Expression.Applied e ? applied(e) : lettered(expression);
    }

    private Tensor lettered(Expression expression) {
        return expression instanceof Expression.Constant e
                ? Tensor.scalar(e.value().doubleValue())
                : Middle.of(trace, (Expression.Made) expression);
    }

    private Tensor applied(Expression.Applied e) {
        if (e.function().equals(Rules.PLACED)) {
            Expression.Part part = (Expression.Part) e.arguments().get(1);
            Shape whole = Shapes.of(part.of()).orElseThrow();
            Shape shape = slice(whole, part.brackets()).shape(List.of(whole));
            Tensor put = both(of(e.arguments().get(0)), made(shape, i -> 0), (x, y) -> x);
            int[] places = places(whole, part.brackets());
            double[] all = new double[whole.size()];
            IntStream.range(0, places.length).forEach(i -> all[places[i]] += put.get(i));
            return Tensor.of(whole, all);
        }
        Tensor first = of(e.arguments().get(0));
        if (e.function().equals("norm")) {
            return Tensor.scalar(StrictMath.sqrt(
                    Arrays.stream(first.toArray()).map(x -> x * x).sum()));
        } else if (e.function().startsWith("one_hot")) {
            return first;
        } else if (e.function().matches("(arg)?(max|min).*|(log_)?softmax")) {
            return rowWise(e.function(), first);
        }
        Fn function = Fn.valueOf(e.function().toUpperCase(Locale.ROOT));
        Tensor of = of(e.arguments().get(0));
        return made(of.shape(), i -> function.at(of.get(i)));
    }

    /** Along the last axis, or of a whole vector; a place stands for the row that is 1 there. */
    private static Tensor rowWise(String function, Tensor of) {
        int width = of.shape().dim(-1);
        double[] all = new double[of.shape().size()];
        double[] rows = new double[all.length / width];
        for (int row = 0; row < rows.length; row++) {
            double[] x = Arrays.copyOfRange(of.toArray(), row * width, (row + 1) * width);
            double extreme = (function.contains("min")
                            ? Arrays.stream(x).min()
                            : Arrays.stream(x).max())
                    .orElseThrow();
            double sum = Arrays.stream(x).map(StrictMath::exp).sum();
            rows[row] = extreme;
            for (int i = 0; i < width; i++) {
                double log = x[i] - StrictMath.log(sum);
                boolean place = function.startsWith("arg");
                all[row * width + i] =
                        place ? x[i] == extreme ? 1 : 0 : function.equals("softmax") ? StrictMath.exp(log) : log;
            }
        }
        boolean reduced = function.startsWith("max") || function.startsWith("min");
        return !reduced
                ? Tensor.of(of.shape(), all)
                : of.shape().rank() == 1 ? Tensor.scalar(rows[0]) : Tensor.vector(rows);
    }

    private Tensor product(Expression.MatrixProduct e) {
        boolean outer = e.right() instanceof Expression.Transposed t
                && of(t.of()).shape().rank() == 1;
        boolean row = e.left() instanceof Expression.Transposed t
                && of(t.of()).shape().rank() == 1;
        Tensor left = of(row ? ((Expression.Transposed) e.left()).of() : e.left());
        Tensor right = of(outer ? ((Expression.Transposed) e.right()).of() : e.right());
        int n = left.shape().dim(0);
        if (outer) {
            int m = right.shape().dim(0);
            return made(Shape.of(n, m), i -> left.get(i / m) * right.get(i % m));
        } else if (left.shape().rank() == 1) {
            return Tensor.scalar(IntStream.range(0, n)
                    .mapToDouble(i -> left.get(i) * right.get(i))
                    .sum());
        }
        int inner = left.shape().dim(1);
        int m = right.shape().rank() == 1 ? 1 : right.shape().dim(1);
        Shape shape = right.shape().rank() == 1 ? Shape.of(n) : Shape.of(n, m);
        return made(
                shape,
                i -> IntStream.range(0, inner)
                        .mapToDouble(k -> left.get(i / m * inner + k) * right.get(k * m + i % m))
                        .sum());
    }

    private static Tensor summed(Tensor of, List<Integer> axes) {
        Shape shape = of.shape();
        int[] kept = IntStream.range(0, shape.rank())
                .filter(axis -> !axes.isEmpty() && !axes.contains(axis))
                .toArray();
        Shape left = Shape.of(Arrays.stream(kept).map(shape::dim).toArray());
        double[] sums = new double[left.size()];
        for (int i = 0; i < shape.size(); i++) {
            int[] index = shape.index(i);
            sums[left.offset(Arrays.stream(kept).map(axis -> index[axis]).toArray())] += of.get(i);
        }
        return Tensor.of(left, sums);
    }

    private static Tensor both(Tensor a, Tensor b, DoubleBinaryOperator of) {
        Shape shape = a.shape().broadcast(b.shape());
        return made(shape, i -> of.applyAsDouble(a.get(place(a.shape(), shape, i)), b.get(place(b.shape(), shape, i))));
    }

    private static int place(Shape small, Shape large, int i) {
        int[] index = large.index(i);
        int[] place = new int[small.rank()];
        int skipped = large.rank() - small.rank();
        Arrays.setAll(place, axis -> small.dim(axis) == 1 ? 0 : index[axis + skipped]);
        return small.offset(place);
    }

    private static Tensor made(Shape shape, IntToDoubleFunction value) {
        return Tensor.of(
                shape, IntStream.range(0, shape.size()).mapToDouble(value).toArray());
    }

    /** Where the numbers of a part stand in the whole. */
    private static int[] places(Shape whole, String brackets) {
        Slice slice = slice(whole, brackets);
        Elements part = new Elements(slice.nests(List.of(whole)), (k, place) -> place);
        return IntStream.range(0, slice.shape(List.of(whole)).size())
                .map(i -> (int) part.get(slice.nests(List.of(whole)).result(), i))
                .toArray();
    }

    private static Slice slice(Shape whole, String brackets) {
        return Brackets.of(whole, brackets);
    }
}
