package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.FastPath;
import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Pullback;
import chainstep.math.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The matrix product A·B of NumPy's {@code @} for ranks 1 and 2, either operand read transposed.
 *
 * <p>out[i,j] = Σₖ A[i,k]·B[k,j]. A vector on the left is a row, on the right a column; two vectors give their dot
 * product. The pullbacks are products again: for W·x they are g·xᵀ and Wᵀ·g.
 *
 * @param left whether A is read transposed
 * @param right whether B is read transposed
 */
public record MatMul(boolean left, boolean right) implements Op {
    /** The plain product. */
    public static final MatMul PLAIN = new MatMul(false, false);

    @Override
    public String name() {
        return "matmul";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Operands.count(this, inputs, 2);
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        if (a.rank() < 1 || a.rank() > 2 || b.rank() < 1 || b.rank() > 2) {
            throw new OperandException("matmul.rank", a, b);
        }
        if (inner(a, left, true) != inner(b, right, false)) {
            String key = fitsTransposed(a, b) ? "matmul.transpose" : "matmul.inner";
            throw new OperandException(key, a, b, inner(a, left, true), inner(b, right, false));
        }
        int rows = outer(a, left, true);
        int columns = outer(b, right, false);
        if (a.rank() == 2 && b.rank() == 2) {
            return Operands.shape(this, rows, columns);
        }
        return a.rank() == 2 ? Shape.of(rows) : b.rank() == 2 ? Shape.of(columns) : Shape.SCALAR;
    }

    /** Whether the product exists with one operand or both transposed. */
    private boolean fitsTransposed(Shape a, Shape b) {
        return inner(a, !left, true) == inner(b, right, false)
                || inner(a, left, true) == inner(b, !right, false)
                || inner(a, !left, true) == inner(b, !right, false);
    }

    private static int inner(Shape shape, boolean transposed, boolean leftOperand) {
        return shape.rank() == 1 ? shape.dim(0) : shape.dim(leftOperand != transposed ? 1 : 0);
    }

    private static int outer(Shape shape, boolean transposed, boolean leftOperand) {
        return shape.rank() == 1 ? 1 : shape.dim(leftOperand != transposed ? 0 : 1);
    }

    @Override
    public Nests nests(List<Shape> inputs) {
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        List<Integer> domain = List.of(outer(a, left, true), outer(b, right, false), inner(a, left, true));
        int i = a.rank() == 2 ? 0 : -1;
        int j = b.rank() == 2 ? 1 : -1;
        Nest nest = Nest.sum(
                domain,
                2,
                axes(i, j),
                List.of(
                        new Nest.Read(0, left ? axes(2, i) : axes(i, 2)),
                        new Nest.Read(1, right ? axes(j, 2) : axes(2, j))),
                Formula.multiply(Formula.input(0), Formula.input(1)));
        return Nests.of(inputs, shape(inputs), nest);
    }

    /** The map onto the loops named, leaving out −1. */
    private static IndexMap axes(int first, int second) {
        IndexMap map = IndexMap.scalar(3);
        map = first < 0 ? map : map.then(0, first, 1);
        return second < 0 ? map : map.then(0, second, 1);
    }

    @Override
    public Optional<Pullback> pullback(int input, List<Shape> inputs) {
        boolean leftMatrix = inputs.get(0).rank() == 2;
        boolean rightMatrix = inputs.get(1).rank() == 2;
        Pullback.Operand g = Pullback.UPSTREAM;
        Pullback.Operand other = Pullback.input(1 - input);
        if (!leftMatrix && !rightMatrix) {
            return Optional.of(new Pullback(new Multiply(), List.of(g, other)));
        }
        if (leftMatrix && rightMatrix) {
            return Optional.of(input == 0 ? byLeft(g, other) : byRight(g, other));
        }
        boolean byMatrix = leftMatrix == (input == 0);
        boolean transposed = leftMatrix ? left : right;
        if (byMatrix) {
            boolean gradientFirst = leftMatrix != transposed;
            return Optional.of(new Pullback(new Outer(), gradientFirst ? List.of(g, other) : List.of(other, g)));
        }
        return Optional.of(new Pullback(new MatMul(leftMatrix != transposed, false), List.of(other, g)));
    }

    private Pullback byLeft(Pullback.Operand g, Pullback.Operand b) {
        return left
                ? new Pullback(new MatMul(right, true), List.of(b, g))
                : new Pullback(new MatMul(false, !right), List.of(g, b));
    }

    private Pullback byRight(Pullback.Operand g, Pullback.Operand a) {
        return right
                ? new Pullback(new MatMul(true, left), List.of(g, a))
                : new Pullback(new MatMul(!left, false), List.of(a, g));
    }

    @Override
    public Optional<FastPath> fastPath(List<Shape> inputs) {
        return Optional.of(new EjmlProduct(this, inputs));
    }

    @Override
    public Expression written(List<Expression> operands, List<Shape> inputs) {
        Expression a = turned(operands.get(0), left && inputs.get(0).rank() == 2);
        Expression b = turned(operands.get(1), right && inputs.get(1).rank() == 2);
        boolean scalar = inputs.stream().allMatch(shape -> shape.rank() == 1);
        return new Expression.MatrixProduct(turned(a, scalar), b, scalar);
    }

    private static Expression turned(Expression operand, boolean transposed) {
        return transposed ? new Expression.Transposed(operand) : operand;
    }
}
