package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Expression;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplifyTest {
    private static final Expression X = new Expression.Symbol(0, Shape.of(3));
    private static final Expression Y = new Expression.Symbol(1, Shape.of(3));
    private static final Expression C = new Expression.Symbol(2, Shape.SCALAR);

    private static Expression number(long value) {
        return new Expression.Number(Rational.of(value));
    }

    private static Expression product(Expression... factors) {
        return new Expression.Product(List.of(factors));
    }

    private static Expression sum(Expression... terms) {
        return new Expression.Sum(List.of(terms));
    }

    private static Expression minus(Expression of) {
        return new Expression.Negative(of);
    }

    @Test
    void numbers_and_signs_come_to_the_front() {
        Expression half = new Expression.Number(Rational.of(1, 2));
        assertThat(Simplify.simplify(product(half, product(X, number(2)), minus(Y))))
                .isEqualTo(minus(product(X, Y)));
    }

    @Test
    void a_factor_met_twice_is_a_square() {
        assertThat(Simplify.simplify(product(X, Y, X))).isEqualTo(product(new Expression.Raised(X, number(2)), Y));
    }

    @Test
    void like_terms_are_joined() {
        assertThat(Simplify.simplify(sum(X, Y, X))).isEqualTo(sum(product(number(2), X), Y));
        assertThat(new Simplify(Magnitudes.ofNumbers()).tidied(sum(X, minus(X))))
                .isEqualTo(Simplify.ZERO);
    }

    @Test
    void nothing_is_cancelled_that_may_be_infinite_or_zero() {
        Expression difference = sum(X, minus(X));
        Expression quotient = new Expression.Quotient(X, X);
        Expression nothing = product(number(0), X);
        for (Expression kept : List.of(difference, quotient, nothing)) {
            assertThat(Simplify.simplify(kept)).isEqualTo(kept);
        }
        assertThat(new Simplify(Magnitudes.ofNumbers()).tidied(quotient)).isEqualTo(Simplify.ONE);
    }

    @Test
    void the_root_of_a_square_is_not_the_number() {
        Expression root =
                new Expression.Raised(new Expression.Raised(X, number(2)), new Expression.Number(Rational.of(1, 2)));
        assertThat(new Simplify(Magnitudes.ofNumbers()).tidied(root))
                .isEqualTo(Expression.Applied.of("sqrt", new Expression.Raised(X, number(2))));
    }

    @Test
    void a_copied_number_is_silent_beside_an_array() {
        Expression copied = new Expression.Spread(C, Shape.of(3));
        assertThat(Simplify.simplify(product(copied, X))).isEqualTo(product(C, X));
        assertThat(Simplify.simplify(copied)).isEqualTo(product(C, Spreads.ones(Shape.of(3))));
    }

    @Test
    void a_sum_of_copies_is_a_multiple() {
        Expression copied = new Expression.Spread(C, Shape.of(3));
        assertThat(Simplify.simplify(new Expression.Summed(copied, List.of()))).isEqualTo(product(number(3), C));
    }

    @Test
    void a_difference_keeps_its_order_behind_a_sign() {
        Expression difference = sum(X, minus(Y));
        assertThat(Simplify.simplify(minus(difference))).isEqualTo(minus(difference));
    }

    @Test
    void divisors_gather_below() {
        Expression inverse = new Expression.Quotient(number(1), Y);
        assertThat(Simplify.simplify(product(X, inverse))).isEqualTo(new Expression.Quotient(X, Y));
    }
}
