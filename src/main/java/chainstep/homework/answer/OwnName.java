package chainstep.homework.answer;

import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sees whether a formula only asks for what it should answer: {@code grad(h)[0]} for ∂E/∂h₁, or h1 for h₁. */
final class OwnName {
    /** What computes by itself; of these a formula may hold the derivative of one named value by another, as the chain rule has them. */
    private static final Set<String> COMPUTING =
            Set.of("grad", "gradient", "new", "after", "at", "local", "jac", "state", "first");

    private final Meanings meanings;

    OwnName(Model model) {
        this.meanings = new Meanings(model);
    }

    /** Whether a formula holds what is asked, or leaves it to the program to compute it. */
    boolean isIn(Quantity formula, Quantity asked) {
        Optional<Meant> wanted = meanings.of(asked);
        Deque<Syntax.Expression> open = new ArrayDeque<>(List.of(formula.expression()));
        while (!open.isEmpty()) {
            Syntax.Expression one = open.pop();
            Optional<Meant> meant = meanings.of(one);
            if (meant.isPresent()) {
                if (wanted.isPresent() && overlaps(plain(meant.get()), plain(wanted.get()))) {
                    return true;
                }
            } else if (one instanceof Syntax.Call call && COMPUTING.contains(call.name())) {
                return true;
            } else {
                parts(one).forEach(open::push);
            }
        }
        return false;
    }

    private static boolean overlaps(Meant a, Meant b) {
        return a.isWithin(b) || b.isWithin(a);
    }

    /** A local derivative as the gradient of what it is of. */
    private static Meant plain(Meant meant) {
        return meant.kind() == Meant.Kind.LOCAL ? meant.as(Meant.Kind.GRADIENT) : meant;
    }

    private static Stream<Syntax.Expression> parts(Syntax.Expression whole) {
        if (whole instanceof Syntax.Binary pair) {
            return Stream.of(pair.left(), pair.right());
        } else if (whole instanceof Syntax.Unary one) {
            return Stream.of(one.operand());
        } else if (whole instanceof Syntax.Index index) {
            return Stream.of(index.base());
        } else if (whole instanceof Syntax.ListOf list) {
            return list.elements().stream();
        } else if (whole instanceof Syntax.TupleOf tuple) {
            return tuple.elements().stream();
        } else if (whole instanceof Syntax.Call call) {
            return Stream.concat(
                    call.positional().stream(), call.named().stream().map(Syntax.Named::value));
        }
        return Stream.empty();
    }
}
