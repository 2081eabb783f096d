package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.CrossEntropy;
import chainstep.op.LogSoftmax;
import chainstep.op.Norm;
import chainstep.op.Reduction;
import chainstep.op.Softmax;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The local derivatives of softmax, pᵢ(1 − pᵢ) and −pᵢpⱼ, of its logarithm, of cross-entropy of logits, (p − t)/N, and of a norm,
 * x/‖x‖; and p itself.
 *
 * <p>All are made in several stages, so that no single formula of theirs says it.
 */
final class SoftmaxLocals {
    private static final double NEAR = 1e-12;

    private final Program program;
    private final Trace trace;
    private final LocalSymbol symbols;

    SoftmaxLocals(Program program, Trace trace, LocalSymbol symbols) {
        this.program = program;
        this.trace = trace;
        this.symbols = symbols;
    }

    /** By the element of the result; nothing for other operations, and where a row of targets does not add up to 1. */
    Map<Integer, Expression> from(Node node, int operand, int element) {
        if (node.op() instanceof Softmax of) {
            return softmax(node, of.axis(), element);
        } else if (node.op() instanceof LogSoftmax of) {
            return logSoftmax(node, of.axis(), element);
        } else if (node.op() instanceof Norm) {
            return Map.of(
                    0,
                    new Expression.Quotient(
                            symbols.element(node.inputs().get(0), element), symbols.element(node.id(), 0)));
        }
        return node.op() instanceof CrossEntropy loss && operand == 0 ? entropy(node, loss, element) : Map.of();
    }

    private Map<Integer, Expression> softmax(Node node, int axis, int element) {
        Map<Integer, Expression> found = new TreeMap<>();
        Expression p = symbols.element(node.id(), element);
        for (int other : group(node, axis, element)) {
            found.put(
                    other,
                    other == element
                            ? new Expression.Product(
                                    List.of(p, new Expression.Sum(List.of(Simplify.ONE, new Expression.Negative(p)))))
                            : new Expression.Negative(
                                    new Expression.Product(List.of(symbols.element(node.id(), other), p))));
        }
        return found;
    }

    /** ∂yⱼ/∂xᵢ is −pᵢ, and 1 − pᵢ where j is i; p is eʸ. */
    private Map<Integer, Expression> logSoftmax(Node node, int axis, int element) {
        Expression less = new Expression.Negative(Expression.Applied.of("exp", symbols.element(node.id(), element)));
        Map<Integer, Expression> found = new TreeMap<>();
        for (int other : group(node, axis, element)) {
            found.put(other, other == element ? new Expression.Sum(List.of(Simplify.ONE, less)) : less);
        }
        return found;
    }

    /** The elements that one softmax makes together. */
    private static List<Integer> group(Node node, int along, int element) {
        Shape shape = node.shape();
        int axis = Math.floorMod(along, shape.rank());
        int step = 1;
        for (int later = axis + 1; later < shape.rank(); later++) {
            step *= shape.dim(later);
        }
        int first = element - element / step % shape.dim(axis) * step;
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < shape.dim(axis); i++) {
            all.add(first + i * step);
        }
        return all;
    }

    /** e^{zᵢ} / Σ e^{zⱼ}. */
    Expression written(Node node, int element) {
        int logits = node.inputs().get(0);
        List<Expression> powers = group(node, ((Softmax) node.op()).axis(), element).stream()
                .map(e -> (Expression) Expression.Applied.of("exp", symbols.element(logits, e)))
                .toList();
        return new Expression.Quotient(
                Expression.Applied.of("exp", symbols.element(logits, element)), new Expression.Sum(powers));
    }

    private Map<Integer, Expression> entropy(Node node, CrossEntropy loss, int element) {
        Shape shape = program.node(node.inputs().get(0)).shape();
        int row = element / shape.dim(-1);
        double total = 0;
        for (int i = 0; i < shape.dim(-1); i++) {
            total += target(node, row * shape.dim(-1) + i);
        }
        if (!(Math.abs(total - 1) <= NEAR)) {
            return Map.of();
        }
        Expression p = new Expression.Part(
                new Expression.Applied(
                        "softmax", List.of(new Expression.Symbol(node.inputs().get(0), shape)), false),
                Arrays.toString(shape.index(element)),
                true);
        Expression t = hasRows(node)
                ? symbols.element(node.inputs().get(1), element)
                : new Expression.Number(Rational.of((long) target(node, element)));
        Expression less = Simplify.simplify(new Expression.Sum(List.of(p, new Expression.Negative(t))));
        int count = rows(node, loss);
        return Map.of(
                loss.reduction() == Reduction.NONE ? row : 0,
                count == 1 ? less : new Expression.Quotient(less, new Expression.Number(Rational.of(count))));
    }

    /** What the gradient of one row is divided by. */
    int rows(Node node, CrossEntropy loss) {
        Shape shape = program.node(node.inputs().get(0)).shape();
        return loss.reduction() == Reduction.MEAN ? shape.size() / shape.dim(-1) : 1;
    }

    private boolean hasRows(Node node) {
        return program.node(node.inputs().get(0))
                .shape()
                .equals(program.node(node.inputs().get(1)).shape());
    }

    /** One number of the target as rows, one-hot where it holds class numbers. */
    double target(Node node, int element) {
        int width = program.node(node.inputs().get(0)).shape().dim(-1);
        return hasRows(node)
                ? trace.get(node.inputs().get(1), element)
                : trace.get(node.inputs().get(1), element / width) == element % width ? 1 : 0;
    }
}
