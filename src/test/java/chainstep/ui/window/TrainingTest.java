package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.data.Rows;
import chainstep.debug.DebugState;
import chainstep.lang.Source;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import chainstep.train.Course;
import chainstep.train.Engines;
import chainstep.train.Trainer;
import chainstep.ui.Draft;
import chainstep.ui.Page;
import chainstep.ui.Settings;
import chainstep.ui.Trained;
import chainstep.ui.train.Answered;
import chainstep.ui.train.TrainController;
import chainstep.ui.train.TrainScene;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.AbstractButton;
import javax.swing.JTextField;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrainingTest {
    static final String CLOUDS = """
            X, t = data("gauss", n=100, noise=0.1, seed=1)
            W1 = param(xavier(2, 3, seed=1))
            b1 = param(zeros(3))
            W2 = param(xavier(3, 1, seed=2))
            y = tanh(tanh(X @ W1 + b1) @ W2)
            L = mean((y - t)**2)
            minimize(L, adam(lr=0.02))
            train(epochs=5, batch=10, shuffle=True, split=[60, 20, 20], seed=3)
            """;

    /** A window on the Train page, on the event thread. */
    static void on(String text, BiConsumer<Workbench, TrainController> deed) throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(Settings.FIRST);
            bench.controller().open(Draft.unsaved(text));
            bench.turn(Page.TRAIN);
            deed.accept(bench, bench.training().controller());
        });
    }

    private static Snapshot straight(String text, long updates) {
        Course course = Course.of(Source.of("model", text), Path.of(""));
        Trainer trainer = new Trainer(course, Engines.named("jvm").orElseThrow(), System::nanoTime);
        trainer.to(updates, Progress.NONE);
        return trainer.state();
    }

    /** The state that is looked at. */
    static Snapshot state(TrainController controller) {
        List<Snapshot> states = controller.scene().trained().orElseThrow().states();
        return states.get(states.size() - 1);
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.iteration()).isEqualTo(other.iteration());
        for (int k = 0; k < one.size(); k++) {
            assertThat(one.values(k)).containsExactly(other.values(k));
        }
    }

    @Test
    void training_in_the_window_is_training() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            controller.oneUpdate();
            controller.oneEpoch();
            controller.start();
            assertSame(state(controller), straight(CLOUDS, 30));
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.READY);
        });
    }

    @Test
    void the_batch_in_the_debugger_has_the_parameters_of_the_training_to_the_bit() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            controller.toEpoch(3);
            Snapshot before = state(controller);
            bench.commands().get("train.debug").actionPerformed(null);
            DebugState now = bench.controller().scene().sitting().orElseThrow().state();
            assertThat(now.iteration()).isEqualTo(18);
            for (int k = 0; k < before.size(); k++) {
                int leaf = now.program().carries().get(k).leaf();
                assertThat(now.trace().value(leaf).toArray()).containsExactly(before.values(k));
            }
        });
    }

    @Test
    void breakpoints_and_watches_of_before_are_there_in_the_debugger() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            bench.controller().stops().watch("norm(grad(W1))", refused -> {});
            controller.toEpoch(1);
            bench.commands().get("train.debug").actionPerformed(null);
            assertThat(bench.controller()
                            .scene()
                            .sitting()
                            .orElseThrow()
                            .state()
                            .watches())
                    .hasSize(1);
        });
    }

    @Test
    void a_condition_of_the_file_stops_training_and_opens_where_it_holds() throws Exception {
        on(CLOUDS + "breakpoint(when=\"L < 0.2\")\n", (bench, controller) -> {
            controller.start();
            Trained stopped = controller.scene().stopped().orElseThrow();
            assertThat(stopped.iteration()).isPositive().isLessThan(30);
            bench.turn(Page.DEBUG);
            bench.controller().travel(stopped);
            DebugState now = bench.controller().scene().sitting().orElseThrow().state();
            assertThat(now.iteration()).isEqualTo(stopped.iteration());
            int loss = now.program().loss().orElseThrow();
            assertThat(now.trace().get(loss, 0)).isLessThan(0.2);
            assertThat(now.step().node()).isEqualTo(loss);
        });
    }

    @Test
    void a_number_that_is_none_stops_training_and_opens_where_it_arose() throws Exception {
        String runaway = """
                w = param(2)
                p = exp(w)
                L = p**2
                minimize(L, sgd(lr=-100))
                """;
        on(runaway, (bench, controller) -> {
            controller.start();
            Trained stopped = controller.scene().stopped().orElseThrow();
            bench.controller().travel(stopped);
            DebugState now = bench.controller().scene().sitting().orElseThrow().state();
            assertThat(now.iteration()).isEqualTo(stopped.iteration());
            assertThat(now.trace().get(now.step().node(), 0)).isNotFinite();
        });
    }

    @Test
    void a_row_of_ones_own_is_answered_and_stepped() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            controller.toEpoch(5);
            List<Answered> told = new ArrayList<>();
            controller.predict(
                    () -> Rows.of(1, new int[] {2}, new double[] {2, 2}, List.of()), told::add, refused -> {});
            double answer = told.get(0).answers().answers().get(0)[0];
            bench.controller()
                    .travel(Trained.asked(told.get(0).rows(), told.get(0).state()));
            DebugState now = bench.controller().scene().sitting().orElseThrow().state();
            int y = now.program().named("y").orElseThrow();
            assertThat(now.trace().get(y, 0)).isCloseTo(answer, Offset.offset(1e-12));
            bench.controller().edit(CLOUDS + "\n");
            assertThat(bench.controller()
                            .scene()
                            .sitting()
                            .orElseThrow()
                            .state()
                            .program()
                            .node(0)
                            .shape()
                            .dim(0))
                    .isEqualTo(10);
        });
    }

    @Test
    void going_on_from_an_earlier_state_leaves_what_came_after() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            controller.oneEpoch();
            controller.oneEpoch();
            controller.look(1);
            controller.oneUpdate();
            assertSame(state(controller), straight(CLOUDS, 7));
        });
    }

    @Test
    void a_text_that_cannot_be_trained_says_why() throws Exception {
        on("a = 3\nb = a * 2\n", (bench, controller) -> {
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.UNTRAINABLE);
            bench.controller().edit(CLOUDS);
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.READY);
            bench.controller().edit("a = (");
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.BROKEN);
            bench.controller().edit("");
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.EMPTY);
        });
    }

    @Test
    void what_is_set_on_the_page_is_written_into_the_source_and_taken_back() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            controller.oneEpoch();
            field(bench, "train.field.batch", "20");
            assertThat(bench.controller().scene().draft().text()).contains("batch=20");
            assertThat(state(controller).iteration()).isEqualTo(6);
            field(bench, "train.field.samples", "many");
            assertThat(bench.controller().scene().draft().text()).contains("n=100");
            assertThat(controller.scene().said().orElseThrow().wrong()).isTrue();
            bench.commands().get("undo").actionPerformed(null);
            assertThat(bench.controller().scene().draft().text()).isEqualTo(CLOUDS);
        });
    }

    static void field(Workbench bench, String name, String value) {
        JTextField field = (JTextField) part(bench.training().page(), name);
        field.setText(value);
        field.postActionEvent();
    }

    static Component part(Container in, String name) {
        for (Component part : in.getComponents()) {
            Component found =
                    name.equals(part.getName()) ? part : part instanceof Container inner ? part(inner, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Test
    void a_layer_gets_another_unit_at_the_press_of_a_button() throws Exception {
        on(
                CLOUDS.replace("y = tanh(tanh(X @ W1 + b1) @ W2)", "h = tanh(X @ W1 + b1)\ny = tanh(h @ W2 + b2)")
                        .replace("W2 = ", "b2 = param(zeros(1))\nW2 = "),
                (bench, controller) -> {
                    ((AbstractButton) part(bench.training().page(), "train.layer.0.more")).doClick();
                    assertThat(bench.controller().scene().draft().text())
                            .contains("xavier(2, 4, seed=1)", "zeros(4)", "xavier(4, 1, seed=2)");
                    assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.READY);
                });
    }

    static final String DEEP = CLOUDS.replace(
                    "y = tanh(tanh(X @ W1 + b1) @ W2)", "h = tanh(X @ W1 + b1)\ny = tanh(h @ W2 + b2)")
            .replace("W2 = ", "b2 = param(zeros(1))\nW2 = ");

    static AbstractButton button(Workbench bench, String name) {
        return (AbstractButton) part(bench.training().page(), name);
    }

    @Test
    void features_are_put_in_and_out_at_the_press_of_a_button_and_taken_back() throws Exception {
        on(DEEP, (bench, controller) -> {
            AbstractButton product = button(bench, "train.feature.product");
            assertThat(product.isSelected()).isFalse();
            product.doClick();
            assertThat(bench.controller().scene().draft().text())
                    .contains("F = concat([X[:, 0:1], X[:, 1:2], X[:, 0:1] * X[:, 1:2]], axis=1)", "xavier(3, 3")
                    .contains("F @ W1");
            assertThat(product.isSelected()).isTrue();
            controller.oneEpoch();
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.READY);
            bench.commands().get("undo").actionPerformed(null);
            assertThat(bench.controller().scene().draft().text()).isEqualTo(DEEP);
            assertThat(product.isSelected()).isFalse();
            button(bench, "train.feature.x1").doClick();
            assertThat(button(bench, "train.feature.x2").isEnabled()).isFalse();
            assertThat(button(bench, "train.feature.x2").getToolTipText()).contains("at least one");
        });
    }

    @Test
    void a_layer_is_added_by_a_plain_plus_that_says_its_name() throws Exception {
        on(DEEP, (bench, controller) -> {
            AbstractButton add = button(bench, "train.layer.0.add");
            assertThat(add.getText()).isEqualTo("+");
            assertThat(add.getAccessibleContext().getAccessibleName()).isEqualTo("Another layer behind h");
        });
    }
}
