package chainstep.compile;

import chainstep.graph.Formula;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Formulas as Java expressions, every operation in parentheses. */
final class FormulaText {
    private final Precision precision;
    private final UnaryOperator<String> calls;

    /** @param calls what is to stand for a function applied: its own text, or the name of a variable that holds it */
    FormulaText(Precision precision, UnaryOperator<String> calls) {
        this.precision = precision;
        this.calls = calls;
    }

    /**
     * A formula's text.
     *
     * @param reads the texts of its inputs; simple ones, since each may be written several times
     * @param position the text of a linear position, given its weights
     */
    String of(Formula formula, List<String> reads, Function<List<Integer>, String> position) {
        if (formula instanceof Formula.Input f) {
            return reads.get(f.read());
        } else if (formula instanceof Formula.Constant f) {
            return precision.literal(f.number());
        } else if (formula instanceof Formula.Position f) {
            return "(" + precision.type() + ") (" + position.apply(f.weights()) + ")";
        } else if (formula instanceof Formula.Add f && f.right() instanceof Formula.Negate negative) {
            return binary(" - ", f.left(), negative.of(), reads, position);
        } else if (formula instanceof Formula.Add f) {
            return binary(" + ", f.left(), f.right(), reads, position);
        } else if (formula instanceof Formula.Multiply f) {
            return binary(" * ", f.left(), f.right(), reads, position);
        } else if (formula instanceof Formula.Divide f) {
            return binary(" / ", f.left(), f.right(), reads, position);
        } else if (formula instanceof Formula.Negate f) {
            return "(-" + of(f.of(), reads, position) + ")";
        } else if (formula instanceof Formula.Apply f) {
            return call(f.function().name().toLowerCase(Locale.ROOT), of(f.of(), reads, position));
        } else if (formula instanceof Formula.Power f) {
            return power(of(f.base(), reads, position), f.exponent(), reads, position);
        } else if (formula instanceof Formula.Compare f) {
            return "(" + test(f, reads, position) + " ? " + precision.literal(1) + " : " + precision.literal(0) + ")";
        }
        Formula.Select f = (Formula.Select) formula;
        if (isMaximum(f)) {
            return "Math.max(" + of(f.otherwise(), reads, position) + ", " + of(f.then(), reads, position) + ")";
        }
        String test = f.test() instanceof Formula.Compare compare
                ? test(compare, reads, position)
                : of(f.test(), reads, position) + " != 0";
        return "(" + test + " ? " + of(f.then(), reads, position) + " : " + of(f.otherwise(), reads, position) + ")";
    }

    /** Whether it is {@code 0 ≥ x ? 0 : x}, for a NaN too the maximum, which Java takes of several numbers at once. */
    private static boolean isMaximum(Formula.Select f) {
        return f.then().equals(Formula.ZERO)
                && f.test() instanceof Formula.Compare compare
                && compare.comparison() == Formula.Comparison.GREATER_OR_EQUAL
                && compare.left().equals(Formula.ZERO)
                && compare.right().equals(f.otherwise())
                && f.otherwise() instanceof Formula.Input;
    }

    private String binary(
            String sign, Formula left, Formula right, List<String> reads, Function<List<Integer>, String> position) {
        return "(" + of(left, reads, position) + sign + of(right, reads, position) + ")";
    }

    private String call(String function, String... arguments) {
        return calls.apply(precision.functions() + "." + function + "(" + String.join(", ", arguments) + ")");
    }

    /** Small whole powers of a plain name are products, as they are exactly. */
    private String power(String base, Formula exponent, List<String> reads, Function<List<Integer>, String> position) {
        boolean plain = base.chars().allMatch(Character::isJavaIdentifierPart);
        if (plain && exponent instanceof Formula.Constant by && (by.number() == 2 || by.number() == 3)) {
            return "(" + base + " * " + base + (by.number() == 3 ? " * " + base : "") + ")";
        }
        return call("power", base, of(exponent, reads, position));
    }

    private String test(Formula.Compare f, List<String> reads, Function<List<Integer>, String> position) {
        String sign = switch (f.comparison()) {
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            case EQUAL -> " == ";
        };
        return of(f.left(), reads, position) + sign + of(f.right(), reads, position);
    }
}
