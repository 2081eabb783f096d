package chainstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {
    private static List<String> cuts(String latex) {
        return new Piece(latex, true).cuts();
    }

    @Test
    void a_formula_is_cut_before_its_outermost_signs() {
        assertEquals(List.of("x_{1} ", "= a \\cdot b ", "{}+ c ", "= 3"), cuts("x_{1} = a \\cdot b + c = 3"));
    }

    @Test
    void no_bracket_is_torn() {
        assertEquals(
                List.of("y", "=\\left(a + b\\right)^{i+1} \\cdot \\begin{bmatrix}a+b\\end{bmatrix}"),
                cuts("y=\\left(a + b\\right)^{i+1} \\cdot \\begin{bmatrix}a+b\\end{bmatrix}"));
    }

    @Test
    void a_sign_in_front_cuts_nothing_off() {
        assertEquals(List.of("= \\{0\\}"), cuts("= \\{0\\}"));
    }

    @Test
    void what_has_no_sign_is_whole() {
        assertEquals(List.of("\\frac{a+b}{c}"), cuts("\\frac{a+b}{c}"));
    }
}
