package chainstep.explain;

import chainstep.graph.Derivative;
import chainstep.graph.Elements;
import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Points;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes one number of an operation from the operation's nests, their indices bound: what it is added up from, or the greatest
 * of.
 *
 * <p>What is made on the way number by number is written out; a sum or a maximum made on the way, and what textbooks have a
 * letter for, is a letter that has a formula of its own. Of a case distinction the case that holds is written. Mutable, for one
 * number.
 */
final class Unfolding {
    /** The most addends written out. */
    static final int MOST = 12;

    /** How many are written out where there are more. */
    private static final int FIRST = 6;

    /** The longest derivative that is written out. */
    private static final int LONGEST = 18;

    private static final List<String> SPARE =
            List.of("s", "t", "u", "v", "q", "r", "a", "b", "c", "d", "k", "m", "p", "z");

    private final Program program;
    private final Trace trace;
    private final Magnitudes known;
    private final LocalSymbol symbols;
    private final Simplify simplify;
    private final Node node;
    private final Nests nests;
    private final Elements elements;
    private final Map<Integer, String> letters = new LinkedHashMap<>();
    private final Set<Expression.Made> met = new LinkedHashSet<>();
    private final Map<Formula.Compare, Expression.Indicator> held = new LinkedHashMap<>();

    /** A letter and what it stands for. */
    record Where(Expression.Made made, Expression is) {}

    /**
     * A number as a formula.
     *
     * @param is the formula
     * @param where the letters in it
     * @param because the conditions of the cases that were taken
     */
    record Unfolded(Expression is, List<Where> where, List<Expression.Indicator> because) {}

    /** @param known what may be cancelled */
    Unfolding(Program program, Trace trace, Node node, Magnitudes known) {
        this.simplify = new Simplify(known);
        this.program = program;
        this.trace = trace;
        this.known = known;
        this.symbols = new LocalSymbol(program, trace);
        this.node = node;
        this.nests = node.op().nests(program.operandShapes(node));
        this.elements = new Elements(nests, (k, e) -> trace.get(node.inputs().get(k), e));
    }

    Unfolded of(int element) {
        Expression is = folded(nests.result(), element);
        List<Where> where = new ArrayList<>();
        for (int i = 0; i < met.size(); i++) {
            Expression.Made made = List.copyOf(met).get(i);
            where.add(new Where(made, folded(made.array(), made.element())));
        }
        return new Unfolded(is, where, List.copyOf(held.values()));
    }

    /** A formula of a nest at a point of its loops. */
    Expression at(Nest nest, Formula formula, int[] point) {
        return simplify.tidied(written(nest, formula, point));
    }

    /** The derivative of what a nest writes at a point by one of its reads; nothing where it is long. */
    Optional<Expression> local(Nest nest, int read, int output, int[] point) {
        if (nest.fold() == Nest.Fold.MAX) {
            boolean won = elements.get(nest.winner(), output) == Elements.position(nest.linear(), point);
            return Optional.of(won ? Simplify.ONE : Simplify.ZERO);
        }
        return Optional.of(at(nest, Derivative.of(nest.body(), read), point)).filter(e -> Parts.size(e) <= LONGEST);
    }

    /** An element as the sum, or the greatest, of what is written there. */
    private Expression folded(int array, int element) {
        List<Nest> writers = nests.list().stream()
                .filter(nest -> nest.out() == array && touches(nest, element))
                .toList();
        if (writers.size() == 1) {
            return folded(
                    writers.get(0), element, UnaryFormula.of(writers.get(0).body()));
        }
        List<Expression> terms = new ArrayList<>();
        writers.forEach(nest -> {
            Expression part = folded(nest, element, new UnaryFormula(nest.body(), e -> e));
            terms.addAll(part instanceof Expression.Sum sum ? sum.terms() : List.of(part));
        });
        return terms.isEmpty() ? Simplify.ZERO : terms.size() == 1 ? terms.get(0) : new Expression.Sum(terms);
    }

    private boolean touches(Nest nest, int element) {
        return Points.count(nest.domain(), nest.target(), index(nest.out(), element)) > 0;
    }

    private int[] index(int array, int element) {
        return nests.shapeOf(array).index(element);
    }

    /** What stands around a whole sum, so that it need not stand around each addend: a division by a number. */
    private record UnaryFormula(Formula inner, Function<Expression, Expression> around) {
        static UnaryFormula of(Formula body) {
            if (body instanceof Formula.Divide quotient && quotient.right() instanceof Formula.Constant count) {
                UnaryFormula above = of(quotient.left());
                Expression below = new Expression.Number(count.value());
                return new UnaryFormula(above.inner, sum -> new Expression.Quotient(above.around.apply(sum), below));
            } else if (body instanceof Formula.Negate negative) {
                UnaryFormula of = of(negative.of());
                return new UnaryFormula(of.inner, sum -> Simplify.negated(of.around.apply(sum)));
            }
            return new UnaryFormula(body, sum -> sum);
        }
    }

