package chainstep.lang;

import chainstep.graph.Fixed;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nested lists of constants as one array, as {@code numpy.array} reads them. */
final class ArrayLiteral {
    private final ExpressionReader reader;
    private final Constants constants;
    private final List<Rational> numbers = new ArrayList<>();
    private final List<Integer> extents = new ArrayList<>();

    private ArrayLiteral(ExpressionReader reader) {
        this.reader = reader;
        this.constants = new Constants(reader.source(), reader.scope());
    }

    /**
     * The array of a number or of nested lists; empty where something in it is not a constant.
     *
     * @throws SourceError when the rows differ in length, or the array is too deep, too large or empty
     */
    static Optional<Fixed> read(ExpressionReader reader, Syntax.Expression expression) {
        ArrayLiteral literal = new ArrayLiteral(reader);
        return literal.collect(expression, 0) ? Optional.of(literal.build(expression)) : Optional.empty();
    }

    private Fixed build(Syntax.Expression expression) {
        int[] dims = extents.stream().mapToInt(Integer::intValue).toArray();
        if (!Shape.fits(dims)) {
            throw reader.error(expression, "array.large");
        }
        double[] values = numbers.stream().mapToDouble(Rational::doubleValue).toArray();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw reader.error(expression, "constant.finite");
            }
        }
        return new Fixed(Tensor.of(Shape.of(dims), values), numbers);
    }

    private boolean collect(Syntax.Expression expression, int depth) {
        List<Syntax.Expression> elements = elements(expression);
        if (elements == null) {
            Optional<Rational> number = constants.of(expression);
            number.ifPresent(numbers::add);
            if (number.isPresent() && depth != extents.size()) {
                throw reader.error(expression, "array.ragged");
            }
            return number.isPresent();
        }
        enter(expression, elements.size(), depth);
        for (Syntax.Expression element : elements) {
            if (!collect(element, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private void enter(Syntax.Expression list, int extent, int depth) {
        if (extent == 0) {
            throw reader.error(list, "array.empty");
        }
        if (depth == Shape.MAX_RANK) {
            throw reader.error(list, "array.deep", Shape.MAX_RANK);
        }
        if (depth == extents.size() && numbers.isEmpty()) {
            extents.add(extent);
        } else if (depth >= extents.size() || extents.get(depth) != extent) {
            throw reader.error(list, "array.ragged");
        }
    }

    private static List<Syntax.Expression> elements(Syntax.Expression expression) {
        if (expression instanceof Syntax.ListOf list) {
            return list.elements();
        }
        return expression instanceof Syntax.TupleOf tuple ? tuple.elements() : null;
    }
}
