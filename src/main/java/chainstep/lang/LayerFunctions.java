package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.op.AvgPool2d;
import chainstep.op.BatchNorm;
import chainstep.op.Conv2d;
import chainstep.op.Dropout;
import chainstep.op.LayerNorm;
import chainstep.op.LogSoftmax;
import chainstep.op.Mask;
import chainstep.op.MaxPool2d;
import chainstep.op.Norm;
import chainstep.op.Softmax;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The functions that are layers of networks. */
final class LayerFunctions {
    private LayerFunctions() {}

    static void addTo(Map<String, Functions.Reader> all) {
        Functions.unary(all, "norm", new Norm());
        all.put("softmax", arguments -> {
            int x = arguments.node("x");
            return Functions.apply(arguments, new Softmax(arguments.axis(-1)), x);
        });
        all.put("log_softmax", arguments -> {
            int x = arguments.node("x");
            return Functions.apply(arguments, new LogSoftmax(arguments.axis(-1)), x);
        });
        all.put("dropout", LayerFunctions::dropout);
        all.put("conv2d", LayerFunctions::convolution);
        all.put("max_pool2d", arguments -> pool(arguments, MaxPool2d::new));
        all.put("avg_pool2d", arguments -> pool(arguments, AvgPool2d::new));
        all.put("batch_norm", arguments -> normalised(arguments, BatchNorm::new));
        all.put("layer_norm", arguments -> normalised(arguments, LayerNorm::new));
    }

    private static int convolution(Arguments arguments) {
        int x = arguments.node("x");
        int w = arguments.node("w");
        Optional<Syntax.Expression> b = arguments.next("b", "bias").filter(given -> !Arguments.isNone(given));
        int stride = arguments.next("stride").map(arguments::both).orElse(1);
        int pad = arguments.next("pad", "padding").map(arguments::both).orElse(0);
        Conv2d op = new Conv2d(stride, pad);
        return b.isPresent()
                ? Functions.apply(arguments, op, x, w, arguments.reader().node(b.get()))
                : Functions.apply(arguments, op, x, w);
    }

    private static int pool(Arguments arguments, BiFunction<Integer, Integer, Op> op) {
        int x = arguments.node("x");
        Syntax.Expression window = arguments.next("size", "kernel_size").orElseThrow(() -> arguments.missing("size"));
        int size = arguments.both(window);
        int stride = arguments
                .next("stride")
                .filter(given -> !Arguments.isNone(given))
                .map(arguments::both)
                .orElse(size);
        return Functions.apply(arguments, op.apply(size, stride), x);
    }

    private static int normalised(Arguments arguments, Function<Rational, Op> op) {
        int x = arguments.node("x");
        int gamma = scale(arguments, "gamma");
        int beta = scale(arguments, "beta");
        Rational epsilon = arguments.option("eps").map(arguments::number).orElse(Rational.of(1, 100_000));
        return Functions.apply(arguments, op.apply(epsilon), x, gamma, beta);
    }

    /** One of the two vectors by which a normalised value is scaled and shifted. */
    private static int scale(Arguments arguments, String name) {
        Syntax.Expression vector = arguments
                .next(name)
                .orElseThrow(() -> arguments
                        .missing(name)
                        .hint("hint.normalised", arguments.call().name()));
        if (vector instanceof Syntax.TupleOf) {
            throw arguments
                    .reader()
                    .error(vector, "value.not")
                    .hint("hint.normalised", arguments.call().name());
        }
        return arguments.reader().node(vector);
    }

    private static int dropout(Arguments arguments) {
        ExpressionReader reader = arguments.reader();
        ProgramBuilder program = reader.program();
        int x = arguments.node("x");
        Optional<Syntax.Expression> given = arguments.next("p");
        Rational rate = given.map(arguments::number).orElse(Rational.of(1, 2));
        if (rate.signum() < 0 || rate.compareTo(Rational.ONE) >= 0) {
            throw reader.error(given.orElse(arguments.call()), "dropout.rate");
        }
        long seed = arguments.seed(arguments.option("seed"));
        Mask mask = new Mask(reader.shape(x), Rational.ONE.subtract(rate), seed, program.size());
        return Functions.apply(arguments, new Dropout(), x, program.leaf(Leaf.Kind.RANDOM, mask));
    }
}
