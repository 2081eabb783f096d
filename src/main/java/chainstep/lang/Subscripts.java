package chainstep.lang;

import chainstep.graph.OperandException;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.Slice;
import chainstep.op.Subscript;
import chainstep.words.Phrase;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what stands between index brackets, as NumPy's basic indexing. */
final class Subscripts {
    private final ExpressionReader reader;
    private final Constants constants;

    private Subscripts(ExpressionReader reader) {
        this.reader = reader;
        this.constants = new Constants(reader.source(), reader.scope());
    }

    /** The slice that an index expression takes of an array of this shape. */
    static Slice read(ExpressionReader reader, Syntax.Index index, Shape shape) {
        Subscripts subscripts = new Subscripts(reader);
        index.items().stream()
                .filter(Syntax.Rest.class::isInstance)
                .skip(1)
                .findFirst()
                .ifPresent(second -> {
                    throw reader.error(second, "index.ellipses");
                });
        picked(reader, index);
        List<Subscript> items = index.items().stream().map(subscripts::item).toList();
        try {
            return Slice.of(shape, items);
        } catch (OperandException e) {
            throw SourceError.at(reader.source(), index.span(), new Phrase("op", e.key(), e.arguments()));
        }
    }

    /** NumPy's picking by a list, which is not in the language; its way out is. */
    private static void picked(ExpressionReader reader, Syntax.Index index) {
        for (int i = 0; i < index.items().size(); i++) {
            if (index.items().get(i) instanceof Syntax.At at && at.place() instanceof Syntax.ListOf list) {
                throw reader.error(list, "index.integer").hint("hint.index.list", stacked(reader, index, i, list));
            }
        }
    }

    /** The parts that a list picks, one by one: {@code stack([E[0, 2], E[1, 2]])} for {@code E[[0, 1], 2]}. */
    private static String stacked(ExpressionReader reader, Syntax.Index index, int listed, Syntax.ListOf list) {
        String base = reader.source().text(index.base().span());
        return list.elements().stream()
                .map(place -> IntStream.range(0, index.items().size())
                        .mapToObj(i -> i == listed ? place : index.items().get(i))
                        .map(item -> reader.source().text(item.span()))
                        .collect(Collectors.joining(", ", base + "[", "]")))
                .collect(Collectors.joining(", ", "stack([", "])"));
    }

    private Subscript item(Syntax.Item item) {
        if (item instanceof Syntax.Slice slice) {
            return new Subscript.Range(bound(slice.start()), bound(slice.stop()), bound(slice.step()));
        }
        if (item instanceof Syntax.Rest) {
            return new Subscript.Ellipsis();
        }
        Syntax.Expression place = ((Syntax.At) item).place();
        return isNone(place) ? new Subscript.NewAxis() : new Subscript.Index(integer(place));
    }

    private OptionalInt bound(Syntax.Expression written) {
        return isNone(written) ? OptionalInt.empty() : OptionalInt.of(integer(written));
    }

    private static boolean isNone(Syntax.Expression expression) {
        return expression instanceof Syntax.Flag flag && flag.value() == Syntax.Truth.NONE;
    }

    private int integer(Syntax.Expression written) {
        Rational number = constants.of(written).orElseThrow(() -> reader.error(written, "index.integer"));
        if (!number.isInteger() || number.numerator().bitLength() > 31) {
            throw reader.error(written, "index.integer");
        }
        return number.numerator().intValue();
    }
}
