package chainstep.lang;

import chainstep.math.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads expressions that are one exact number: literals, arithmetic between them, and names that stand for a number. */
final class Constants {
    private final Source source;
    private final Scope scope;

    Constants(Source source, Scope scope) {
        this.source = source;
        this.scope = scope;
    }

    /** The number, or nothing where the expression is not a constant. */
    Optional<Rational> of(Syntax.Expression expression) {
        if (expression instanceof Syntax.Number number) {
            return Optional.of(Rational.parse(number.text()));
        } else if (expression instanceof Syntax.Name name) {
            return scope.number(name.text());
        } else if (expression instanceof Syntax.Unary unary && unary.operator() == Syntax.Operator.MINUS) {
            return of(unary.operand()).map(Rational::negate);
        } else if (expression instanceof Syntax.Binary binary) {
            return chain(binary);
        }
        return Optional.empty();
    }

    private Optional<Rational> chain(Syntax.Binary last) {
        Deque<Syntax.Binary> links = new ArrayDeque<>();
        Syntax.Expression first = last;
        while (first instanceof Syntax.Binary binary) {
            if (!ExactFolding.folds(binary.operator())) {
                return Optional.empty();
            }
            links.push(binary);
            first = binary.left();
        }
        Optional<Rational> left = of(first);
        for (Syntax.Binary link : links) {
            if (left.isEmpty()) {
                return left;
            }
            Rational before = left.get();
            left = of(link.right()).map(right -> ExactFolding.fold(source, link, before, right));
        }
        return left;
    }
}
