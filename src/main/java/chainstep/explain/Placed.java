package chainstep.explain;

import chainstep.graph.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gradients put at the same part of a value, from several uses of it, written as one sum put there. */
final class Placed {
    private Placed() {}

    /** The terms of a sum, those put at the same part joined where the first of them stood. */
    static List<Expression> joined(List<Expression> terms, Simplify simplify) {
        Map<Expression, List<Expression>> byPart = new LinkedHashMap<>();
        for (Expression term : terms) {
            if (isPlaced(term)) {
                byPart.computeIfAbsent(part(term), part -> new ArrayList<>()).add(gradient(term));
            }
        }
        List<Expression> joined = new ArrayList<>();
        for (Expression term : terms) {
            if (!isPlaced(term)) {
                joined.add(term);
            } else if (byPart.containsKey(part(term))) {
                List<Expression> gradients = byPart.remove(part(term));
                joined.add(gradients.size() == 1 ? term : at(part(term), gradients, simplify));
            }
        }
        return joined;
    }

    private static boolean isPlaced(Expression term) {
        return term instanceof Expression.Applied applied && applied.function().equals(Rules.PLACED);
    }

    private static Expression gradient(Expression placed) {
        return ((Expression.Applied) placed).arguments().get(0);
    }

    private static Expression part(Expression placed) {
        return ((Expression.Applied) placed).arguments().get(1);
    }

    private static Expression at(Expression part, List<Expression> gradients, Simplify simplify) {
        Expression sum = simplify.tidied(new Expression.Sum(gradients));
        return new Expression.Applied(Rules.PLACED, List.of(sum, part), false);
    }
}
