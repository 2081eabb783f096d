package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** At depth element a gradient's edges are those of its own operation, with locals that are not the gradient again. */
class OwnEdgeTest {
    private static String elements(String file) {
        return Derived.of(file).report(Locale.ENGLISH, Detail.ELEMENT).text();
    }

    @Test
    void an_edge_ends_where_the_next_step_begins() {
        assertThat(elements("samples/mazur.chain"))
                .contains("o₁ → (t − o)₁  −1     ×  ∂E/∂(t − o)₁ = −0.741365  =  0.741365")
                .contains("h₁ → z2₁  W2₁₁ = 0.40  ×  ∂E/∂z2₁ =  0.138499  =   0.055399");
    }

    @Test
    void the_edge_of_one_use_ends_at_the_value_that_all_uses_are_told_to_reach() {
        String text = Derived.ofLines(
                        "z = param([0.5, -0.2])",
                        "t = target([0, 1])",
                        "H = 2*cross_entropy(z, t) + sum(z) + max(z)",
                        "minimize(H)")
                .report(Locale.ENGLISH, Detail.ELEMENT)
                .text();
        assertThat(text)
                .contains("z₂ → H  1      ×  ∂H/∂H = 1  =        1\n")
                .contains("0, because z₂ is not the one that max(z) took")
                .contains("softmax(z)₁ − t₁ = 0.668188 − 0 = 0.668188")
                .doesNotContain("→ Σ z")
                .doesNotContain("→ max(z)");
    }

    @Test
    void cross_entropy_of_logits_passes_p_minus_t() {
        assertThat(elements("src/test/resources/golden/explain/softmax_batch.chain"))
                .contains("1/3·(softmax(z)₁₂ − t₁₂) = (0.422319 − 1)/3 = −0.192560")
                .doesNotContain("z₁₁ → L  ∂L/∂z₁₁");
    }

    @Test
    void a_softmax_is_written_with_its_powers() {
        assertThat(elements("samples/worked/tf_xent_soft_labels.chain"))
                .contains("p₂₁ = exp(z₂₁) / (exp(z₂₁) + exp(z₂₂) + exp(z₂₃) + exp(z₂₄))")
                .contains("exp(1) / (exp(1) + exp(2) + exp(3) + exp(4)) = 0.032059");
    }

    @Test
    void penalties_have_a_row_with_their_formula() {
        String text = Derived.of("src/test/resources/chainstep/explain/shared.chain")
                .report(Locale.ENGLISH, Detail.LINE)
                .text();
        assertThat(text).contains("J = E + 0.01·Σ |W| + 0.01·Σ W²").contains("what is minimised is J");
    }

    @Test
    void a_tie_and_a_jump_are_no_reason_to_call_a_number_lost_or_flat() {
        String text = Derived.ofLines(
                        "x = param([0.0, 2.0])",
                        "e = minimum(x, x)",
                        "L = sum(e) + sum(sign(x)) + sum(step(x))",
                        "minimize(L)")
                .report(Locale.ENGLISH, Detail.ELEMENT)
                .text();
        assertThat(text)
                .contains("there is a tie, and e₁ took the first of the equals; this x₁ comes after it")
                .contains("0: sign jumps at 0, and the slope of both sides, 0, is taken there (x₁ = 0 exactly")
                .doesNotContain("is not the one that e");
    }
}
