package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Origin;
import chainstep.math.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes another number for one element of a leaf into the source: that number alone changes, comments and layout stay.
 *
 * <p>Numbers that an initialiser draws are written out, where they are few.
 */
public final class NumberEdit {
    /** How many drawn numbers are written out. */
    public static final int MOST = 64;

    private final Model model;
    private final Node leaf;
    private final int element;
    private final double value;

    private NumberEdit(Model model, Node leaf, int element, double value) {
        this.model = model;
        this.leaf = leaf;
        this.element = element;
        this.value = value;
    }

    /**
     * The source with another number.
     *
     * @param node a leaf that a line names
     * @param element its flat place
     * @throws SourceError when the number is nowhere in the source, is one of too many drawn, or is not finite
     */
    public static String of(Model model, int node, int element, double value) {
        return new NumberEdit(model, model.program().node(node), element, value).text();
    }

    /** Whether {@link #of} would find the numbers of a node in the source, or could write them there. */
    public static boolean canEdit(Model model, int node) {
        Node leaf = model.program().node(node);
        boolean named = leaf.isLeaf() && leaf.isNamed();
        return named
                && !(((Leaf) leaf.op()).supply() instanceof BatchRows)
                && model.names().containsValue(node);
    }

    /** Where the source has a number of its own for an element of a leaf; nowhere for those that are drawn. */
    public static Optional<Span> place(Model model, int node, int element) {
        return canEdit(model, node)
                ? new NumberEdit(model, model.program().node(node), element, 0).place()
                : Optional.empty();
    }

    /** An element of a leaf, and where the source has its number. */
    public record Element(int node, int element, Span place) {}

    /** The element of a leaf whose number a piece of the source is, or is part of. */
    public static Optional<Element> at(Model model, Span piece) {
        return model.program().nodes().stream()
                .filter(node -> canEdit(model, node.id())
                        && node.origin().line() <= piece.line()
                        && piece.line() <= node.origin().endLine())
                .flatMap(node -> elements(model, node))
                .filter(element -> element.place().line() == piece.line()
                        && element.place().column() <= piece.column()
                        && piece.endColumn() <= element.place().endColumn())
                .findFirst();
    }

    /** Every number of its leaves that the source writes out, leaf by leaf, row-major. */
    public static List<Element> all(Model model) {
        return model.program().nodes().stream()
                .filter(node -> canEdit(model, node.id()))
                .flatMap(node -> elements(model, node))
                .toList();
    }

    /** The source with other texts at these places, none of which overlap. */
    public static String replaced(Source source, Map<Span, String> others) {
        StringBuilder text = new StringBuilder(source.text());
        others.keySet().stream()
                .sorted(Comparator.comparingInt(Span::line)
                        .thenComparingInt(Span::column)
                        .reversed())
                .forEach(span -> text.replace(
                        source.index(span.line(), span.column()),
                        source.index(span.endLine(), span.endColumn()),
                        others.get(span)));
        return text.toString();
    }

    private static Stream<Element> elements(Model model, Node leaf) {
        List<Span> places = new NumberEdit(model, leaf, 0, 0).places();
        return IntStream.range(0, places.size()).mapToObj(k -> new Element(leaf.id(), k, places.get(k)));
    }

    private Optional<Span> place() {
        List<Span> places = places();
        return element < places.size() ? Optional.of(places.get(element)) : Optional.empty();
    }

    /** Where each element has its number, row-major; nowhere for what is drawn or read from a file. */
    private List<Span> places() {
        List<Syntax.Expression> elements = new ArrayList<>();
        try {
            return collect(numbers(assign().value()), elements)
                    ? elements.stream().map(Syntax.Expression::span).toList()
                    : List.of();
        } catch (SourceError elsewhere) {
            return List.of();
        }
    }

    private String text() {
        if (!Double.isFinite(value)) {
            throw error("constant.finite");
        }
        Syntax.Expression numbers = numbers(assign().value());
        List<Syntax.Expression> elements = new ArrayList<>();
        if (collect(numbers, elements)) {
            return replaced(elements.get(element).span(), written(value));
        } else if (leaf.shape().size() > MOST) {
            throw error("edit.large", leaf.name(), leaf.shape().size(), MOST);
        }
        return replaced(numbers.span(), writtenOut());
    }

    private SourceError error(String key, Object... arguments) {
        Origin place = leaf.origin();
        Span span = place.line() == 0
                ? new Span(1, 1, 1, 1)
                : new Span(place.line(), place.column(), place.endLine(), place.endColumn());
        return SourceError.at(model.source(), span, key, arguments);
    }

    /** The line that gives the leaf its numbers. */
    private Syntax.Assign assign() {
        if (!leaf.isLeaf() || !leaf.isNamed()) {
            throw error("edit.computed", leaf.name());
        }
        Syntax.Assign assign = SyntaxReader.file(model.source()).statements().stream()
                .filter(Syntax.Assign.class::isInstance)
                .map(Syntax.Assign.class::cast)
                .filter(line -> line.span().line() == leaf.origin().line()
                        && line.span().column() == leaf.origin().column())
                .findFirst()
                .orElseThrow(() -> error("edit.computed", leaf.name()));
        if (DataLeaves.isData(assign.value())) {
            throw error(
                    "edit.data", leaf.name(), model.source().text(assign.value().span()));
        }
        return assign;
    }

    /** What stands for the numbers: in {@code W = param(array([1, 2]))} the list. */
    private static Syntax.Expression numbers(Syntax.Expression value) {
        Syntax.Expression numbers = value;
        Optional<Syntax.Expression> inner = inner(numbers);
        while (inner.isPresent()) {
            numbers = inner.get();
            inner = inner(numbers);
        }
        return numbers;
    }

    private static Optional<Syntax.Expression> inner(Syntax.Expression expression) {
        if (expression instanceof Syntax.Call call
                && (Leaves.NAMES.contains(call.name())
                        || call.name().equals("array")
                        || call.name().equals("tensor"))) {
            return call.positional().isEmpty()
                    ? call.named().stream().map(Syntax.Named::value).findFirst()
                    : Optional.of(call.positional().get(0));
        }
        return Optional.empty();
    }

    /** The parts that each are one number, row-major; whether there are no others. */
    private boolean collect(Syntax.Expression expression, List<Syntax.Expression> elements) {
        if (expression instanceof Syntax.ListOf list) {
            return list.elements().stream().allMatch(part -> collect(part, elements));
        } else if (expression instanceof Syntax.TupleOf tuple) {
            return tuple.elements().stream().allMatch(part -> collect(part, elements));
        }
        elements.add(expression);
        return !(expression instanceof Syntax.Call);
    }

    private String replaced(Span span, String put) {
        return replaced(model.source(), Map.of(span, put));
    }

    private String writtenOut() {
        double[] all = new double[leaf.shape().size()];
        ((Leaf) leaf.op()).supply().fill(0, all);
        all[element] = value;
        int[] next = {0};
        return nested(leaf.shape(), 0, ignored -> written(all[next[0]++]));
    }

    private static String nested(Shape shape, int axis, IntFunction<String> number) {
        if (axis == shape.rank()) {
            return number.apply(0);
        }
        String[] parts = new String[shape.dim(axis)];
        Arrays.setAll(parts, part -> nested(shape, axis + 1, number));
        return "[" + String.join(", ", parts) + "]";
    }

    /** The shortest decimal that is this float64. */
    static String written(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        BigDecimal plain = shortest.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (plain.signum() == 0) {
            return "0";
        } else if (exponent >= -5 && exponent < 16) {
            return plain.toPlainString();
        }
        return plain.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
