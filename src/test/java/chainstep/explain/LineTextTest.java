package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTextTest {
    @Test
    void mazurs_network_reads_as_the_design_has_it() {
        Page page = new Page(Mazur.trace(), Mazur.SOURCE, Map.of(), Locale.ENGLISH, Detail.LINE);
        List<String> lines = new LineText(page, new LineRows(page).rows()).lines();
        assertThat(String.join("\n", lines)).isEqualTo("""
                        forward
                         10  z1 = W1 @ x + b1            z1 = [0.377500  0.392500]
                         11  h = sigmoid(z1)             h  = [0.593270  0.596884]
                         12  z2 = W2 @ h + b2            z2 = [1.105906  1.224921]
                         13  o = sigmoid(z2)             o  = [0.751365  0.772928]
                         14  E = 0.5 * sum((t - o)**2)   E  = 0.298371
                        backward
                         14  ∂E/∂o  = −(t − o)             = [0.741365  −0.217072]
                         13  ∂E/∂z2 = ∂E/∂o ⊙ o ⊙ (1 − o)  = [0.138499  −0.038098]
                         12  ∂E/∂W2 = ∂E/∂z2 · hᵀ          = [0.082167  0.082668; −0.022603  −0.022740]
                             ∂E/∂h  = W2ᵀ · ∂E/∂z2         = [0.036350  0.041370]
                         11  ∂E/∂z1 = ∂E/∂h ⊙ h ⊙ (1 − h)  = [0.00877135  0.00995425]
                         10  ∂E/∂W1 = ∂E/∂z1 · xᵀ          = [0.000438568  0.000877135; 0.000497713  0.000995425]
                        update  (gradient descent, η = 0.5)
                               note  all gradients use the old values; the new ones count from the next iteration
                             W1 ← W1 − η ∂E/∂W1            = [0.149781  0.199561; 0.249751  0.299502]
                             W2 ← W2 − η ∂E/∂W2            = [0.358916  0.408666; 0.511301  0.561370]""");
    }

    @Test
    void a_long_vector_that_is_0_at_both_ends_shows_what_is_not_0() {
        Derived derived = Derived.ofLines(
                "z = param([1, 2, 3, 4, 5, 6, 7, 8, 9])",
                "a = z[4:6]",
                "b = z[:1]",
                "c = z[6:7]",
                "L = sum(a**2) + sum(b**2) + sum(c**2)",
                "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.LINE))
                .contains("= [0  ⋯  10  12  0  ⋯  0] (9)")
                .contains("= [2  0  0  ⋯  0  0] (9)")
                .contains("= [0  ⋯  14  0  0] (9)")
                .doesNotContain("[0  0  0  ⋯  0  0]");
        assertThat(derived.report(Locale.ENGLISH, Detail.LINE).latex())
                .contains("0 \\\\ \\vdots \\\\ 10 \\\\ 12 \\\\ 0 \\\\ \\vdots \\\\ 0 \\end{bmatrix}_{9}");
        assertThat(Derived.ofLines("z = param(zeros(9))", "L = sum(z**2)", "minimize(L)")
                        .text(Locale.ENGLISH, Detail.LINE))
                .contains("[0  0  0  ⋯  0  0] (9)");
    }
}
