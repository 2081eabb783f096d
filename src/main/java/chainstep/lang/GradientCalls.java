package chainstep.lang;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every {@code gradient(E, w)} of a file: which names each value is differentiated by. */
final class GradientCalls {
    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private GradientCalls() {}

    static Map<String, Set<String>> of(Syntax.File file) {
        GradientCalls calls = new GradientCalls();
        for (Syntax.Statement statement : file.statements()) {
            if (statement instanceof Syntax.Assign assign) {
                calls.visit(assign.value());
            }
        }
        return calls.found;
    }

    private void visit(Syntax.Expression expression) {
        Syntax.Expression rest = expression;
        while (rest instanceof Syntax.Binary binary) {
            visit(binary.right());
            rest = binary.left();
        }
        if (rest instanceof Syntax.Call call) {
            note(call);
        }
        parts(rest).forEach(this::visit);
    }

    private void note(Syntax.Call call) {
        List<Syntax.Expression> arguments = call.positional();
        if (call.name().equals("gradient")
                && arguments.size() == 2
                && arguments.get(0) instanceof Syntax.Name of
                && arguments.get(1) instanceof Syntax.Name by) {
            found.computeIfAbsent(of.text(), key -> new LinkedHashSet<>()).add(by.text());
        }
    }

    private static Stream<Syntax.Expression> parts(Syntax.Expression expression) {
        if (expression instanceof Syntax.Call call) {
            return Stream.concat(
                    call.positional().stream(), call.named().stream().map(Syntax.Named::value));
        } else if (expression instanceof Syntax.Unary unary) {
            return Stream.of(unary.operand());
        } else if (expression instanceof Syntax.Index index) {
            return Stream.of(index.base());
        } else if (expression instanceof Syntax.ListOf list) {
            return list.elements().stream();
        }
        return Stream.of();
    }
}
