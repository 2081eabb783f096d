package chainstep.lang;

import chainstep.graph.Op;
import chainstep.math.Rational;
import chainstep.op.Abs;
import chainstep.op.Axes;
import chainstep.op.Concat;
import chainstep.op.Cos;
import chainstep.op.Elu;
import chainstep.op.Exp;
import chainstep.op.Gelu;
import chainstep.op.IsFinite;
import chainstep.op.LeakyRelu;
import chainstep.op.Log;
import chainstep.op.MatMul;
import chainstep.op.Max;
import chainstep.op.Maximum;
import chainstep.op.Mean;
import chainstep.op.Min;
import chainstep.op.Minimum;
import chainstep.op.Relu;
import chainstep.op.Sigmoid;
import chainstep.op.Sign;
import chainstep.op.Silu;
import chainstep.op.Sin;
import chainstep.op.Softplus;
import chainstep.op.Sqrt;
import chainstep.op.Step;
import chainstep.op.Sum;
import chainstep.op.Tanh;
import chainstep.op.Transpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The functions of the language: for each name, how its arguments are read and which operation it is. */
final class Functions {
    /** Reads a function's arguments and appends its nodes; returns the result's. */
    @FunctionalInterface
    interface Reader {
        int read(Arguments arguments);
    }

    private static final Set<Class<? extends Op>> ACTIVATIONS = Set.of(
            Sigmoid.class,
            Tanh.class,
            Relu.class,
            LeakyRelu.class,
            Elu.class,
            Softplus.class,
            Gelu.class,
            Silu.class,
            Step.class,
            Sign.class,
            chainstep.op.Softmax.class);

    /** What the two largest reductions are called between two values. */
    private static final Map<String, String> ELEMENTWISE =
            Map.of("max", "maximum", "min", "minimum", "amax", "maximum", "amin", "minimum");

    private static final Map<String, Reader> ALL = all();

    private Functions() {}

    /** The reader of a name, or null. */
    static Reader named(String name) {
        return ALL.get(name);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /** Whether the operation is applied to what textbooks call z. */
    static boolean isActivation(Op op) {
        return ACTIVATIONS.contains(op.getClass());
    }

    private static Map<String, Reader> all() {
        Map<String, Reader> all = new HashMap<>();
        addElementwise(all);
        addReductions(all);
        addShapes(all);
        LossFunctions.addTo(all);
        LayerFunctions.addTo(all);
        NumpyFunctions.addTo(all);
        alias(all, "σ", "sigmoid");
        alias(all, "ln", "log");
        alias(all, "square_root", "sqrt");
        alias(all, "amax", "max");
        alias(all, "amin", "min");
        alias(all, "absolute", "abs");
        alias(all, "matmul", "dot");
        alias(all, "mm", "dot");
        alias(all, "concatenate", "concat");
        alias(all, "cat", "concat");
        alias(all, "view", "reshape");
        alias(all, "T", "transpose");
        alias(all, "t", "transpose");
        return all;
    }

    private static void alias(Map<String, Reader> all, String other, String name) {
        all.put(other, all.get(name));
    }

    private static void addElementwise(Map<String, Reader> all) {
        unary(all, "exp", new Exp());
        unary(all, "log", new Log());
        unary(all, "sqrt", new Sqrt());
        unary(all, "abs", new Abs());
        unary(all, "sin", new Sin());
        unary(all, "cos", new Cos());
        unary(all, "sigmoid", new Sigmoid());
        unary(all, "tanh", new Tanh());
        unary(all, "relu", new Relu());
        unary(all, "softplus", new Softplus());
        unary(all, "silu", new Silu());
        unary(all, "step", new Step());
        unary(all, "sign", new Sign());
        unary(all, "isfinite", new IsFinite());
        binary(all, "maximum", new Maximum());
        binary(all, "minimum", new Minimum());
        all.put("leaky_relu", arguments -> {
            int x = arguments.node("x");
            Rational slope = arguments
                    .next("slope", "negative_slope", "alpha")
                    .map(arguments::number)
                    .orElse(Rational.of(1, 100));
            return apply(arguments, new LeakyRelu(slope), x);
        });
        all.put("elu", arguments -> {
            int x = arguments.node("x");
            Rational alpha = arguments.next("alpha").map(arguments::number).orElse(Rational.ONE);
            return apply(arguments, new Elu(alpha), x);
        });
        all.put("gelu", arguments -> {
            int x = arguments.node("x");
            boolean byTanh = arguments
                    .option("approximate")
                    .map(given -> arguments.word(given, List.of("none", "tanh")).equals("tanh"))
                    .orElse(false);
            return apply(arguments, new Gelu(byTanh), x);
        });
    }

    private static void addReductions(Map<String, Reader> all) {
        reduction(all, "sum", axes -> new Sum(axes));
        reduction(all, "mean", axes -> new Mean(axes));
        reduction(all, "max", axes -> new Max(axes));
        reduction(all, "min", axes -> new Min(axes));
        all.put("dot", arguments -> {
            Syntax.Expression a = arguments.required("a");
            Syntax.Expression b = arguments.required("b");
            ExpressionReader reader = arguments.reader();
            return reader.apply(arguments.call(), MatMul.PLAIN, List.of(a, b), reader.node(a), reader.node(b));
        });
    }

    private static void addShapes(Map<String, Reader> all) {
        all.put("transpose", arguments -> {
            int x = arguments.node("x");
            boolean turns = arguments.reader().shape(x).rank() > 1; // a vector stays as it is, and is no step
            return turns ? apply(arguments, new Transpose(), x) : x;
        });
        ShapeFunctions.addTo(all);
        all.put("concat", arguments -> {
            Syntax.Expression list = arguments.required("values");
            Integer[] parts = ShapeFunctions.parts(arguments, list);
            return apply(arguments, new Concat(arguments.axis(0)), parts);
        });
    }

    static void unary(Map<String, Reader> all, String name, Op op) {
        all.put(name, arguments -> apply(arguments, op, arguments.node("x")));
    }

    static void binary(Map<String, Reader> all, String name, Op op) {
        all.put(name, arguments -> {
            Syntax.Expression a = arguments.required("a");
            Syntax.Expression b = arguments.required("b");
            ExpressionReader reader = arguments.reader();
            return reader.apply(arguments.call(), op, List.of(a, b), reader.node(a), reader.node(b));
        });
    }

    private static void reduction(Map<String, Reader> all, String name, Function<Axes, Op> op) {
        all.put(name, arguments -> {
            int x = arguments.node("x");
            try {
                Axes axes = arguments.axes();
                boolean alone =
                        axes.axes().isEmpty() && arguments.reader().shape(x).isScalar();
                return alone ? x : apply(arguments, op.apply(axes), x); // one number is its own sum, and no step
            } catch (SourceError e) {
                throw elementwise(arguments, e);
            }
        });
    }

    /** {@code max(x, 3)} goes along an axis; whoever gives no axis there may have meant {@code maximum}. */
    private static SourceError elementwise(Arguments arguments, SourceError error) {
        Syntax.Call call = arguments.call();
        String other = ELEMENTWISE.get(call.name());
        if (other == null || call.positional().size() != 2) {
            return error;
        }
        ExpressionReader reader = arguments.reader();
        String first = reader.text(call.positional().get(0));
        return error.hint(
                "suggest",
                other + "(" + first + ", " + reader.text(call.positional().get(1)) + ")");
    }

    static int apply(Arguments arguments, Op op, Integer... operands) {
        return arguments.reader().apply(arguments.call(), op, List.of(), operands);
    }
}
