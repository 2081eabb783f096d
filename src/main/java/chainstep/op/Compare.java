package chainstep.op;

import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import java.util.Locale;

/** 1 where a and b stand in a relation, else 0; with a NaN only {@code !=} holds. Its derivative is 0. */
public record Compare(Relation relation) implements Elementwise {
    /** How two numbers compare. */
    public enum Relation {
        GREATER,
        GREATER_EQUAL,
        LESS,
        LESS_EQUAL,
        EQUAL,
        NOT_EQUAL
    }

    @Override
    public String name() {
        return relation.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        Formula a = Formula.input(0);
        Formula b = Formula.input(1);
        return switch (relation) {
            case GREATER -> Formula.compare(Comparison.GREATER, a, b);
            case GREATER_EQUAL -> Formula.compare(Comparison.GREATER_OR_EQUAL, a, b);
            case LESS -> Formula.compare(Comparison.GREATER, b, a);
            case LESS_EQUAL -> Formula.compare(Comparison.GREATER_OR_EQUAL, b, a);
            case EQUAL -> Formula.compare(Comparison.EQUAL, a, b);
            case NOT_EQUAL -> Formula.select(Formula.compare(Comparison.EQUAL, a, b), Formula.ZERO, Formula.ONE);
        };
    }
}
