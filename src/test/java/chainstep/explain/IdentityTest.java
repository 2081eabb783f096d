package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What changes nothing, a vector turned or the sum of one number, is no value of its own and no step. */
class IdentityTest {
    private static final Derived TURNED = Derived.ofLines(
            "x = param([1.5, -2.0, 0.5])",
            "A = param([[1,2,0],[0,1,3],[1,1,1]])",
            "g = x.T @ A @ x",
            "c = param(0.5)",
            "L = g + sum(c) + max(c)",
            "minimize(L, sgd(lr=0.1), l1=0.01)");

    @Test
    void a_vector_turned_is_no_step() {
        assertThat(TURNED.text(Locale.ENGLISH, Detail.TERM))
                .doesNotContain("\nx, on the way")
                .doesNotContain("as used in")
                .doesNotContain("∂x/∂x")
                .contains("∂J/∂x via g, use 1", "∂J/∂x via g, use 2");
    }

    @Test
    void the_share_of_a_line_is_told_by_the_same_name_only_where_it_is_the_same_number() {
        assertThat(TURNED.text(Locale.ENGLISH, Detail.LINE)).contains("∂J/∂x via g = ∂J/∂g (Aᵀ x + A x)");
        assertThat(TURNED.text(Locale.ENGLISH, Detail.TERM)).doesNotContain("∂J/∂x via g =", "∂J/∂x via g,  ");
    }

    @Test
    void one_number_is_its_own_sum() {
        assertThat(TURNED.text(Locale.ENGLISH, Detail.TERM))
                .containsOnlyOnce("\n|c|, on the way to J")
                .contains("this is its use in |c|.")
                .doesNotContain("\nc, on the way", "the first |c|");
    }
}
