package chainstep.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a formula may be broken, and where never. */
class BreaksTest {
    private static final String MATRIX = "\\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix}";

    @Test
    void sums_break_before_their_signs_and_no_number_loses_its_own() {
        assertThat(Breaks.of("-a + b \\cdot -3 - c", 0)).containsExactly("-a ", "+\\: b \\cdot -3 ", "-\\: c");
    }

    @Test
    void matrices_fractions_and_powers_are_never_cut() {
        String whole = MATRIX + "^{a+b} \\frac{a + b}{c - d}\\sqrt{a + b}";
        for (int rank = 0; rank < Breaks.RANKS; rank++) {
            assertThat(Breaks.of(whole, rank)).containsExactly(whole);
        }
        assertThat(Breaks.of(MATRIX + " - " + MATRIX, 0)).containsExactly(MATRIX + " ", "-\\: " + MATRIX);
    }

    @Test
    void products_break_next_and_powers_of_ten_do_not() {
        String product = "2.5 \\times 10^{-3} \\cdot a \\odot b";
        assertThat(Breaks.of(product, 0)).containsExactly(product);
        assertThat(Breaks.of(product, 1)).containsExactly("2.5 \\times 10^{-3} ", "\\cdot\\: a ", "\\odot\\: b");
    }

    @Test
    void brackets_that_grow_are_closed_and_opened_unseen() {
        String bracketed = "a \\left(" + MATRIX + " + b\\right)^{2}";
        assertThat(Breaks.of(bracketed, 0)).containsExactly(bracketed);
        assertThat(Breaks.of(bracketed, 2))
                .containsExactly("a \\left(" + MATRIX + " \\right.", "\\left.+\\: b\\right)^{2}");
    }

    @Test
    void a_colour_goes_on_in_the_next_piece() {
        assertThat(Breaks.of("\\textcolor{rust}{\\left[" + MATRIX + ",\\; " + MATRIX + "\\right]}", 3))
                .containsExactly(
                        "\\textcolor{rust}{\\left[" + MATRIX + ",\\; \\right.}",
                        "\\textcolor{rust}{\\left." + MATRIX + "\\right]}");
    }

    @Test
    void a_path_breaks_between_its_fractions() {
        assertThat(Breaks.of("\\frac{a}{b} \\frac{b}{c}", 1)).isEqualTo(List.of("\\frac{a}{b} ", "\\frac{b}{c}"));
    }

    @Test
    void matrices_without_room_keep_their_corners_the_bold_number_and_their_shape() {
        String wide = "\\begin{bmatrix} 1 & 2 & \\mathbf{3} & 4 & 5 \\end{bmatrix}";
        assertThat(Corners.of("a - " + wide, 3))
                .isEqualTo("a - \\begin{bmatrix} 1 & 2 & \\mathbf{3} & \\cdots & 5 \\end{bmatrix}_{1 \\times 5}");
        assertThat(Corners.of(wide, 1))
                .isEqualTo("\\begin{bmatrix} \\cdots & \\mathbf{3} & \\cdots \\end{bmatrix}_{1 \\times 5}");
        assertThat(Corners.of(wide, 5)).isEqualTo(wide);
    }
}