    private Expression folded(Nest nest, int element, UnaryFormula body) {
        int[] index = index(nest.out(), element);
        long count = Points.count(nest.domain(), nest.target(), index);
        boolean greatest = nest.fold() == Nest.Fold.MAX;
        boolean several = count > 1 && !greatest;
        List<Expression> parts = new ArrayList<>();
        long most = count > MOST ? FIRST : MOST;
        Points.touchingWhile(nest.domain(), nest.target(), index, point -> {
            Expression part = at(nest, several ? body.inner : nest.body(), point);
            if (greatest || count == 1 || !isNothing(nest, part, point)) {
                parts.add(part);
            }
            return parts.size() < most;
        });
        if (count > MOST && parts.size() == most) {
            parts.add(new Expression.Applied(Rules.DOTS, List.of(), true));
        }
        if (greatest) {
            return new Expression.Applied("max", parts, true);
        }
        return parts.isEmpty() ? Simplify.ZERO : several ? body.around.apply(sum(parts)) : parts.get(0);
    }

    /** Whether an addend need not be written: it is 0, because one of its factors is the number 0. */
    private boolean isNothing(Nest nest, Expression part, int[] point) {
        return part.equals(Simplify.ZERO) || hasZero(part) && elements.evaluate(nest, nest.body(), point) == 0;
    }

    private static boolean hasZero(Expression part) {
        boolean product = part instanceof Expression.Product || part instanceof Expression.Negative;
        boolean above = part instanceof Expression.Quotient quotient && hasZero(quotient.above());
        return above
                || part.equals(Simplify.ZERO)
                || product && Parts.of(part).stream().anyMatch(Unfolding::hasZero);
    }

    private Expression sum(List<Expression> parts) {
        boolean apart = parts.stream()
                .anyMatch(part -> isDots(part)
                        || Parts.of(part).stream()
                                .anyMatch(term -> part instanceof Expression.Sum && term instanceof Expression.Number));
        return parts.size() == 1
                ? parts.get(0)
                : apart ? new Expression.Sum(parts) : simplify.tidied(new Expression.Sum(parts));
    }

    private static boolean isDots(Expression e) {
        return e instanceof Expression.Applied applied && applied.function().equals(Rules.DOTS);
    }

    private Expression written(Nest nest, Formula f, int[] point) {
        if (f instanceof Formula.Input input) {
            return read(nest.reads().get(input.read()), point);
        } else if (f instanceof Formula.Constant constant) {
            return nests.letters().constant(constant);
        } else if (f instanceof Formula.Add add) {
            return new Expression.Sum(List.of(written(nest, add.left(), point), written(nest, add.right(), point)));
        } else if (f instanceof Formula.Negate negate) {
            return negative(nest, negate, point);
        } else if (f instanceof Formula.Multiply product) {
            return new Expression.Product(
                    List.of(written(nest, product.left(), point), written(nest, product.right(), point)));
        } else if (f instanceof Formula.Divide quotient) {
            return new Expression.Quotient(
                    written(nest, quotient.left(), point), written(nest, quotient.right(), point));
        } else if (f instanceof Formula.Power power) {
            return new Expression.Raised(written(nest, power.base(), point), written(nest, power.exponent(), point));
        } else if (f instanceof Formula.Apply apply) {
            String name = apply.function().name().toLowerCase(Locale.ROOT);
            return new Expression.Applied(name, List.of(written(nest, apply.of(), point)), true);
        } else if (f instanceof Formula.Select select && select.fillsHole()) {
            return written(nest, select.otherwise(), point);
        } else if (f instanceof Formula.Select select) {
            Optional<Formula> positive = positive(select);
            if (positive.isPresent()) {
                Expression part = written(nest, positive.get(), point);
                return new Expression.Applied("max", List.of(Simplify.ZERO, part), true);
            }
            boolean holds = elements.evaluate(nest, select.test(), point) != 0;
            note(nest, select.test(), holds, point);
            return written(nest, holds ? select.then() : select.otherwise(), point);
        } else if (f instanceof Formula.Compare compare && !isPlaced(compare)) {
            return indicator(nest, compare, point);
        }
        return new Expression.Number(chainstep.math.Rational.of((long) elements.evaluate(nest, f, point)));
    }

    /** What is taken where it is greater than 0, where 0 is taken otherwise. */
    private static Optional<Formula> positive(Formula.Select select) {
        Formula rest = select.otherwise() instanceof Formula.Select inner ? inner.then() : select.otherwise();
        boolean asked = select.test() instanceof Formula.Compare compare
                && compare.comparison() != Formula.Comparison.EQUAL
                && (compare.left().equals(Formula.ZERO) && compare.right().equals(rest)
                        || compare.left().equals(rest) && compare.right().equals(Formula.ZERO));
        return asked && select.then().equals(Formula.ZERO) ? Optional.of(rest) : Optional.empty();
    }

