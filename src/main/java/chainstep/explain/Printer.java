package chainstep.explain;

import chainstep.graph.BrokenOff;
import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints an {@link Expression} in a {@link Notation}: order, signs between, and as few parentheses as its precedences allow.
 *
 * @param <T> what the notation draws with
 */
final class Printer<T> {
    private static final Map<String, Sign> COMPARED = Map.of(
            "greater",
            Sign.GREATER,
            "greater_equal",
            Sign.GREATER_OR_EQUAL,
            "less",
            Sign.LESS,
            "less_equal",
            Sign.LESS_OR_EQUAL,
            "equal",
            Sign.EQUAL,
            "not_equal",
            Sign.NOT_EQUAL);

    /** The most terms or factors that are written out. */
    private static final int MOST = 100;

    private final Notation<T> notation;
    private final Symbols<T> symbols;
    private final Wording wording;

    Printer(Notation<T> notation, Symbols<T> symbols, Wording wording) {
        this.notation = notation;
        this.symbols = symbols;
        this.wording = wording;
    }

    T print(Expression expression) {
        return write(expression).drawn();
    }

    /** An expression that is a whole side of an equation: of a turned matrix the numbers are set as they were, with a ᵀ. */
    T side(Expression expression) {
        boolean turned = symbols.numeric()
                && expression instanceof Expression.Transposed transposed
                && transposed.of() instanceof Expression.Symbol symbol
                && symbol.shape().rank() == 2;
        return turned ? notation.transposed(print(((Expression.Transposed) expression).of())) : print(expression);
    }

    /** @throws BrokenOff when the thread was interrupted */
    Written<T> write(Expression expression) {
        BrokenOff.check();
        if (expression instanceof Expression.Symbol e) {
            return symbols.symbol(e);
        } else if (expression instanceof Expression.Number e) {
            return number(e.value());
        } else if (expression instanceof Expression.Sum e) {
            return new Written<>(sum(e), Written.SUM);
        } else if (expression instanceof Expression.Negative e) {
            return new Written<>(
                    notation.sequence(List.of(notation.sign(Sign.NEGATIVE), firm(e.of(), Written.PRODUCT))),
                    Written.NEGATIVE);
        } else if (expression instanceof Expression.Product e) {
            return product(e.factors());
        } else if (expression instanceof Expression.MatrixProduct e) {
            return matrixProduct(e);
        } else if (expression instanceof Expression.Transposed e) {
            return transposed(e);
        } else if (expression instanceof Expression.Quotient e) {
            return quotient(e);
        } else if (expression instanceof Expression.Raised e) {
            return new Written<>(notation.power(firm(e.base(), Written.ATOM), print(e.exponent())), Written.POWER);
        }
        return writeRest(expression);
    }

    private Written<T> writeRest(Expression expression) {
        if (expression instanceof Expression.Applied e) {
            return applied(e);
        } else if (expression instanceof Expression.Summed e) {
            return new Written<>(notation.summed(wording.range(e), firm(e.of(), Written.PRODUCT)), Written.SUMMATION);
        } else if (expression instanceof Expression.Spread e) {
            return spread(e);
        } else if (expression instanceof Expression.Made e) {
            return symbols.made(e);
        } else if (expression instanceof Expression.Constant e) {
            return symbols.constant(e);
        } else if (expression instanceof Expression.Indicator e) {
            return new Written<>(notation.indicator(test(e)), Written.ATOM);
        } else if (expression instanceof Expression.Cases e) {
            T test = e.test() instanceof Expression.Indicator asked
                    ? test(asked)
                    : e.test() instanceof Expression.Applied compared && COMPARED.containsKey(compared.function())
                            ? test(compared)
                            : print(e.test());
            return new Written<>(notation.cases(print(e.then()), test, print(e.otherwise()), wording), Written.ATOM);
        }
        return part((Expression.Part) expression);
    }

