package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {
    private static Form array(String name) {
        return Lettering.of(name, false, 0).form();
    }

    private static Form element(String name, int... index) {
        return Lettering.of(name, false, 0).element(index);
    }

    @Test
    void a_layers_number_never_looks_like_an_index() {
        assertThat(array("W1")).isEqualTo(new Form("W1", "W^{(1)}"));
        assertThat(element("W1", 0, 1)).isEqualTo(new Form("W1₁₂", "W^{(1)}_{12}"));
        assertThat(element("z", 1)).isEqualTo(new Form("z₂", "z_{2}"));
    }

    @Test
    void a_scalar_has_its_number_below() {
        assertThat(Lettering.of("x1", true, 0).form()).isEqualTo(new Form("x1", "x_{1}"));
    }

    @Test
    void subscripts_and_greek_letters_are_set() {
        assertThat(array("b_h")).isEqualTo(new Form("b_h", "b_{h}"));
        assertThat(element("b_h", 2)).isEqualTo(new Form("b_h₃", "b_{h,3}"));
        assertThat(array("alpha")).isEqualTo(new Form("α", "\\alpha"));
        assertThat(array("σ")).isEqualTo(new Form("σ", "\\sigma"));
        assertThat(array("loss")).isEqualTo(new Form("loss", "\\mathit{loss}"));
        assertThat(array("h_prev")).isEqualTo(new Form("h_prev", "h_{\\mathrm{prev}}"));
    }

    @Test
    void inner_values_are_lettered_after_their_line() {
        assertThat(array("h.z")).isEqualTo(new Form("z_h", "z_{h}"));
    }

    @Test
    void a_name_given_again_has_a_prime() {
        assertThat(Lettering.of("x", false, 2).form()).isEqualTo(new Form("x′′", "x''"));
    }

    @Test
    void an_index_of_two_digits_has_commas() {
        assertThat(element("W", 11, 2)).isEqualTo(new Form("W₁₂,₃", "W_{12,3}"));
        assertThat(element("W", 8, 8)).isEqualTo(new Form("W₉₉", "W_{99}"));
    }
}
