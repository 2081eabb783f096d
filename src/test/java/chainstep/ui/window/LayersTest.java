package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.NetworkPlan;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import java.awt.EventQueue;
import java.util.Optional;
import javax.swing.Action;
import org.junit.jupiter.api.Test;

/** The structure of the network is changed by commands; the source is the truth. */
class LayersTest {
    private static final String PLAN = NetworkPlan.FIRST.text();

    private static Workbench bench(String text) {
        Workbench bench = Benches.of(Settings.FIRST);
        bench.controller().open(Draft.unsaved(text));
        return bench;
    }

    private static void press(Workbench bench, String command) {
        assertThat(bench.commands().get(command).isEnabled()).as(command).isTrue();
        bench.commands().get(command).actionPerformed(null);
    }

    private static String text(Workbench bench) {
        return bench.controller().scene().draft().text();
    }

    @Test
    void each_change_is_taken_back_by_itself_and_the_cursor_stays() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(PLAN);
            bench.controller().step();
            bench.controller().step();
            var before =
                    bench.controller().scene().sitting().orElseThrow().state().step();
            press(bench, "units.more");
            String wider = text(bench);
            assertThat(wider).contains("W1 = param([[0.15, 0.20], [0.25, 0.30], [");
            assertThat(bench.controller().scene().draft().troubles()).isEmpty();
            assertThat(bench.controller()
                            .scene()
                            .sitting()
                            .orElseThrow()
                            .state()
                            .step())
                    .isEqualTo(before);
            press(bench, "units.more");
            press(bench, "activation.tanh");
            press(bench, "undo");
            press(bench, "undo");
            assertThat(text(bench)).isEqualTo(wider);
            press(bench, "undo");
            assertThat(text(bench)).isEqualTo(PLAN);
        });
    }

    @Test
    void whatever_is_looked_at_there_is_a_layer_to_change() throws Exception {
        String adam = PLAN.replaceAll("sgd\\(lr=[0-9.]+\\)", "adam(lr=0.1)");
        assertThat(adam).isNotEqualTo(PLAN);
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(adam);
            int nodes = bench.controller()
                    .scene()
                    .sitting()
                    .orElseThrow()
                    .model()
                    .program()
                    .size();
            for (int node = 0; node < nodes; node++) {
                bench.controller().pick(Optional.of(Picked.whole(node)));
                press(bench, "units.more");
                assertThat(text(bench)).isNotEqualTo(adam);
                press(bench, "undo");
                assertThat(text(bench)).isEqualTo(adam);
            }
        });
    }

    @Test
    void the_layer_is_the_one_that_is_looked_at() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(PLAN);
            var program =
                    bench.controller().scene().sitting().orElseThrow().model().program();
            bench.controller().pick(Optional.of(Picked.whole(program.named("o").orElseThrow())));
            press(bench, "activation.relu");
            assertThat(text(bench)).contains("o = relu(z2)", "h = sigmoid(z1)");
            press(bench, "layer.add");
            press(bench, "loss.mse");
            assertThat(text(bench)).contains("z3 = W3 @ h + b3", "E = mse(o, t)");
            assertThat(bench.controller().scene().draft().troubles()).isEmpty();
        });
    }

    @Test
    void what_cannot_be_is_said_and_another_form_is_not_offered() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(PLAN);
            press(bench, "layer.remove");
            String one = text(bench);
            press(bench, "layer.remove");
            assertThat(text(bench)).isEqualTo(one);
            assertThat(bench.controller().scene().message().orElseThrow().key()).isEqualTo("layers.cannot");
            Workbench other = bench("x = input(2)\nE = x**2\n");
            assertThat(other.commands().get("units.more").isEnabled()).isFalse();
        });
    }

    private static String tip(Workbench bench, String command) {
        return (String) bench.commands().get(command).getValue(Action.SHORT_DESCRIPTION);
    }

    @Test
    void a_command_that_cannot_be_done_says_why_in_its_tip() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(PLAN);
            assertThat(tip(bench, "units.more")).startsWith("Give the layer").doesNotContain("Not now");
            bench.controller().edit("x = input(2)\nE = x**2\n");
            assertThat(tip(bench, "units.more"))
                    .startsWith("Give the layer")
                    .endsWith("Not now: the text has no layers of the form z = W @ x + b, h = sigmoid(z)");
            bench.controller().edit(PLAN + "oops(\n");
            assertThat(tip(bench, "loss.mse")).endsWith("Not now: the text cannot be run");
            bench.commands().get("language").actionPerformed(null);
            assertThat(tip(bench, "loss.mse")).endsWith("。现在不可用：文本还不能运行");
            bench.controller().edit(PLAN);
            assertThat(tip(bench, "loss.mse")).doesNotContain("现在不可用");
            bench.commands().get("language").actionPerformed(null);
        });
    }
}
