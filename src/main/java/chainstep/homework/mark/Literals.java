package chainstep.homework.mark;

import chainstep.lang.Syntax;
import chainstep.math.Digits;
import chainstep.math.Fn;
import chainstep.math.Interval;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The value of a formula that has numbers only: its decimals stand for all that rounds to them, integers and the numbers that the
 * problem gives for themselves.
 */
record Literals(Set<Rational> given, int least) {
    private static final Map<String, Fn> FUNCTIONS = Map.of(
            "exp", Fn.EXP,
            "log", Fn.LOG,
            "sqrt", Fn.SQRT,
            "sin", Fn.SIN,
            "cos", Fn.COS,
            "tanh", Fn.TANH,
            "sigmoid", Fn.SIGMOID,
            "softplus", Fn.SOFTPLUS,
            "abs", Fn.ABS);

    /** How far a number may be off, relatively; 0 for what was not rounded. */
    static double rounding(String number, Set<Rational> given, int least) {
        Digits digits = Digits.parse(number);
        boolean exact = isExact(digits, given, least);
        return exact ? 0 : digits.unit().doubleValue() / digits.value().abs().doubleValue();
    }

    private static boolean isExact(Digits digits, Set<Rational> given, int least) {
        return digits.exact() || digits.significant() < least || given.contains(digits.value());
    }

    /** The values, row-major; empty where the formula has more than arithmetic. */
    Optional<List<Interval>> values(Syntax.Expression formula) {
        List<Interval> values = new ArrayList<>();
        return collect(formula, values) ? Optional.of(values) : Optional.empty();
    }

    private boolean collect(Syntax.Expression expression, List<Interval> values) {
        if (expression instanceof Syntax.ListOf list) {
            return list.elements().stream().allMatch(element -> collect(element, values));
        }
        Optional<Interval> value = value(expression);
        value.ifPresent(values::add);
        return value.isPresent();
    }

    private Optional<Interval> value(Syntax.Expression expression) {
        if (expression instanceof Syntax.Number number) {
            Digits digits = Digits.parse(number.text());
            return Optional.of(isExact(digits, given, least) ? Interval.of(digits.value()) : digits.interval());
        } else if (expression instanceof Syntax.Unary unary && unary.operator() == Syntax.Operator.MINUS) {
            return value(unary.operand()).map(Interval::negate);
        } else if (expression instanceof Syntax.Binary) {
            return chain(expression);
        } else if (expression instanceof Syntax.Call call
                && call.positional().size() == 1
                && call.named().isEmpty()
                && FUNCTIONS.containsKey(call.name())) {
            return value(call.positional().get(0)).map(x -> x.apply(FUNCTIONS.get(call.name())));
        }
        return Optional.empty();
    }

    /** A chain of operators leans left and may be long. */
    private Optional<Interval> chain(Syntax.Expression chain) {
        List<Syntax.Binary> operators = new ArrayList<>();
        Syntax.Expression rest = chain;
        while (rest instanceof Syntax.Binary binary) {
            operators.add(binary);
            rest = binary.left();
        }
        Collections.reverse(operators);
        Optional<Interval> value = value(rest);
        for (Syntax.Binary operator : operators) {
            Optional<Interval> right = value(operator.right());
            value = value.isPresent() && right.isPresent()
                    ? join(operator.operator(), value.get(), right.get())
                    : Optional.empty();
        }
        return value;
    }

    private static Optional<Interval> join(Syntax.Operator operator, Interval left, Interval right) {
        return switch (operator) {
            case PLUS -> Optional.of(left.add(right));
            case MINUS -> Optional.of(left.subtract(right));
            case TIMES, DOT -> Optional.of(left.multiply(right));
            case OVER -> Optional.of(left.divide(right));
            case POWER -> Optional.of(left.pow(right));
            default -> Optional.empty();
        };
    }
}
