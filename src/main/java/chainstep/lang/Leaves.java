package chainstep.lang;

import chainstep.data.Fans;
import chainstep.data.Initialiser;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code input(v)}, {@code target(v)}, {@code param(v)}, {@code const(v)}: v a literal or an initialiser. */
final class Leaves {
    private static final Map<String, Leaf.Kind> KINDS = Map.of(
            "input", Leaf.Kind.INPUT,
            "target", Leaf.Kind.TARGET,
            "param", Leaf.Kind.PARAM,
            "const", Leaf.Kind.CONST);

    static final Set<String> NAMES = KINDS.keySet();

    /** The initialisers, which stand only inside a leaf. */
    static final Set<String> INITIALISERS = Set.of("zeros", "ones", "normal", "uniform", "xavier", "he");

    private Leaves() {}

    static boolean isLeaf(Syntax.Expression expression) {
        return expression instanceof Syntax.Call call && NAMES.contains(call.name());
    }

    /** The leaf a call makes. */
    static Leaf read(ExpressionReader reader, Syntax.Call call) {
        Arguments arguments = new Arguments(reader, call);
        Syntax.Expression value = arguments.required("value");
        arguments.finish();
        return new Leaf(KINDS.get(call.name()), numbers(reader, call, value));
    }

    private static Fixed numbers(ExpressionReader reader, Syntax.Call leaf, Syntax.Expression value) {
        if (value instanceof Syntax.Call call) {
            if (call.name().equals("array") || call.name().equals("tensor")) {
                Arguments wrapped = new Arguments(reader, call);
                return numbers(reader, leaf, wrapped.required("value"));
            }
            return Fixed.of(initialised(new Arguments(reader, call)));
        }
        return ArrayLiteral.read(reader, value)
                .orElseThrow(() -> reader.error(value, "leaf.value", leaf.name(), leaf.name()));
    }

    private static Tensor initialised(Arguments arguments) {
        Syntax.Call call = arguments.call();
        if (!INITIALISERS.contains(call.name())) {
            throw arguments
                    .reader()
                    .error(call.function(), "initialiser.unknown", call.name())
                    .nearest(call.name(), INITIALISERS);
        }
        Shape shape = shape(arguments);
        double[] values = values(arguments, shape);
        arguments.finish();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw arguments.reader().error(call, "initialiser.finite", call.name());
            }
        }
        return Tensor.of(shape, values);
    }

    static Shape shape(Arguments arguments) {
        List<Syntax.Expression> rest = arguments.rest();
        List<Integer> extents = rest.size() == 1
                ? arguments.integers(rest.get(0))
                : rest.stream().map(arguments::integer).toList();
        int[] dims = extents.stream().mapToInt(Integer::intValue).toArray();
        if (!Shape.fits(dims)) {
            throw arguments.reader().error(arguments.call(), "array.large");
        }
        return Shape.of(dims);
    }

    private static double[] values(Arguments arguments, Shape shape) {
        int n = shape.size();
        return switch (arguments.call().name()) {
            case "zeros" -> Initialiser.zeros(n);
            case "ones" -> Initialiser.ones(n);
            case "normal" -> {
                double std = number(arguments, "std", 1);
                require(arguments, std >= 0, "initialiser.std");
                yield Initialiser.normal(n, std, arguments.seed(arguments.option("seed")));
            }
            case "uniform" -> {
                double lo = number(arguments, "lo", 0);
                double hi = number(arguments, "hi", 1);
                require(arguments, lo <= hi, "initialiser.range");
                yield Initialiser.uniform(n, lo, hi, arguments.seed(arguments.option("seed")));
            }
            case "xavier" -> Initialiser.xavier(n, Fans.of(shape.dims()), arguments.seed(arguments.option("seed")));
            default -> Initialiser.he(n, Fans.of(shape.dims()), arguments.seed(arguments.option("seed")));
        };
    }

    private static void require(Arguments arguments, boolean holds, String key) {
        if (!holds) {
            throw arguments.reader().error(arguments.call(), key);
        }
    }

    private static double number(Arguments arguments, String name, double otherwise) {
        return arguments
                .option(name)
                .map(given -> arguments.number(given).doubleValue())
                .orElse(otherwise);
    }
}
