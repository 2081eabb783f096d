package chainstep.lang;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which names a piece of a text reads, and of which it reads the shape. */
final class Mentions {
    private static final Set<String> REDUCTIONS = Set.of("sum", "mean", "norm", "max", "min");

    private Mentions() {}

    /** The parts right below. */
    static Stream<Syntax> parts(Syntax whole) {
        if (whole instanceof Syntax.Assign line) {
            return Stream.of(line.value());
        } else if (whole instanceof Syntax.Directive line) {
            return Stream.of(line.call());
        } else if (whole instanceof Syntax.Call call) {
            return Stream.concat(
                    call.positional().stream(), call.named().stream().map(Syntax.Named::value));
        } else if (whole instanceof Syntax.Binary binary) {
            return Stream.of(binary.left(), binary.right());
        } else if (whole instanceof Syntax.Unary unary) {
            return Stream.of(unary.operand());
        } else if (whole instanceof Syntax.Part part) {
            return Stream.of(part.of());
        } else if (whole instanceof Syntax.Index index) {
            return Stream.concat(Stream.of(index.base()), index.items().stream());
        } else if (whole instanceof Syntax.At at) {
            return Stream.of(at.place());
        } else if (whole instanceof Syntax.ListOf list) {
            return list.elements().stream().map(Syntax.class::cast);
        } else if (whole instanceof Syntax.TupleOf tuple) {
            return tuple.elements().stream().map(Syntax.class::cast);
        }
        return Stream.empty();
    }

    /** Every name that is read. */
    static Set<String> of(Syntax whole) {
        Set<String> names = new HashSet<>();
        gather(whole, names);
        return names;
    }

    /** A chain of operators leans left and may be as long as the file: it is followed in a loop. */
    private static void gather(Syntax whole, Set<String> names) {
        Syntax at = whole;
        while (at instanceof Syntax.Binary binary) {
            gather(binary.right(), names);
            at = binary.left();
        }
        if (at instanceof Syntax.Name name) {
            names.add(name.text());
        }
        parts(at).forEach(part -> gather(part, names));
    }

    /** The names whose shape matters: all but those that are summed up as they are, {@code sum(W**2)}. */
    static Set<String> shaped(Syntax whole) {
        Set<String> names = new HashSet<>();
        shaped(whole, names);
        return names;
    }

    private static void shaped(Syntax whole, Set<String> names) {
        Syntax at = whole;
        while (at instanceof Syntax.Binary binary) {
            shaped(binary.right(), names);
            at = binary.left();
        }
        if (at instanceof Syntax.Call call && sumsUp(call)) {
            return;
        } else if (at instanceof Syntax.Name name) {
            names.add(name.text());
        }
        parts(at).forEach(part -> shaped(part, names));
    }

    private static boolean sumsUp(Syntax.Call call) {
        List<Syntax.Expression> of = call.positional();
        return REDUCTIONS.contains(call.name())
                && of.size() == 1
                && call.named().isEmpty()
                && of(of.get(0)).size() == 1
                && !picks(of.get(0));
    }

    /** Whether an index or a product of matrices stands somewhere. */
    static boolean picks(Syntax whole) {
        return whole instanceof Syntax.Index
                || whole instanceof Syntax.Binary binary && binary.operator() == Syntax.Operator.MATMUL
                || parts(whole).anyMatch(Mentions::picks);
    }
}