    /** Whether places in loops are compared, which no reader ever sees. */
    private static boolean isPlaced(Formula.Compare compare) {
        return compare.left() instanceof Formula.Position || compare.right() instanceof Formula.Position;
    }

    private Expression.Indicator indicator(Nest nest, Formula.Compare compare, int[] point) {
        return new Expression.Indicator(
                compare.comparison(), at(nest, compare.left(), point), at(nest, compare.right(), point));
    }

    /** Remembers the condition under which a case was taken. */
    private void note(Nest nest, Formula test, boolean holds, int[] point) {
        if (test instanceof Formula.Compare compare && !isPlaced(compare) && held.size() < 3) {
            Formula.Compare here = holds ? compare : compare.opposite();
            boolean equal = compare.comparison() == Formula.Comparison.EQUAL;
            if (!equal || holds) {
                held.putIfAbsent(here, indicator(nest, here, point));
            }
        }
    }

    /** −x; the opposite of the greatest of −x₁, −x₂ … is the least of x₁, x₂ …. */
    private Expression negative(Nest nest, Formula.Negate negate, int[] point) {
        if (negate.of() instanceof Formula.Input input) {
            Nest.Read read = nest.reads().get(input.read());
            int element = Points.element(read.map(), nests.shapeOf(read.array()), point);
            boolean least = nests.list().stream()
                    .anyMatch(other -> other.out() == read.array()
                            && other.fold() == Nest.Fold.MAX
                            && other.body() instanceof Formula.Negate);
            if (least && element >= 0) {
                Expression.Applied greatest = (Expression.Applied) folded(read.array(), element);
                return new Expression.Applied(
                        "min",
                        greatest.arguments().stream()
                                .map(each -> isDots(each) ? each : Simplify.negated(each))
                                .toList(),
                        true);
            }
        }
        return new Expression.Negative(written(nest, negate.of(), point));
    }

    private Expression read(Nest.Read read, int[] point) {
        Shape shape = nests.shapeOf(read.array());
        int element = Points.element(read.map(), shape, point);
        if (element < 0) {
            return Simplify.ZERO;
        } else if (read.array() < nests.inputs().size()) {
            int input = node.inputs().get(read.array());
            return inner(program.node(input), element).orElseGet(() -> symbols.element(input, element));
        }
        return made(read.array(), element);
    }

    /** What an update makes on the way without a letter, like β·m, has no step of its own: it is written out. */
    private Optional<Expression> inner(Node input, int element) {
        boolean unlettered = input.role() instanceof Role.Update update
                && UpdateNames.isUnlettered(update.part())
                && !input.isLeaf();
        return unlettered
                ? Optional.of(new Unfolding(program, trace, input, known).of(element))
                        .filter(formula -> formula.where().isEmpty())
                        .map(Unfolded::is)
                : Optional.empty();
    }

    /** What was made on the way: written out where it is one number's formula, else by a letter. */
    private Expression made(int array, int element) {
        boolean named = nests.letters().of(array).isPresent();
        List<Nest> writers =
                nests.list().stream().filter(nest -> nest.out() == array).toList();
        boolean single = writers.size() == 1
                && writers.get(0).fold() == Nest.Fold.SUM
                && Points.count(writers.get(0).domain(), writers.get(0).target(), index(array, element)) == 1;
        if (single && !named) {
            return folded(array, element);
        }
        Expression.Made made = new Expression.Made(node.id(), array, element, letter(array), Shape.SCALAR);
        if (isNumber(array, element)) {
            return folded(array, element);
        }
        met.add(made);
        return made;
    }

    /** Whether nothing is read for an element: places in loops were counted. */
    private boolean isNumber(int array, int element) {
        boolean counted =
                nests.list().stream().filter(nest -> nest.out() == array).allMatch(nest -> isCounted(nest.body()));
        return counted && folded(array, element) instanceof Expression.Number;
    }

    private static boolean isCounted(Formula body) {
        return body instanceof Formula.Compare compare && isPlaced(compare);
    }

    private String letter(int array) {
        return letters.computeIfAbsent(
                array,
                key -> nests.letters()
                        .of(array)
                        .orElseGet(() -> Stream.iterate(SPARE, Unfolding::primed)
                                .flatMap(List::stream)
                                .filter(spare -> !letters.containsValue(spare)
                                        && !nests.letters().arrays().containsValue(spare)
                                        && program.named(spare).isEmpty())
                                .findFirst()
                                .orElseThrow()));
    }

    /** The same letters with a prime more, for when a program has used them up. */
    private static List<String> primed(List<String> letters) {
        return letters.stream().map(letter -> letter + "'").toList();
    }
}
