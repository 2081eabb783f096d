package chainstep.graph;

import chainstep.math.Fn;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a single nest as an {@link Expression}: its body, with operands for reads and a Σ where loops are folded. */
public final class Writing {
    private static final Expression ZERO = new Expression.Number(Rational.ZERO);

    private final Nest nest;
    private final List<Expression> operands;
    private final Letters letters;

    private Writing(Nest nest, List<Expression> operands, Letters letters) {
        this.nest = nest;
        this.operands = operands;
        this.letters = letters;
    }

    /** The nest as an expression of its operands, numbered as the nest's arrays are. */
    static Expression of(Nest nest, List<Expression> operands) {
        return new Writing(nest, operands, Letters.NONE).whole();
    }

    /**
     * Nests that make arrays on the way, as one expression: those with a letter stand for themselves, the others are written
     * out. What stands for itself belongs to node −1, as an operation does not know which node it is in.
     */
    public static Expression inStages(Nests nests, List<Expression> operands) {
        List<Expression> arrays = new ArrayList<>(operands);
        arrays.addAll(Collections.nCopies(nests.made().size(), ZERO));
        for (Nest nest : nests.list()) {
            Optional<String> letter = nests.letters().of(nest.out());
            Writing writing = new Writing(nest, List.copyOf(arrays), nests.letters());
            if (nest.fold() == Nest.Fold.MAX) {
                arrays.set(nest.winner(), writing.greatest("arg"));
            }
            Expression part = nest.fold() == Nest.Fold.MAX ? writing.greatest("") : writing.whole();
            arrays.set(
                    nest.out(),
                    letter.isPresent()
                            ? new Expression.Made(-1, nest.out(), -1, letter.get(), spread(nests, nest.out()))
                            : plus(arrays.get(nest.out()), part));
        }
        return arrays.get(nests.result());
    }

    /** Several nests may add to one array. */
    private static Expression plus(Expression so, Expression part) {
        return so.equals(ZERO) ? part : new Expression.Sum(List.of(so, part));
    }

    /** The greatest along the loops that are folded, or where it stands; of opposites, the least of what they are opposite to. */
    private Expression greatest(String prefix) {
        boolean least = nest.body() instanceof Formula.Negate;
        Expression of = of(least ? ((Formula.Negate) nest.body()).of() : nest.body());
        String along = folded().stream().map(String::valueOf).collect(Collectors.joining(","));
        boolean everything = nest.domain().size() == folded().size();
        Expression found = new Expression.Applied(
                prefix + (least ? "min" : "max") + (everything ? "" : "[" + along + "]"), List.of(of), everything);
        return least && prefix.isEmpty() ? new Expression.Negative(found) : found;
    }

    /** The shape in which an array takes part where it is read: with extents of 1 where one number serves many. */
    private static Shape spread(Nests nests, int array) {
        for (Nest nest : nests.list()) {
            for (Nest.Read read : nest.reads()) {
                boolean carried = nest.isElementwise() && read.map().isIdentity() && nest.out() != nests.result();
                if (read.array() == array && carried) {
                    return spread(nests, nest.out());
                } else if (read.array() == array) {
                    int[] dims = IntStream.range(0, nest.domain().size())
                            .map(loop ->
                                    read.map().dependsOn(loop) ? nest.domain().get(loop) : 1)
                            .dropWhile(dim -> dim == 1)
                            .toArray();
                    return Shape.of(dims);
                }
            }
        }
        return nests.shapeOf(array);
    }

    private Expression whole() {
        Expression body = of(nest.body());
        List<Integer> folded = folded();
        boolean everything = nest.target().rank() == 0;
        if (folded.isEmpty()) {
            return copies() ? new Expression.Spread(body, shape()) : body;
        }
        return new Expression.Summed(body, everything ? List.of() : folded);
    }

    /** The loops along which numbers fall on one element. */
    private List<Integer> folded() {
        return IntStream.range(0, nest.domain().size())
                .filter(loop -> !nest.target().dependsOn(loop) && nest.domain().get(loop) > 1)
                .boxed()
                .toList();
    }

    /** Whether the nest writes the same number along a loop that nothing it reads moves along. */
    private boolean copies() {
        return nest.isElementwise()
                && IntStream.range(0, nest.domain().size())
                        .filter(loop -> nest.domain().get(loop) > 1)
                        .anyMatch(loop -> nest.reads().stream()
                                .noneMatch(read -> read.map().dependsOn(loop)));
    }

    private Shape shape() {
        return Shape.of(nest.domain().stream().mapToInt(Integer::intValue).toArray());
    }