    private Written<T> applied(Expression.Applied e) {
        if (e.function().equals(Rules.PLACED)) {
            T gradient = firm(e.arguments().get(0), Written.NEGATIVE);
            return new Written<>(
                    notation.placed(gradient, wording.at(), print(e.arguments().get(1))), Written.SUM);
        } else if (e.function().equals(Rules.WON) || e.function().equals(Rules.SHARED)) {
            String windows = wording.windows(e.function().equals(Rules.WON));
            return new Written<>(
                    notation.summed(windows, firm(e.arguments().get(0), Written.PRODUCT)), Written.SUMMATION);
        } else if (e.function().equals(Rules.TAKEN)) {
            T gradient = firm(e.arguments().get(0), Written.NEGATIVE);
            return new Written<>(notation.sequence(List.of(gradient, notation.text(wording.taken()))), Written.SUM);
        } else if (Indexed.isOne(e.function())) {
            String over = Indexed.over(e.function());
            T sign = notation.form(new Form("Σ" + Lettering.letters(over) + " ", "\\sum_{" + over + "} "));
            return new Written<>(
                    notation.sequence(List.of(sign, print(e.arguments().get(0)))), Written.SUMMATION);
        } else if (e.function().equals(Rules.DOTS)) {
            return new Written<>(notation.form(new Form("…", "\\dots")), Written.ATOM);
        } else if (COMPARED.containsKey(e.function())) {
            return new Written<>(notation.indicator(test(e)), Written.ATOM);
        } else if (e.function().endsWith("]")) {
            return new Written<>(over(e), Written.ATOM);
        }
        List<T> arguments =
                new ArrayList<>(e.arguments().stream().map(this::print).toList());
        if (e.function().equals(Rules.PULLED_BACK)) {
            arguments.set(0, firm(e.arguments().get(0), Written.ATOM));
            arguments.set(1, firm(e.arguments().get(1), Written.ATOM));
        }
        int settings = e.function().indexOf("; ");
        if (settings >= 0) {
            int last = arguments.size() - 1;
            T text = notation.text(e.function().substring(settings));
            arguments.set(last, notation.sequence(List.of(arguments.get(last), text)));
        }
        return new Written<>(
                notation.function(settings < 0 ? e.function() : e.function().substring(0, settings), arguments),
                Rules.isOpaque(e.function()) ? Written.MATRIX_PRODUCT : Written.ATOM);
    }

    /** a < b, as it was written. */
    private T test(Expression.Applied compared) {
        Sign sign = COMPARED.get(compared.function());
        return notation.sequence(List.of(
                print(compared.arguments().get(0)),
                notation.sign(sign),
                print(compared.arguments().get(1))));
    }

    /** A function along axes: max[1]. */
    private T over(Expression.Applied e) {
        int bracket = e.function().indexOf('[');
        String axes = e.function().substring(bracket + 1, e.function().length() - 1);
        Expression of = e.arguments().get(0);
        List<Integer> along =
                Arrays.stream(axes.split(",")).map(Integer::valueOf).toList();
        String range = wording.range(new Expression.Summed(of, along));
        return notation.over(e.function().substring(0, bracket), range, print(of));
    }

    /** An expression in parentheses unless it holds together at least this firmly. */
    private T firm(Expression expression, int least) {
        return firm(write(expression), least);
    }

    private T firm(Written<T> written, int least) {
        return written.level() < least ? notation.parentheses(written.drawn()) : written.drawn();
    }

    private Written<T> number(Rational value) {
        Optional<Form> root = symbols.numeric() ? Optional.empty() : Roots.of(value);
        if (root.isPresent()) {
            int level =
                    value.signum() < 0 ? Written.NEGATIVE : notation.drawsBars() ? Written.FRACTION : Written.PRODUCT;
            return new Written<>(notation.form(root.get()), level);
        }
        boolean negative = value.signum() < 0;
        boolean fraction = !notation.drawsBars() && Numerals.exact(value).contains("/");
        int level = negative ? Written.NEGATIVE : fraction ? Written.PRODUCT : Written.ATOM;
        return new Written<>(notation.number(value), level);
    }

    private T sum(Expression.Sum sum) {
        List<T> parts = new ArrayList<>();
        List<Expression> terms = shortened(sum.terms());
        boolean matrix = hasMatrix(terms);
        for (int i = 0; i < terms.size(); i++) {
            Expression term = terms.get(i);
            boolean negative = i > 0 && Simplify.isNegative(term);
            if (i > 0) {
                parts.add(notation.sign(negative ? Sign.MINUS : Sign.PLUS));
            }
            Expression shown = negative ? Simplify.negated(term) : term;
            parts.add(firm(beside(shown, matrix), i == 0 ? Written.NEGATIVE : Written.PRODUCT));
        }
        return notation.sequence(parts);
    }

