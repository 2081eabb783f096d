package chainstep.lang;

import chainstep.math.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code expect(quantity, value, digits=, at=)}: the value as a person wrote it, digit by digit. */
final class Expectations {
    private final ExpressionReader reader;
    private final List<Digits> numbers = new ArrayList<>();
    private final List<Integer> extents = new ArrayList<>();

    private Expectations(ExpressionReader reader) {
        this.reader = reader;
    }

    static Directive.Expect read(Arguments arguments) {
        Expectations value = new Expectations(arguments.reader());
        Quantity quantity = new Quantity(arguments.reader().source(), arguments.required("quantity"));
        value.collect(arguments.required("value"), 0);
        Optional<Integer> digits = arguments.option("digits").map(given -> arguments.count(given, "digits"));
        long at =
                arguments.option("at").map(given -> iteration(arguments, given)).orElse(0);
        arguments.finish();
        return new Directive.Expect(
                quantity,
                value.numbers,
                value.extents,
                digits,
                at,
                arguments.call().span());
    }

    private static int iteration(Arguments arguments, Syntax.Expression given) {
        return arguments.iteration(given);
    }

    private void collect(Syntax.Expression written, int depth) {
        if (written instanceof Syntax.ListOf list) {
            if (list.elements().isEmpty() || depth == 4) {
                throw reader.error(list, list.elements().isEmpty() ? "array.empty" : "array.deep", 4);
            }
            if (depth == extents.size() && numbers.isEmpty()) {
                extents.add(list.elements().size());
            } else if (depth >= extents.size()
                    || extents.get(depth) != list.elements().size()) {
                throw reader.error(list, "array.ragged");
            }
            list.elements().forEach(element -> collect(element, depth + 1));
        } else if (depth != extents.size()) {
            throw reader.error(written, "array.ragged");
        } else {
            numbers.add(number(written));
        }
    }

    private Digits number(Syntax.Expression written) {
        String text = reader.source().text(written.span()).strip();
        if (written instanceof Syntax.Number number) {
            return Digits.parse(number.text());
        } else if (written instanceof Syntax.Unary unary
                && unary.operator() == Syntax.Operator.MINUS
                && unary.operand() instanceof Syntax.Number number) {
            return Digits.parse("-" + number.text());
        }
        try {
            return Digits.parse(text.replace(" ", ""));
        } catch (NumberFormatException | ArithmeticException e) {
            throw Arguments.unquoted(reader.error(written, "expect.number", text), written);
        }
    }
}
