package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Expression;
import chainstep.graph.Formula.Comparison;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How rules are written, before anything is tidied. */
class WrittenTest {
    private static final Shape MATRIX = Shape.of(2, 3);
    private static final Expression X = new Expression.Symbol(0, MATRIX);
    private static final Expression G = new Expression.Symbol(9, Shape.SCALAR);

    private static Expression back(Op op, Expression upstream, Shape... shapes) {
        List<Shape> all = List.of(shapes);
        Pullback pullback = op.pullbackOf(0, all);
        List<Expression> operands = new ArrayList<>();
        List<Shape> read = new ArrayList<>();
        for (Pullback.Operand operand : pullback.operands()) {
            boolean isInput = operand instanceof Pullback.Operand.Input;
            operands.add(
                    isInput
                            ? X
                            : operand instanceof Pullback.Operand.Upstream
                                    ? upstream
                                    : new Expression.Symbol(5, MATRIX));
            read.add(isInput ? all.get(0) : op.shape(all));
        }
        return pullback.op().written(operands, read);
    }

    @Test
    void relu_passes_where_its_operand_is_positive() {
        Expression upstream = new Expression.Symbol(9, MATRIX);
        Expression positive = new Expression.Indicator(Comparison.GREATER, X, Written.ZERO);
        assertThat(back(new Relu(), upstream, MATRIX)).isEqualTo(new Expression.Product(List.of(upstream, positive)));
    }

    @Test
    void the_gradient_of_a_sum_is_copied() {
        assertThat(back(Sum.ALL, G, MATRIX)).isEqualTo(new Expression.Spread(G, MATRIX));
    }

    @Test
    void the_gradient_of_a_broadcast_is_summed_over_the_rows() {
        Expression upstream = new Expression.Symbol(9, MATRIX);
        assertThat(back(new Add(), upstream, Shape.of(3), MATRIX))
                .isEqualTo(new Expression.Summed(upstream, List.of(0)));
    }

    @Test
    void what_does_not_matter_has_gradient_zero() {
        assertThat(back(new Step(), G, MATRIX)).isEqualTo(Written.ZERO);
    }

    @Test
    void a_maximum_leaves_its_case_for_nan_unwritten() {
        Expression upstream = new Expression.Symbol(9, MATRIX);
        Expression won = back(new Maximum(), upstream, MATRIX, MATRIX);
        assertThat(won)
                .isEqualTo(new Expression.Product(
                        List.of(upstream, new Expression.Indicator(Comparison.GREATER_OR_EQUAL, X, X))));
    }

    @Test
    void softmax_with_cross_entropy_is_p_minus_t() {
        Expression p = new Expression.Applied("softmax", List.of(X), false);
        Expression difference = new Expression.Sum(List.of(p, new Expression.Negative(X)));
        Expression half = new Expression.Number(Rational.of(1, 2));
        assertThat(back(new CrossEntropy(Reduction.MEAN), G, MATRIX, MATRIX))
                .isEqualTo(new Expression.Product(List.of(G, new Expression.Product(List.of(half, difference)))));
    }

    @Test
    void a_part_is_written_as_python_does() {
        Slice slice = Slice.of(MATRIX, List.of(Subscript.Range.ALL, new Subscript.Index(1)));
        assertThat(slice.written(List.of(X), List.of(MATRIX))).isEqualTo(new Expression.Part(X, "[:, 1]", false));
    }
}