    /** The first and the last of very many, dots between. */
    private static List<Expression> shortened(List<Expression> parts) {
        if (parts.size() <= MOST) {
            return parts;
        }
        List<Expression> few = new ArrayList<>(parts.subList(0, MOST - 1));
        few.add(new Expression.Applied(Rules.DOTS, List.of(), true));
        few.add(parts.get(parts.size() - 1));
        return few;
    }

    private Written<T> product(List<Expression> all) {
        List<Expression> factors = shortened(all);
        boolean matrix = hasMatrix(factors);
        boolean several = factors.stream().filter(factor -> !factor.isScalar()).count() > 1;
        List<T> parts = new ArrayList<>();
        int level = Written.PRODUCT;
        for (int i = 0; i < factors.size(); i++) {
            Expression factor = factors.get(i);
            if (i > 0) {
                parts.add(notation.sign(between(factors.get(i - 1), factor)));
            }
            Written<T> written = i == 0 ? leading(factor, matrix) : beside(factor, matrix);
            if (i == 0 && written.level() == Written.NEGATIVE) {
                level = Written.NEGATIVE;
                parts.add(written.drawn());
            } else {
                parts.add(firm(written, least(factor, i == 0, i == factors.size() - 1, several)));
            }
        }
        return new Written<>(notation.sequence(parts), level);
    }

    /** The first factor; of 1/√2 in parentheses, or what follows would be read as under the root or below the bar. */
    private Written<T> leading(Expression factor, boolean matrix) {
        boolean root = !notation.drawsBars()
                && !symbols.numeric()
                && factor instanceof Expression.Number number
                && Roots.of(number.value())
                        .filter(form -> form.plain().contains("1/"))
                        .isPresent();
        if (!root) {
            return beside(factor, matrix);
        }
        boolean negative = Simplify.isNegative(factor);
        T size = notation.parentheses(print(negative ? Simplify.negated(factor) : factor));
        return negative
                ? new Written<>(notation.sequence(List.of(notation.sign(Sign.NEGATIVE), size)), Written.NEGATIVE)
                : new Written<>(size, Written.ATOM);
    }

    /** The numbers of a vector that goes with every row of a matrix are set as a row. */
    private Written<T> beside(Expression part, boolean matrix) {
        boolean vector = matrix
                && symbols.numeric()
                && part instanceof Expression.Symbol symbol
                && symbol.shape().rank() == 1;
        return vector ? symbols.transposed((Expression.Symbol) part) : write(part);
    }

    private boolean hasMatrix(List<Expression> parts) {
        return symbols.numeric()
                && parts.stream()
                        .anyMatch(part -> Shapes.of(part)
                                .filter(shape -> shape.rank() == 2)
                                .isPresent());
    }

    private static int least(Expression factor, boolean first, boolean last, boolean several) {
        if (first && factor instanceof Expression.Number) {
            return Written.PRODUCT;
        }
        if (several) {
            return Written.FRACTION;
        }
        return last ? Written.SUMMATION : Written.MATRIX_PRODUCT;
    }

    private Sign between(Expression left, Expression right) {
        if (!left.isScalar() && !right.isScalar()) {
            return Sign.HADAMARD;
        } else if (symbols.numeric()) {
            return Sign.DOT;
        } else if (left instanceof Expression.Number) {
            return Sign.TIGHT_DOT;
        }
        return left.isScalar() && !right.isScalar() ? Sign.BESIDE : Sign.DOT;
    }

    private Written<T> matrixProduct(Expression.MatrixProduct e) {
        Sign sign = symbols.numeric() || isGradient(e.left()) || isGradient(e.right()) || !isPlain(e.right())
                ? Sign.DOT
                : Sign.BESIDE;
        return new Written<>(
                notation.sequence(List.of(
                        firm(e.left(), Written.MATRIX_PRODUCT),
                        notation.sign(sign),
                        firm(e.right(), Written.MATRIX_PRODUCT))),
                Written.MATRIX_PRODUCT);
    }

