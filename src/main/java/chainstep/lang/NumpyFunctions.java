package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.Add;
import chainstep.op.Divide;
import chainstep.op.Maximum;
import chainstep.op.Minimum;
import chainstep.op.Multiply;
import chainstep.op.Negate;
import chainstep.op.Outer;
import chainstep.op.Power;
import chainstep.op.Subtract;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that NumPy and PyTorch have for what the language writes with signs, so that a forward pass pastes in. */
final class NumpyFunctions {
    private NumpyFunctions() {}

    static void addTo(Map<String, Functions.Reader> all) {
        Functions.unary(all, "square", new Power(Rational.of(2)));
        Functions.unary(all, "negative", new Negate());
        Functions.binary(all, "add", new Add());
        Functions.binary(all, "subtract", new Subtract());
        Functions.binary(all, "multiply", new Multiply());
        Functions.binary(all, "divide", new Divide());
        Functions.binary(all, "outer", new Outer());
        all.put("power", NumpyFunctions::power);
        all.put("pow", NumpyFunctions::power);
        all.put("clip", NumpyFunctions::clip);
        all.put("clamp", NumpyFunctions::clip);
        all.put("zeros", arguments -> filled(arguments, Leaves.shape(arguments), 0));
        all.put("ones", arguments -> filled(arguments, Leaves.shape(arguments), 1));
        all.put("zeros_like", arguments -> filled(arguments, like(arguments), 0));
        all.put("ones_like", arguments -> filled(arguments, like(arguments), 1));
    }

    private static Shape like(Arguments arguments) {
        return arguments.reader().shape(arguments.node("x"));
    }

    private static int filled(Arguments arguments, Shape shape, long value) {
        return arguments.reader().leaf(arguments.call(), Leaf.Kind.LITERAL, new Filled(shape, value));
    }

    /** As {@code **} does it: a number written out is the exponent of one operation. */
    private static int power(Arguments arguments) {
        Syntax.Expression base = arguments.required("x");
        Syntax.Expression exponent = arguments.required("exponent");
        return arguments
                .reader()
                .node(new Syntax.Binary(
                        Syntax.Operator.POWER, base, exponent, arguments.call().span()));
    }

    private static int clip(Arguments arguments) {
        int x = arguments.node("x");
        Optional<Syntax.Expression> low = arguments.next("min").or(() -> arguments.option("a_min"));
        Optional<Syntax.Expression> high = arguments.next("max").or(() -> arguments.option("a_max"));
        int raised = bound(arguments, new Maximum(), x, low);
        return bound(arguments, new Minimum(), raised, high);
    }

    private static int bound(Arguments arguments, Op op, int x, Optional<Syntax.Expression> bound) {
        ExpressionReader reader = arguments.reader();
        return bound.filter(given -> !Arguments.isNone(given))
                .map(given -> reader.apply(arguments.call(), op, List.of(), x, reader.node(given)))
                .orElse(x);
    }
}
