package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One thing is written one way, and two things never the same way. */
class NotationTest {
    private static String told(Detail detail, String... lines) {
        return Derived.ofLines(lines).text(Locale.ENGLISH, detail);
    }

    @Test
    void a_sum_over_the_columns_is_written_alike_within_a_formula() {
        assertThat(told(
                        Detail.LINE,
                        "z = param([[0.2, -0.3, 0.5], [1.0, 0.5, 0.25]])",
                        "L = cross_entropy(z, [1, 0])",
                        "g = gradient(L, z)",
                        "M = sum(g**2)",
                        "minimize(M)"))
                .doesNotContain("Σ[axis");
    }

    @Test
    void the_square_of_a_numbered_array_is_not_its_number_squared() {
        assertThat(Derived.ofLines("h2 = param([0.2, -0.3])", "E = sum(1 - h2**2)", "minimize(E)")
                        .report(Locale.ENGLISH, Detail.LINE)
                        .latex())
                .contains("\\left(h^{(2)}\\right)^{2}")
                .doesNotContain("{h^{(2)}}^{2}");
    }

    @Test
    void a_number_that_has_a_name_is_called_by_it_in_ledgers() {
        assertThat(told(
                        Detail.ELEMENT,
                        "ω = param([0.5, 0.25])",
                        "λ = 0.01",
                        "c = [1, 2]",
                        "L = sum(λ*(c*ω)**2)",
                        "minimize(L)"))
                .contains("c₁ = 1  ×", "λ = 0.01  ×")
                .doesNotContain("0.02·");
    }

    @Test
    void the_numbers_of_a_transposed_gradient_are_set_with_a_mark() {
        assertThat(told(
                        Detail.TERM,
                        "Q = param([[0.5, 0.25], [1.0, 2.0]])",
                        "K = param([[1.0, 0.5], [0.1, 0.2]])",
                        "S = Q @ K.T",
                        "L = sum(S**2)",
                        "minimize(L)"))
                .contains("[4.625000  1.100000]    [4.625000  8.312500]\n           [8.312500  2.050000]ᵀ = [1.100000");
    }

    @Test
    void the_sum_over_the_images_of_a_batch_is_said() {
        String[] lines = {
            "x = input([[[[1.0, 2.0], [3.0, 4.0]]], [[[1.0, 0.0], [4.0, 0.5]]]])",
            "k = param([[[[0.5]]]])",
            "L = sum(conv2d(x, k)**2)",
            "minimize(L)"
        };
        assertThat(told(Detail.TERM, lines)).contains("used in every window of each of the 2 images");
        assertThat(Derived.ofLines(lines).text(Locale.CHINESE, Detail.TERM)).contains("在 2 张图的每个窗口里都用到");
    }

    @Test
    void what_is_defined_by_cases_is_called_by_its_function() {
        assertThat(told(
                        Detail.ELEMENT,
                        "d = param([0.5, 2.0])",
                        "L = sum(leaky_relu(d - 1) + leaky_relu(d, slope=0.2) + elu(d))",
                        "minimize(L)"))
                .contains("∂L/∂LeakyReLU(z_L)₁", "∂L/∂LeakyReLU(d; slope=0.2)₁", "∂L/∂ELU(d)₁")
                .doesNotContain("∂L/∂{");
    }

    @Test
    void a_large_matrix_that_is_not_all_zero_does_not_look_so() {
        double[] numbers = new double[400];
        numbers[7 * 20 + 11] = 2.5;
        Grid grid = Grid.of(Tensor.of(Shape.of(20, 20), numbers), 0, 20, 20, false, 6);
        assertThat(grid.rows()).hasSize(7).allSatisfy(row -> assertThat(row).hasSize(7));
        assertThat(grid.rows().get(2))
                .containsExactly("0.000000", "⋯", "2.500000", "0.000000", "0.000000", "⋯", "0.000000");
        assertThat(Grid.of(Tensor.of(Shape.of(20, 20), new double[400]), 0, 20, 20, false, 6)
                        .rows())
                .hasSize(6);
    }
}
