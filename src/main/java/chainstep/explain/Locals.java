package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.math.Shape;
import chainstep.op.MatMul;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a chain-rule term multiplies the gradient coming in by, written as the derivative it is: ∂z2/∂h = W2. */
final class Locals {
    private final Page page;

    Locals(Page page) {
        this.page = page;
    }

    /** The equation, where the rule has one gradient in it that the rest multiplies. */
    Optional<Form> of(Node through, int operand, int by, int of, Expression rule, Expression.Symbol upstream) {
        Optional<Form> indexed =
                through.op() instanceof MatMul product ? indexed(product, through, operand, of) : Optional.empty();
        return indexed.or(() ->
                without(rule, upstream).map(rest -> Page.equation(page.derivative(of, by), page.rule(rest))));
    }

    /** The rule without the gradient that comes in. */
    static Optional<Expression> without(Expression rule, Expression.Symbol upstream) {
        if (rule.equals(upstream)) {
            return Optional.of(Simplify.ONE);
        } else if (rule instanceof Expression.Negative negative) {
            return without(negative.of(), upstream).map(Simplify::negated);
        } else if (rule instanceof Expression.Quotient quotient) {
            return without(quotient.above(), upstream).map(above -> new Expression.Quotient(above, quotient.below()));
        } else if (rule instanceof Expression.MatrixProduct product
                && product.right().equals(upstream)
                && upstream.shape().rank() == 1) {
            return Optional.of(Simplify.simplify(new Expression.Transposed(product.left())));
        } else if (rule instanceof Expression.Product product
                && product.factors().contains(upstream)) {
            List<Expression> rest = new ArrayList<>(product.factors());
            rest.remove(upstream);
            return rest.stream().anyMatch(factor -> factor instanceof Expression.Spread)
                    ? Optional.empty()
                    : Optional.of(rest.size() == 1 ? rest.get(0) : new Expression.Product(rest));
        }
        return Optional.empty();
    }

    /** For a matrix that is multiplied there is no short matrix form; with indices it is one letter. */
    private Optional<Form> indexed(MatMul product, Node through, int operand, int of) {
        List<Shape> shapes = page.program().operandShapes(through);
        boolean plain = !product.left() && !product.right();
        if (!plain || shapes.get(0).rank() != 2) {
            return Optional.empty();
        }
        int left = through.inputs().get(0);
        int right = through.inputs().get(1);
        if (shapes.get(1).rank() == 1) {
            return operand == 0 ? equation(of, "i", left, "ij", right, "j") : Optional.empty();
        }
        return shapes.get(1).rank() != 2
                ? Optional.empty()
                : operand == 0
                        ? equation(of, "nj", left, "ni", right, "ij")
                        : equation(of, "nj", right, "ij", left, "ni");
    }

    private Optional<Form> equation(int of, String ofIndex, int by, String byIndex, int is, String isIndex) {
        Optional<Form> above = page.lettered(of, ofIndex);
        Optional<Form> below = page.lettered(by, byIndex);
        return above.flatMap(a -> below.flatMap(b -> page.lettered(is, isIndex).map(equals -> {
            Form left = new Form(
                    "∂" + a.plain() + "/∂" + b.plain(),
                    "\\frac{\\partial " + a.latex() + "}{\\partial " + b.latex() + "}");
            return Page.equation(left, equals);
        })));
    }
}
