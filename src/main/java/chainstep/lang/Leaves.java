package chainstep.lang;

import chainstep.data.Fans;
import chainstep.data.Initialiser;
import chainstep.graph.Leaf;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** No spread is greater, so that no number drawn is beyond float64. */
    private static final double LARGEST = 1e300;

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

    private static Supply numbers(ExpressionReader reader, Syntax.Call leaf, Syntax.Expression value) {
        if (value instanceof Syntax.Call call) {
            if (call.name().equals("array") || call.name().equals("tensor")) {
                Arguments wrapped = new Arguments(reader, call);
                Supply numbers = numbers(reader, leaf, wrapped.required("value"));
                wrapped.finish();
                return numbers;
            }
            return initialised(new Arguments(reader, call));
        }
        return ArrayLiteral.read(reader, value)
                .<Supply>map(literal -> literal)
                .orElseThrow(() -> infinite(value)
                        .map(name -> reader.error(name, "name.infinite", name.text()))
                        .orElseGet(() -> reader.error(value, "leaf.value", leaf.name(), leaf.name())));
    }

    /** What is written among numbers, or as the number, and is none: NaN, inf. */
    private static Optional<Syntax.Name> infinite(Syntax.Expression value) {
        List<Syntax.Expression> parts = List.of();
        if (value instanceof Syntax.Name name) {
            return Scope.isInfinite(name.text()) ? Optional.of(name) : Optional.empty();
        } else if (value instanceof Syntax.ListOf list) {
            parts = list.elements();
        } else if (value instanceof Syntax.TupleOf tuple) {
            parts = tuple.elements();
        } else if (value instanceof Syntax.Unary opposite) {
            parts = List.of(opposite.operand());
        }
        return parts.stream().map(Leaves::infinite).flatMap(Optional::stream).findFirst();
    }

    private static Supply initialised(Arguments arguments) {
        Syntax.Call call = arguments.call();
        if (!INITIALISERS.contains(call.name())) {
            SourceError error = arguments
                    .reader()
                    .error(
                            call.function(),
                            "initialiser.unknown",
                            call.name(),
                            String.join(", ", new TreeSet<>(INITIALISERS)));
            throw PastedCode.function(call, arguments.reader())
                    .map(error::hint)
                    .orElseGet(() -> error.nearest(call.name(), INITIALISERS));
        }
        Shape shape = shape(arguments);
        Supply supply = supply(arguments, shape);
        arguments.finish();
        return supply;
    }

    static Shape shape(Arguments arguments) {
        List<Syntax.Expression> rest = arguments.rest();
        List<Integer> extents = rest.size() == 1
                ? arguments.integers(rest.get(0))
                : rest.stream().map(arguments::integer).toList();
        int[] dims = extents.stream().mapToInt(Integer::intValue).toArray();
        if (dims.length > Shape.MAX_RANK) {
            throw arguments.reader().error(arguments.call(), "array.deep", Shape.MAX_RANK);
        } else if (!Shape.fits(dims)) {
            throw arguments.reader().error(arguments.call(), "array.large");
        }
        return Shape.of(dims);
    }

    private static Supply supply(Arguments arguments, Shape shape) {
        int n = shape.size();
        String name = arguments.call().name();
        return switch (name) {
            case "zeros" -> new Filled(shape, 0);
            case "ones" -> new Filled(shape, 1);
            case "normal" -> {
                double std = number(arguments, "std", 1);
                require(arguments, std >= 0 && std <= LARGEST, "std", "initialiser.std");
                long seed = arguments.seed(arguments.option("seed"));
                yield new Drawn(shape, () -> Initialiser.normal(n, std, seed));
            }
            case "uniform" -> {
                double lo = number(arguments, "lo", 0);
                double hi = number(arguments, "hi", 1);
                boolean within = lo <= hi && hi - lo <= LARGEST && Math.abs(lo) <= LARGEST;
                require(arguments, within, "lo", "initialiser.range");
                long seed = arguments.seed(arguments.option("seed"));
                yield new Drawn(shape, () -> Initialiser.uniform(n, lo, hi, seed));
            }
            default -> {
                Fans fans = Fans.of(shape.dims());
                long seed = arguments.seed(arguments.option("seed"));
                yield new Drawn(
                        shape,
                        () -> name.equals("he") ? Initialiser.he(n, fans, seed) : Initialiser.xavier(n, fans, seed));
            }
        };
    }

    private static void require(Arguments arguments, boolean holds, String option, String key) {
        if (!holds) {
            Syntax at = arguments.option(option).<Syntax>map(given -> given).orElse(arguments.call());
            throw arguments.reader().error(at, key);
        }
    }

    private static double number(Arguments arguments, String name, double otherwise) {
        return arguments
                .option(name)
                .map(given -> arguments.number(given).doubleValue())
                .orElse(otherwise);
    }
}
