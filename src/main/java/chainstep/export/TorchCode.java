package chainstep.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Python expression.
 *
 * @param level how tightly it binds, so that brackets stand only where they must
 * @param isNumber whether it is a plain number, no tensor
 */
record TorchCode(String text, Level level, boolean isNumber) {
    /** Python's operators, the loosest first. */
    enum Level {
        SUM,
        PRODUCT,
        SIGN,
        POWER,
        ATOM
    }

    /** A name, a call or anything in brackets of its own. */
    static TorchCode atom(String text) {
        return new TorchCode(text, Level.ATOM, false);
    }

    static TorchCode number(double value) {
        if (!Double.isFinite(value)) {
            return new TorchCode("float(\"" + value + "\")", Level.ATOM, true);
        }
        return new TorchCode(Double.toString(value), value < 0 ? Level.SIGN : Level.ATOM, true);
    }

    static TorchCode infix(TorchCode left, String sign, TorchCode right, Level level) {
        return new TorchCode(left.within(level) + " " + sign + " " + right.behind(level), level, false);
    }

    static TorchCode negative(TorchCode operand) {
        return new TorchCode("-" + operand.within(Level.SIGN), Level.SIGN, false);
    }

    static TorchCode power(TorchCode base, String exponent) {
        return new TorchCode(base.behind(Level.POWER) + " ** " + exponent, Level.POWER, false);
    }

    /** A function of tensors: plain numbers among its operands become tensors. */
    static TorchCode call(String function, List<TorchCode> operands, String... options) {
        String given = operands.stream().map(TorchCode::tensor).collect(Collectors.joining(", "));
        String rest = options.length == 0 ? "" : ", " + String.join(", ", options);
        return atom(function + "(" + given + rest + ")");
    }

    static TorchCode call(String function, TorchCode operand, String... options) {
        return call(function, List.of(operand), options);
    }

    /** As a tensor, even where it is a plain number. */
    String tensor() {
        return isNumber ? "number(" + text + ")" : text;
    }

    /** As something that an attribute, a method or brackets can follow. */
    String stem() {
        return isNumber ? tensor() : within(Level.ATOM);
    }

    /** As an operand of an operator of this level, or the left one. */
    private String within(Level other) {
        return level.compareTo(other) < 0 ? "(" + text + ")" : text;
    }

    /** As the right operand of an operator of this level. */
    private String behind(Level other) {
        return level.compareTo(other) <= 0 && level != Level.ATOM ? "(" + text + ")" : text;
    }
}
