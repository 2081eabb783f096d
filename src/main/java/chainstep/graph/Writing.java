package chainstep.graph;

import chainstep.math.Fn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes a single nest as an {@link Expression}: its body, with operands for reads and a Σ where loops are folded. */
final class Writing {
    private final Nest nest;
    private final List<Expression> operands;

    private Writing(Nest nest, List<Expression> operands) {
        this.nest = nest;
        this.operands = operands;
    }

    /** The nest as an expression of its operands, numbered as the nest's arrays are. */
    static Expression of(Nest nest, List<Expression> operands) {
        return new Writing(nest, operands).whole();
    }

    private Expression whole() {
        Expression body = of(nest.body());
        List<Integer> folded = IntStream.range(0, nest.domain().size())
                .filter(loop -> !nest.target().dependsOn(loop) && nest.domain().get(loop) > 1)
                .boxed()
                .toList();
        boolean everything = nest.target().rank() == 0;
        if (folded.isEmpty()) {
            return body;
        }
        return new Expression.Summed(body, everything ? List.of() : folded);
    }

    private Expression of(Formula formula) {
        if (formula instanceof Formula.Input f) {
            return operands.get(nest.reads().get(f.read()).array());
        } else if (formula instanceof Formula.Constant f) {
            return new Expression.Number(f.value());
        } else if (formula instanceof Formula.Add f) {
            return new Expression.Sum(terms(f));
        } else if (formula instanceof Formula.Multiply f) {
            return new Expression.Product(factors(f));
        } else if (formula instanceof Formula.Divide f) {
            return new Expression.Quotient(of(f.left()), of(f.right()));
        } else if (formula instanceof Formula.Negate f) {
            return new Expression.Negative(of(f.of()));
        } else if (formula instanceof Formula.Power f) {
            return new Expression.Raised(of(f.base()), of(f.exponent()));
        } else if (formula instanceof Formula.Apply f) {
            return function(f.function(), of(f.of()));
        } else if (formula instanceof Formula.Compare f) {
            return new Expression.Indicator(f.comparison(), of(f.left()), of(f.right()));
        } else if (formula instanceof Formula.Select f) {
            return new Expression.Cases(of(f.test()), of(f.then()), of(f.otherwise()));
        }
        return new Expression.Applied("position", List.of(), false);
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
