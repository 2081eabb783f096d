package chainstep.lang;

import chainstep.op.Reshape;
import chainstep.op.Stack;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions that rearrange: reshape, flatten, stack, and where a list of values is wanted. */
final class ShapeFunctions {
    private ShapeFunctions() {}

    static void addTo(Map<String, Functions.Reader> all) {
        all.put("reshape", arguments -> {
            int x = arguments.node("x");
            return reshape(arguments, x, extents(arguments));
        });
        all.put("flatten", arguments -> reshape(arguments, arguments.node("x"), new int[] {-1}));
        all.put("ravel", all.get("flatten"));
        all.put("stack", arguments -> {
            Integer[] parts = parts(arguments, arguments.required("values"));
            return Functions.apply(arguments, new Stack(arguments.axis(0)), parts);
        });
        all.put("array", arguments -> arguments.reader().node(arguments.required("values")));
        all.put("tensor", all.get("array"));
    }

    /** The values of a list written out; anything else is one value. */
    static Integer[] parts(Arguments arguments, Syntax.Expression list) {
        boolean listed = list instanceof Syntax.ListOf || list instanceof Syntax.TupleOf;
        List<Syntax.Expression> rest = arguments.call().positional();
        if (!listed && rest.size() > 1 && !(rest.get(1) instanceof Syntax.Number)) {
            ExpressionReader reader = arguments.reader();
            String name = arguments.call().name();
            throw reader.error(rest.get(1), "argument.many", name, 1)
                    .hint(
                            "suggest",
                            name + rest.stream().map(reader::text).collect(Collectors.joining(", ", "([", "])")));
        }
        List<Syntax.Expression> elements = list instanceof Syntax.ListOf written
                ? written.elements()
                : list instanceof Syntax.TupleOf tuple ? tuple.elements() : List.of(list);
        return elements.stream().map(arguments.reader()::node).toArray(Integer[]::new);
    }

    private static int[] extents(Arguments arguments) {
        List<Syntax.Expression> rest = arguments.hasMore() ? arguments.rest() : List.of(arguments.required("shape"));
        List<Integer> extents = rest.size() == 1
                ? arguments.integers(rest.get(0))
                : rest.stream().map(arguments::integer).toList();
        return extents.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int reshape(Arguments arguments, int x, int[] extents) {
        return Functions.apply(arguments, Reshape.of(arguments.reader().shape(x), extents), x);
    }
}