    private Expression of(Formula formula) {
        if (formula instanceof Formula.Input f) {
            return operands.get(nest.reads().get(f.read()).array());
        } else if (formula instanceof Formula.Constant f) {
            return letters.constant(f);
        } else if (formula instanceof Formula.Add f) {
            return new Expression.Sum(terms(f));
        } else if (formula instanceof Formula.Multiply f) {
            return new Expression.Product(factors(f));
        } else if (formula instanceof Formula.Divide f) {
            return quotient(of(f.left()), of(f.right()));
        } else if (formula instanceof Formula.Negate f) {
            return new Expression.Negative(of(f.of()));
        } else if (formula instanceof Formula.Power f) {
            return new Expression.Raised(of(f.base()), of(f.exponent()));
        } else if (formula instanceof Formula.Apply f) {
            return function(f.function(), of(f.of()));
        } else if (formula instanceof Formula.Compare f && f.right() instanceof Formula.Position) {
            return new Expression.Applied("one_hot", List.of(of(f.left())), false);
        } else if (formula instanceof Formula.Compare f) {
            return new Expression.Indicator(f.comparison(), of(f.left()), of(f.right()));
        } else if (formula instanceof Formula.Select f) {
            return f.fillsHole() ? of(f.otherwise()) : choice(f.test(), f.then(), withoutNaN(f));
        }
        return new Expression.Applied("position", List.of(), false);
    }

    /** A quotient; of exp(x − m) by its sum along the last axis it is softmax(x). */
    private static Expression quotient(Expression above, Expression below) {
        boolean share = below instanceof Expression.Summed sum && sum.of().equals(above);
        boolean shifted = above instanceof Expression.Applied power
                && power.function().equals("exp")
                && power.arguments().get(0) instanceof Expression.Sum less
                && less.terms().size() == 2
                && less.terms().get(1) instanceof Expression.Negative m
                && m.of() instanceof Expression.Made;
        if (!share || !shifted) {
            return new Expression.Quotient(above, below);
        }
        Expression x = ((Expression.Sum)
                        ((Expression.Applied) above).arguments().get(0))
                .terms()
                .get(0);
        return new Expression.Applied("softmax", List.of(x), false);
    }

    /** What is 0 where the test holds (or fails) with an indicator, anything else by cases; max(0, x) stays one. */
    private Expression choice(Formula test, Formula then, Formula otherwise) {
        if (then.equals(otherwise)) {
            return of(then);
        } else if (otherwise.equals(Formula.ZERO)
                && test instanceof Formula.Compare f
                && f.right() instanceof Formula.Position) {
            return of(Formula.multiply(then, test));
        } else if (test instanceof Formula.Compare && then.equals(Formula.ONE) && otherwise.equals(Formula.ZERO)) {
            return of(test);
        } else if (then.equals(Formula.ZERO) && !isCompared(test, otherwise)) {
            Optional<Formula> opposite = opposite(test);
            if (opposite.isPresent()) {
                return of(Formula.multiply(otherwise, opposite.get()));
            }
        }
        return new Expression.Cases(of(test), of(then), of(otherwise));
    }

    private static boolean isCompared(Formula test, Formula part) {
        return test instanceof Formula.Compare f
                && (f.left().equals(part) || f.right().equals(part));
    }

    /** What holds where the test does not; a case for NaN alone, when neither the test nor its opposite holds, is left out. */
    private static Formula withoutNaN(Formula.Select f) {
        return f.otherwise() instanceof Formula.Select inner
                        && opposite(f.test()).filter(inner.test()::equals).isPresent()
                ? inner.then()
                : f.otherwise();
    }

    private static Optional<Formula> opposite(Formula test) {
        if (!(test instanceof Formula.Compare f) || f.comparison() == Formula.Comparison.EQUAL) {
            return Optional.empty();
        }
        return Optional.of(f.opposite());
    }

    private static Expression function(Fn function, Expression of) {
        return Expression.Applied.of(function.name().toLowerCase(Locale.ROOT), of);
    }

    private List<Expression> terms(Formula formula) {
        if (formula instanceof Formula.Add f) {
            return join(terms(f.left()), terms(f.right()));
        }
        return List.of(of(formula));
    }

    private List<Expression> factors(Formula formula) {
        if (formula instanceof Formula.Multiply f) {
            return join(factors(f.left()), factors(f.right()));
        }
        return List.of(of(formula));
    }

    private static List<Expression> join(List<Expression> first, List<Expression> second) {
        List<Expression> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
