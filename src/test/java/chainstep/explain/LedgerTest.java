package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Derived MAZUR = Derived.of("samples/mazur.chain");

    private static Explainer explainer(Derived derived, Locale locale) {
        return new Explainer(derived.trace(), derived.lines(), Map.of(), locale);
    }

    @Test
    void the_edges_of_h1_add_up_to_its_gradient() {
        assertThat(explainer(MAZUR, Locale.ENGLISH).hops(MAZUR.loss(), MAZUR.node("h"), 0))
                .isEqualTo("""
                        ∂E/∂h₁ = 0.036350          sum over the 2 edges by which h₁ is used
                          edge      local           upstream                  product
                          h₁ → z2₁  W2₁₁ = 0.40  ×  ∂E/∂z2₁ =  0.138499  =   0.055399
                          h₁ → z2₂  W2₂₁ = 0.50  ×  ∂E/∂z2₂ = −0.038098  =  −0.019049
                                                                            ---------
                                                                             0.036350""");
    }

    @Test
    void the_paths_of_w1_are_the_lectures() {
        assertThat(explainer(MAZUR, Locale.ENGLISH).paths(MAZUR.loss(), MAZUR.node("W1"), 0))
                .isEqualTo("""
                        ∂E/∂W1₁₁ = 0.000438568     2 paths from E
                          ∂E/∂o₁ · ∂o₁/∂z2₁ · ∂z2₁/∂h₁ · ∂h₁/∂z1₁ · ∂z1₁/∂W1₁₁
                            0.741365 · 0.186816 · 0.40 · 0.241301 · 0.05   =  0.000668396
                          ∂E/∂o₂ · ∂o₂/∂z2₂ · ∂z2₂/∂h₁ · ∂h₁/∂z1₁ · ∂z1₁/∂W1₁₁
                            −0.217072 · 0.175510 · 0.50 · 0.241301 · 0.05  = −0.000229828
                                                                             ------------
                                                                              0.000438568
                          no path through h₂: W1₁₁ feeds only z1₁ (∂z1₂/∂W1₁₁ = 0)""");
    }

    @Test
    void in_chinese_h1_is_used_twice() {
        assertThat(explainer(MAZUR, Locale.CHINESE).hops(MAZUR.loss(), MAZUR.node("h"), 0))
                .startsWith("∂E/∂h₁ = 0.036350          h₁ 被用了 2 次，所以它的梯度是 2 条边的和");
    }

    @Test
    void a_path_through_a_relu_that_is_off_says_so() {
        Derived three = Derived.of("samples/lectures/three_class_relu.chain");
        String text = explainer(three, Locale.ENGLISH).paths(three.loss(), three.node("W1"), 2);
        assertThat(text).contains("3 paths from L").contains("0, because relu is off here (In_h₂ = −0.6 < 0)");
    }

    @Test
    void the_ledgers_of_every_gradient_add_up_in_every_sample_of_the_list() {
        List<String> samples = List.of(
                "samples/worked/lstm_gomez.chain",
                "samples/worked/attention_scaled.chain",
                "samples/lectures/lenet_small.chain",
                "samples/worked/micrograd_readme.chain",
                "src/test/resources/golden/explain/batch_norm.chain",
                "src/test/resources/golden/explain/softmax_batch.chain");
        int compared = 0;
        for (String sample : samples) {
            Derived derived = Derived.of(sample);
            Page page = derived.page(Locale.ENGLISH, Detail.TERM);
            int of = derived.loss();
            for (int wrt : derived.model().names().values()) {
                if (wrt < of && derived.trace().program().gradient(of, wrt).isPresent()) {
                    for (int e = 0; e < Math.min(4, derived.trace().value(wrt).size()); e++) {
                        double gradient = page.gradients().value(of, wrt, e);
                        assertThat(HopLedger.of(page, of, wrt, e).total())
                                .as("%s: %s[%d]", sample, page.name(wrt).plain(), e)
                                .isEqualTo(gradient, within(1e-9));
                        assertThat(PathLedger.of(page, of, wrt, e).total())
                                .as("%s: %s[%d]", sample, page.name(wrt).plain(), e)
                                .isEqualTo(gradient, within(1e-9));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void paths_beyond_counting_are_counted_and_the_greatest_found() {
        Derived deep = Derived.of("src/test/resources/chainstep/explain/deep.chain");
        PathLedger ledger = PathLedger.of(deep.page(Locale.ENGLISH, Detail.TERM), deep.loss(), deep.node("x"), 0);
        assertThat(ledger.count()).isEqualTo(BigInteger.valueOf(3).pow(12));
        assertThat(ledger.listed()).hasSize(PathLedger.LISTED);
        double greatest = StrictMath.pow(0.5, 12);
        assertThat(ledger.listed().get(0).product()).isEqualTo(greatest, within(1e-15));
        assertThat(ledger.listed().get(1).product()).isEqualTo(greatest * 0.3 / 0.5, within(1e-15));
        assertThat(ledger.total()).isEqualTo(1, within(1e-12));
    }
}
