package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.CrossEntropy;
import chainstep.op.CrossEntropyPullback;
import chainstep.op.Reduction;
import java.util.ArrayList;
import java.util.List;

/** Writes the derivatives of cross-entropy, p = softmax(z), by what they are known as: p − t; with Σt where rows do not add up to 1. */
final class Classified {
    private final Program program;
    private final Node loss;
    private final Reduction reduction;
    private final Magnitudes known;
    private final Node logits;
    private final Node target;

    /**
     * @param loss cross-entropy, or its gradient by the logits
     * @param known what is known of the numbers
     */
    Classified(Program program, Node loss, Reduction reduction, Magnitudes known) {
        int first = loss.op() instanceof CrossEntropy ? 0 : 1;
        this.program = program;
        this.loss = loss;
        this.reduction = reduction;
        this.known = known;
        this.logits = program.node(loss.inputs().get(first));
        this.target = program.node(loss.inputs().get(first + 1));
    }

    /** The gradient by the logits, or the derivative of that; operands as the operation takes them. */
    static Expression of(Node node, List<Expression> operands, List<Shape> shapes, Magnitudes known) {
        int last = shapes.size() - 1;
        boolean rows = shapes.get(last).equals(node.shape())
                && known.areShares(node.inputs().get(last));
        if (!(node.op() instanceof CrossEntropyPullback loss)) {
            int read = rows && last == 3 ? 3 : shapes.size();
            return node.op().written(operands.subList(0, read), shapes.subList(0, read));
        } else if (rows || !shapes.get(last).equals(node.shape())) {
            return loss.written(operands, shapes);
        }
        Expression softmax = new Expression.Applied("softmax", List.of(operands.get(1)), false);
        Expression sum = new Expression.Summed(operands.get(2), axis(node.shape()));
        Expression whole = new Expression.Product(List.of(sum, softmax));
        Expression excess = new Expression.Sum(List.of(whole, new Expression.Negative(operands.get(2))));
        return new Expression.Product(List.of(share(node.shape(), loss.reduction()), operands.get(0), excess));
    }

    /** Along the classes; over everything where there is one row. */
    private static List<Integer> axis(Shape shape) {
        return shape.rank() == 1 ? List.of() : List.of(shape.rank() - 1);
    }

    private static int rows(Shape shape) {
        return shape.size() / shape.dim(-1);
    }

    private static Expression share(Shape shape, Reduction reduction) {
        return new Expression.Number(Rational.of(1, reduction == Reduction.MEAN ? rows(shape) : 1));
    }

    private static Expression symbol(Node node) {
        return new Expression.Symbol(node.id(), node.shape());
    }

    private Expression softmax(String function) {
        return new Expression.Applied(function, List.of(symbol(logits)), false);
    }

    /** The gradient by the target rows: −ln p, over the number of rows for a mean. */
    Expression byTargets(Expression upstream) {
        Shape shape = logits.shape();
        boolean each = reduction == Reduction.NONE && rows(shape) > 1;
        Expression g =
                each ? new Expression.Spread(new Expression.Part(upstream, Shapes.COLUMN, false), shape) : upstream;
        return new Expression.Negative(
                new Expression.Product(List.of(share(shape, reduction), g, softmax("log_softmax"))));
    }

    /** The derivative of the gradient by the logits: by its own gradient coming in (0), or by the target rows (2). */
    Expression derivative(int by, Expression upstream) {
        Shape shape = logits.shape();
        Expression p = softmax("softmax");
        if (by != 0) {
            Expression along = new Expression.Summed(new Expression.Product(List.of(upstream, p)), axis(shape));
            Expression rest = new Expression.Sum(List.of(along, new Expression.Negative(upstream)));
            return new Expression.Product(List.of(
                    share(shape, reduction), symbol(program.node(loss.inputs().get(0))), rest));
        }
        boolean rows = target.shape().equals(shape);
        List<Expression> whole = new ArrayList<>(List.of(p));
        if (rows && !known.areShares(target.id())) {
            whole.add(0, new Expression.Summed(symbol(target), axis(shape)));
        }
        Expression t = rows ? symbol(target) : new Expression.Applied("one_hot", List.of(symbol(target)), false);
        Expression excess = new Expression.Sum(List.of(new Expression.Product(whole), new Expression.Negative(t)));
        Expression product = new Expression.Product(List.of(upstream, excess));
        List<Integer> over = reduction == Reduction.NONE ? axis(shape) : List.of();
        return new Expression.Product(List.of(share(shape, reduction), new Expression.Summed(product, over)));
    }
}