    private static boolean isPlain(Expression e) {
        boolean name = e instanceof Expression.Symbol || e instanceof Expression.Applied;
        return name || e instanceof Expression.Transposed t && isPlain(t.of());
    }

    private boolean isGradient(Expression e) {
        return e instanceof Expression.Symbol symbol
                ? symbols.isGradient(symbol)
                : e instanceof Expression.Transposed t && isGradient(t.of());
    }

    private Written<T> transposed(Expression.Transposed e) {
        if (e.of() instanceof Expression.Symbol symbol) {
            return symbols.transposed(symbol);
        } else if (e.of() instanceof Expression.Transposed twice) {
            return write(twice.of());
        }
        return new Written<>(notation.transposed(firm(e.of(), Written.ATOM)), Written.POWER);
    }

    private Written<T> quotient(Expression.Quotient e) {
        if (notation.drawsBars()) {
            return new Written<>(notation.quotient(print(e.above()), print(e.below())), Written.FRACTION);
        }
        return new Written<>(
                notation.quotient(firm(e.above(), Written.PRODUCT), firm(e.below(), Written.POWER)), Written.PRODUCT);
    }

    private Written<T> spread(Expression.Spread e) {
        if (e.of() instanceof Expression.Part column && column.brackets().equals(Shapes.COLUMN)) {
            return new Written<>(
                    notation.sequence(List.of(
                            firm(column.of(), Written.MATRIX_PRODUCT), notation.sign(Sign.DOT), notation.onesRow())),
                    Written.MATRIX_PRODUCT);
        }
        return e.of().equals(Simplify.ONE) ? new Written<>(notation.ones(), Written.ATOM) : write(e.of());
    }

    /** What an indicator asks, without its 1. */
    T condition(Expression.Indicator e) {
        return test(e);
    }

    private T test(Expression.Indicator e) {
        Sign sign = switch (e.comparison()) {
            case GREATER -> Sign.GREATER;
            case GREATER_OR_EQUAL -> Sign.GREATER_OR_EQUAL;
            case EQUAL -> Sign.EQUAL;
        };
        boolean zeroFirst =
                e.left() instanceof Expression.Number && e.comparison() == Formula.Comparison.GREATER_OR_EQUAL;
        return zeroFirst
                ? notation.sequence(List.of(print(e.right()), notation.sign(Sign.LESS_OR_EQUAL), print(e.left())))
                : notation.sequence(List.of(print(e.left()), notation.sign(sign), print(e.right())));
    }

    private Written<T> part(Expression.Part e) {
        if (Indexed.isIndex(e.brackets())) {
            String index = Indexed.index(e.brackets());
            return e.of() instanceof Expression.Symbol symbol
                    ? symbols.lettered(symbol, index)
                    : new Written<>(
                            notation.sequence(List.of(
                                    firm(e.of(), Written.ATOM),
                                    notation.form(new Form(Lettering.letters(index), "_{" + index + "}")))),
                            Written.ATOM);
        }
        boolean one = Brackets.areIndex(e.brackets());
        if (one
                && e.of() instanceof Expression.Symbol symbol
                && Brackets.index(e).length == symbol.shape().rank()) {
            return symbols.element(symbol, Brackets.index(e));
        }
        return one && e.isScalar()
                ? element(e)
                : new Written<>(notation.brackets(firm(e.of(), Written.ATOM), e.brackets()), Written.ATOM);
    }

    /** One number of a formula; of a part of a value, that value's own. */
    private Written<T> element(Expression.Part e) {
        int[] index = Brackets.index(e);
        if (e.of() instanceof Expression.Part part
                && part.of() instanceof Expression.Symbol whole
                && Brackets.areRead(part.brackets())) {
            return symbols.element(whole, Picks.index(Brackets.of(whole.shape(), part.brackets()), index));
        }
        boolean held = e.of() instanceof Expression.Applied applied
                && applied.function().equals("softmax");
        return new Written<>(notation.indexed(held ? print(e.of()) : firm(e.of(), Written.ATOM), index), Written.ATOM);
    }
}
