package chainstep.op;

import chainstep.graph.Op;
import java.util.Set;
import java.util.TreeSet;

/** Which operations turn fractions into fractions: the rest need a root, e or a sine. */
final class Fractions {
    /** By whether the exponent is a whole number. */
    private static final String POWER = "power";

    private static final Set<String> RATIONAL = Set.of(
            "add",
            "subtract",
            "multiply",
            "divide",
            "negate",
            "maximum",
            "minimum",
            "total",
            "alias",
            "dropout",
            "matmul",
            "outer",
            "abs",
            "relu",
            "leaky_relu",
            "step",
            "sign",
            "greater",
            "greater_equal",
            "less",
            "less_equal",
            "equal",
            "not_equal",
            "and",
            "or",
            "not",
            "is_finite",
            "sum",
            "mean",
            "max",
            "min",
            "ones",
            "transpose",
            "reshape",
            "slice",
            "concat",
            "stack",
            "mse",
            "mae",
            "huber",
            "hinge",
            "conv2d",
            "max_pool2d",
            "avg_pool2d",
            "softmax_pullback",
            "norm_pullback",
            "max_pullback",
            "min_pullback");
    private static final Set<String> IRRATIONAL = Set.of(
            "exp",
            "log",
            "sqrt",
            "sin",
            "cos",
            "tanh",
            "sigmoid",
            "elu",
            "softplus",
            "gelu",
            "silu",
            "softmax",
            "log_softmax",
            "norm",
            "bce",
            "bce_logits",
            "cross_entropy",
            "batch_norm",
            "layer_norm",
            "log_softmax_pullback",
            "norm_pullback_x",
            "norm_pullback_scale",
            "norm_curvature",
            "cross_entropy_pullback",
            "cross_entropy_curvature");

    private Fractions() {}

    /** The names of all operations told here. */
    static Set<String> declared() {
        Set<String> names = new TreeSet<>(RATIONAL);
        names.addAll(IRRATIONAL);
        names.add(POWER);
        return names;
    }

    static boolean areDeclaredFor(Op op) {
        return RATIONAL.contains(op.name())
                || op instanceof Power power && power.exponent().isInteger();
    }
}
