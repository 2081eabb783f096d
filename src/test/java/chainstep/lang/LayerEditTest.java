package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.NetworkPlan.Activation;
import chainstep.lang.NetworkPlan.Loss;
import chainstep.run.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A changed structure is a text that reads and runs, with only the lines concerned changed. */
class LayerEditTest {
    private static final String PLAN = NetworkPlan.FIRST.text();

    private static String runs(Optional<String> text) {
        Model model = ChainReader.read(Source.of("changed", text.orElseThrow()), Path.of(""));
        Evaluator evaluator = new Evaluator(model.program());
        evaluator.advance(evaluator.run(evaluator.start()));
        return text.orElseThrow();
    }

    private static List<String> changed(String before, String after) {
        List<String> lines = new ArrayList<>(List.of(after.split("\n")));
        List.of(before.split("\n")).forEach(lines::remove);
        return lines;
    }

    @Test
    void a_unit_more_changes_its_weights_its_bias_and_what_reads_it() {
        String more = runs(LayerEdit.units(PLAN, 0, 1));
        assertThat(changed(PLAN, more))
                .containsExactly(
                        "W1 = param([[0.15, 0.20], [0.25, 0.30], [0.45, 0.52]])",
                        "b1 = param([0.35, 0.35, 0.29])",
                        "W2 = param([[0.40, 0.45, 0.29], [0.50, 0.55, 0.44]])");
        assertThat(runs(LayerEdit.units(more, 0, -1))).isEqualTo(PLAN);
        assertThat(changed(PLAN, runs(LayerEdit.units(PLAN, 1, 1))))
                .anyMatch(line -> line.startsWith("t = target([0.01"));
        assertThat(LayerEdit.units(runs(LayerEdit.units(PLAN, 0, -1)), 0, -1)).isEmpty();
    }

    @Test
    void a_layer_is_put_in_before_the_next_and_taken_out_again() {
        String deeper = runs(LayerEdit.added(PLAN, 0));
        assertThat(changed(PLAN, deeper))
                .contains("z3 = W3 @ h + b3", "h3 = sigmoid(z3)", "z2 = W2 @ h3 + b2")
                .hasSize(5);
        assertThat(LayerEdit.layer(deeper, "h3")).isEqualTo(1);
        assertThat(runs(LayerEdit.removed(deeper, 1))).isEqualTo(PLAN);
        String none = runs(LayerEdit.removed(PLAN, 0));
        assertThat(none).contains("z2 = W2 @ x + b2").doesNotContain("W1");
        assertThat(LayerEdit.removed(none, 0)).isEmpty();
        assertThat(runs(LayerEdit.added(none, 0))).contains("z1 = W1 @ x + b1", "z2 = W2 @ h1 + b2");
    }

    @Test
    void activation_and_loss_change_one_line_each() {
        assertThat(changed(PLAN, runs(LayerEdit.bent(PLAN, 0, Activation.TANH))))
                .containsExactly("h = tanh(z1)");
        assertThat(changed(PLAN, runs(LayerEdit.measured(PLAN, Loss.CROSS_ENTROPY))))
                .containsExactly("E = cross_entropy(z2, t)");
        assertThat(LayerEdit.measured(runs(LayerEdit.measured(PLAN, Loss.CROSS_ENTROPY)), Loss.HALF_SQUARES))
                .contains(PLAN);
        String straight = runs(LayerEdit.bent(PLAN, 0, Activation.NONE));
        assertThat(changed(PLAN, straight)).containsExactly("h = z1");
        assertThat(LayerEdit.bent(straight, 0, "sigmoid")).contains(PLAN);
    }

    @Test
    void every_plan_can_be_changed_in_every_way() {
        int tried = 0;
        for (Loss loss : Loss.values()) {
            for (boolean drawn : new boolean[] {false, true}) {
                for (List<Integer> sizes : List.of(List.of(3, 2), List.of(2, 40, 3), List.of(1, 2, 3, 2))) {
                    String text = new NetworkPlan(
                                    sizes,
                                    Activation.TANH,
                                    Activation.SIGMOID,
                                    loss,
                                    drawn ? OptionalLong.of(3) : OptionalLong.empty(),
                                    "0.1",
                                    true)
                            .text();
                    for (int layer = 0; layer < sizes.size() - 1; layer++) {
                        runs(LayerEdit.units(text, layer, 1));
                        runs(LayerEdit.added(text, layer));
                        if (layer < sizes.size() - 2) {
                            runs(LayerEdit.removed(text, layer));
                            runs(LayerEdit.bent(text, layer, Activation.RELU));
                        }
                        tried++;
                    }
                    runs(LayerEdit.measured(text, Loss.MSE));
                }
            }
        }
        assertThat(tried).isEqualTo(48);
    }

    @Test
    void a_text_by_hand_keeps_its_comments_and_what_it_expected_is_a_comment() throws IOException {
        String mazur = Files.readString(Path.of("samples", "mazur.chain"));
        String more = runs(LayerEdit.units(mazur, LayerEdit.layer(mazur, "h"), 1));
        assertThat(more).startsWith(mazur.substring(0, mazur.indexOf('\n'))).contains("# expect(");
        assertThat(changed(mazur, more).stream().filter(line -> !line.startsWith("# ")))
                .hasSize(3);
    }

    @Test
    void another_form_is_refused() {
        assertThat(LayerEdit.isLayered("x = input(2)\nE = x**2\n")).isFalse();
        assertThat(LayerEdit.isLayered("x = input([1])\nz = W @ x + b\n")).isFalse();
        assertThat(LayerEdit.added("", 0)).isEmpty();
    }
}
