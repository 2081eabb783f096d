package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Breakpoint;
import chainstep.debug.Depth;
import chainstep.run.Trace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the graph shows, as text, at moments of known networks; every number is the core's. */
class GraphModelTest {
    private static final String SOFTMAX = """
            z = param([0.1, 0.2, 0.7])
            p = softmax(z)
            e = p * p
            L = mean(e)
            minimize(L)
            """;

    @ParameterizedTest
    @CsvSource({"p, z, ∂p/∂z = diag(p) − p pᵀ", "L, e, ∂L/∂e = 1×3"})
    void an_edge_whose_derivative_is_a_matrix_tells_its_rule_or_its_size(String value, String by, String told) {
        Drawn drawn = Drawn.text(SOFTMAX);
        drawn.controller.depth(Depth.TERM);
        List<String> seen = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            drawn.controller.step();
            Link link = new Link(drawn.node(by), drawn.node(value));
            drawn.model().wires().stream()
                    .filter(wire -> wire.link().equals(link))
                    .map(Wire::local)
                    .forEach(seen::add);
        }
        assertThat(seen).contains(told);
    }

    private static final String MAZUR = "mazur.chain";

    @Test
    void at_the_start_only_what_is_given_has_numbers() {
        assertThat(Drawn.of(MAZUR).text()).startsWith("""
                  x (input) = [0.05; 0.10]
                  t (target) = [0.01; 0.99]
                  W1 (param) = [0.15 0.20; 0.25 0.30]
                  b1 (const) = [0.35; 0.35]
                  W2 (param) = [0.40 0.45; 0.50 0.55]
                  b2 (const) = [0.60; 0.60]
                · z1 (W1 x + b1) +
                · h (σ(z1))
                · z2 (W2 h + b2) +
                · o (σ(z2))
                · E (0.5·Σ (t − o)²) +
                  W1 → z1 pale
                """);
    }

    @Test
    void a_value_is_computed_from_what_leads_to_it() {
        assertThat(Drawn.of(MAZUR).steps(Depth.LINE, 3).text()).endsWith("""
                  h (σ(z1)) = [0.5933; 0.5969]
                > z2 (W2 h + b2) + = [1.1059; 1.2249]
                · o (σ(z2))
                · E (0.5·Σ (t − o)²) +
                  W1 → z1 idle
                  x → z1 idle
                  b1 → z1 idle
                  z1 → h idle
                  W2 → z2 forward
                  h → z2 forward
                  b2 → z2 forward
                  z2 → o pale
                  t → E pale
                  o → E pale
                """);
    }

    @Test
    void a_gradient_comes_back_along_its_edge_with_the_local_derivative() {
        assertThat(Drawn.of(MAZUR).steps(Depth.TERM, 19).text())
                .contains("> h (σ(z1)) = [0.5933; 0.5969] ∂ [0.0364; 0.0414]\n")
                .contains("  h → z2 backward: ∂z2/∂h = W2 (2×2)\n")
                .contains("  W2 → z2 idle\n");
    }

    @Test
    void an_update_is_told_on_the_parameter() {
        String text = Drawn.of(MAZUR).steps(Depth.LINE, 11).text();
        assertThat(text)
                .contains("> W1 (param) = [0.15 0.20; 0.25 0.30] ∂ [0.000439 0.000877; 0.000498 0.000995]"
                        + " ← [0.1498 0.1996; 0.2498 0.2995]\n");
        assertThat(text.lines().filter(line -> line.contains("←"))).hasSize(1);
    }

    @Test
    void a_large_number_has_as_many_digits_as_elsewhere_on_the_page() {
        assertThat(Drawn.of("worked/seedlink_remykarem_batch2.chain")
                        .steps(Depth.PHASE, 1)
                        .text())
                .containsPattern("L \\(.*\\) .*= \\[292\\.500]");
    }

    @Test
    void an_element_at_a_time_fills_the_box_number_by_number() {
        Drawn mazur = Drawn.of(MAZUR).steps(Depth.ELEMENT, 3);
        assertThat(mazur.text()).contains("> z1 (W1 x + b1) + = [0.3775]\n");
        assertThat(mazur.card("z1").value().element()).isZero();
        assertThat(mazur.steps(Depth.ELEMENT, 1).text()).contains("> z1 (W1 x + b1) + = [0.3775; 0.3925]\n");
    }

    @Test
    void unfolding_shows_the_operations_of_a_formula() {
        Drawn mazur = Drawn.of(MAZUR).steps(Depth.TERM, 19);
        mazur.view.turn(mazur.node("E"));
        assertThat(mazur.text())
                .contains("  t − o (subtract) = [−0.7414; 0.2171] ∂ [−0.7414; 0.2171]\n")
                .contains("  (t − o)² → Σ (t − o)² idle\n")
                .contains("  Σ (t − o)² → E idle\n");
        mazur.view.turn(mazur.node("E"));
        assertThat(mazur.text()).doesNotContain("subtract");
    }

    @Test
    void layers_fold_their_parameters_and_what_follows_them() {
        Drawn mazur = Drawn.of(MAZUR).steps(Depth.LINE, 4);
        mazur.view.fold(Grain.LAYER);
        assertThat(mazur.text()).isEqualTo("""
                  x (input) = [0.05; 0.10]
                  t (target) = [0.01; 0.99]
                  h (z1) + = [0.5933; 0.5969]
                > o (z2) + = [0.7514; 0.7729]
                · E (0.5·Σ (t − o)²) +
                  x → h idle
                  h → o forward
                  t → E pale
                  o → E pale
                """);
    }

    @Test
    void a_layer_unfolds_into_its_values() {
        Drawn mazur = Drawn.of(MAZUR);
        mazur.view.fold(Grain.LAYER);
        mazur.view.turn(mazur.node("h"));
        assertThat(mazur.model().cards().stream().map(Card::name))
                .containsExactly("x", "t", "W1", "b1", "z1", "h", "o", "E");
    }

    @Test
    void the_time_steps_of_an_lstm_are_its_layers() {
        Drawn lstm = Drawn.of("worked/lstm_gomez.chain").steps(Depth.LINE, 25);
        assertThat(lstm.model().cards()).hasSizeGreaterThan(35);
        lstm.view.fold(Grain.LAYER);
        assertThat(lstm.text())
                .contains("  out0 (za0 zi0 zf0 zo0 a0 i0 f0 o0 s0) + = [0.5363]")
                .contains(" out1 (za1 zi1 zf1 zo1 a1 i1 f1 o1 s1) + = [0.7720]")
                .contains("  out0 → out1 idle\n");
    }

    @Test
    void an_image_is_a_map_and_a_line_of_a_convolution_one_box() {
        assertThat(Drawn.of("lectures/lenet_small.chain").steps(Depth.LINE, 4).text())
                .contains("  x (input) = map 1×6×6\n")
                .contains("  c (conv2d(x, K) + bk) = map 2×4×4\n")
                .contains("> f (reshape(m)) = map 8\n")
                .contains("  K → c idle\n");
    }

    @Test
    void a_breakpoint_is_on_its_box() {
        Drawn mazur = Drawn.of(MAZUR);
        mazur.controller.stops().toggle(12);
        mazur.controller.stops().toggle(new Breakpoint.OnGradient(mazur.node("W1")));
        assertThat(mazur.model().cards().stream().filter(Card::stops).map(Card::name))
                .containsExactly("W1", "z2");
    }

    @Test
    void a_breakpoint_on_what_is_folded_away_is_on_the_box_that_stands_for_it() {
        Drawn layers = Drawn.of(MAZUR);
        layers.view.fold(Grain.LAYER);
        layers.controller.stops().toggle(10);
        layers.controller.stops().add("z2 if E > 0");
        assertThat(layers.model().cards().stream().filter(Card::stops).map(Card::name))
                .containsExactly("h", "o");
    }

    @Test
    void a_line_that_is_wrong_is_wrong_on_its_box() {
        Drawn mazur = Drawn.of(MAZUR);
        mazur.controller.edit(Drawn.read(MAZUR).replace("h = sigmoid(z1)", "h = sigmoid(z9)"));
        assertThat(mazur.model().cards().stream().filter(Card::isWrong).map(Card::name))
                .containsExactly("h");
    }

    @Test
    void a_new_line_that_is_wrong_is_on_no_box_that_stood_there() {
        Drawn mazur = Drawn.of(MAZUR);
        String text = Drawn.read(MAZUR);
        mazur.controller.edit(text.replace("\nz1 =", "\nfoo =\n\nz1 ="));
        assertThat(mazur.controller.scene().draft().troubles()).isNotEmpty();
        assertThat(mazur.model().cards()).noneMatch(Card::isWrong);
    }

    @ParameterizedTest
    @CsvSource({
        "mazur.chain, 25", "lectures/lenet_small.chain, 20", "worked/lstm_gomez.chain, 60",
        "worked/conv_stride_pad.chain, 9", "worked/attention_scaled.chain, 12", "lectures/rnn_unrolled.chain, 9"
    })
    void every_number_is_the_cores(String sample, int steps) {
        Drawn drawn = Drawn.of(sample).steps(Depth.LINE, steps);
        Trace trace = drawn.controller.scene().sitting().orElseThrow().state().trace();
        List<Shown> shown = drawn.model().cards().stream()
                .flatMap(card -> Stream.of(Optional.of(card.value()), card.gradient(), card.next()))
                .flatMap(Optional::stream)
                .toList();
        assertThat(shown).hasSizeGreaterThan(5).allSatisfy(each -> {
            if (each.figures() instanceof Figures.Numbers numbers) {
                List<String> told = numbers.cells().stream()
                        .flatMap(List::stream)
                        .map(String::strip)
                        .toList();
                for (int element = 0; element < told.size(); element++) {
                    assertRounded(told.get(element), trace.get(each.node(), element));
                }
            } else {
                assertMap(each, (Figures.Heat) each.figures(), trace);
            }
        });
    }

    /** As it is to the digits it is written with, of which there are two at least, or all. */
    private static void assertRounded(String told, double number) {
        BigDecimal written = new BigDecimal(told.replace('\u2212', '-'));
        BigDecimal exact = new BigDecimal(number);
        assertThat(written.subtract(exact).abs())
                .isLessThanOrEqualTo(written.ulp().divide(BigDecimal.valueOf(2)));
        assertThat(written.precision() >= 2 || written.doubleValue() == number)
                .as(told)
                .isTrue();
    }

    @Test
    void an_image_of_one_channel_is_numbers_where_it_is_small() {
        assertThat(Drawn.of("worked/conv_stride_pad.chain")
                        .steps(Depth.LINE, 9)
                        .card("r")
                        .value()
                        .figures())
                .isInstanceOf(Figures.Numbers.class);
    }

    private static void assertMap(Shown shown, Figures.Heat heat, Trace trace) {
        for (int cell = 0; cell < heat.levels().size(); cell++) {
            int place = heat.places().get(cell);
            double number = place < 0 ? 0 : trace.get(shown.node(), place);
            double level = heat.largest() == 0 ? 0 : number / heat.largest();
            assertThat(heat.levels().get(cell)).isEqualTo((float) level);
        }
    }

    @Test
    void a_large_batch_is_maps_of_its_largest_numbers() {
        Drawn batch = Drawn.text(BATCH).steps(Depth.LINE, 4);
        assertThat(batch.text())
                .contains("  X (input) = map 64×784\n")
                .contains("  W1 (param) = map 784×128\n")
                .contains("  h1 (ReLU(X W1 + b1)) + = map 64×128\n")
                .contains("> L (−0.015625·Σ T ⊙ ln(softmax(o))) = [2.3727]\n");
        Figures.Heat heat = (Figures.Heat) batch.card("W1").value().figures();
        assertThat(heat.rows() * heat.columns()).isEqualTo(96 * 64);
        assertThat(heat.levels()).contains(1f).allMatch(level -> Math.abs(level) <= 1);
    }

    private static final String BATCH = """
            X = input(uniform(64, 784, seed=1))
            T = target(uniform(64, 10, lo=0, hi=0.2, seed=2))
            W1 = param(uniform(784, 128, lo=-0.1, hi=0.1, seed=3))
            b1 = param(uniform(128, lo=-0.1, hi=0.1, seed=4))
            W2 = param(uniform(128, 64, lo=-0.1, hi=0.1, seed=5))
            b2 = param(uniform(64, lo=-0.1, hi=0.1, seed=6))
            W3 = param(uniform(64, 10, lo=-0.1, hi=0.1, seed=7))
            b3 = param(uniform(10, lo=-0.1, hi=0.1, seed=8))
            h1 = relu(X @ W1 + b1)
            h2 = relu(h1 @ W2 + b2)
            o = h2 @ W3 + b3
            L = cross_entropy(o, T)
            minimize(L, adam(lr=0.001))
            """;

    @Test
    void an_operation_lights_the_edges_of_its_own_operands_alone() {
        Drawn drawn = Drawn.text(
                "x = input(2)\nw = param(3)\nu = param(4)\nb = param(1)\nz = w * x + u * x + b\n" + "minimize(z)\n");
        drawn.steps(Depth.OPERATION, 1);
        Link bias = new Link(drawn.node("b"), drawn.node("z"));
        Link factor = new Link(drawn.node("w"), drawn.node("z"));
        int lit = 0;
        int whole = 0;
        for (int step = 0; step < 4; step++) {
            boolean own = flow(drawn, factor) == Wire.Flow.FORWARD;
            boolean last = flow(drawn, bias) == Wire.Flow.FORWARD;
            lit += own && !last ? 1 : 0;
            whole += last ? 1 : 0;
            drawn.steps(Depth.OPERATION, 1);
        }
        assertThat(lit).isPositive();
        assertThat(whole).isEqualTo(1);
    }

    private static Wire.Flow flow(Drawn drawn, Link link) {
        return drawn.model().wires().stream()
                .filter(wire -> wire.link().equals(link))
                .findFirst()
                .orElseThrow()
                .flow();
    }
}
