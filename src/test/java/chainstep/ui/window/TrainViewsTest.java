package chainstep.ui.window;

import static chainstep.ui.window.TrainingTest.CLOUDS;
import static chainstep.ui.window.TrainingTest.DEEP;
import static chainstep.ui.window.TrainingTest.button;
import static chainstep.ui.window.TrainingTest.field;
import static chainstep.ui.window.TrainingTest.on;
import static chainstep.ui.window.TrainingTest.part;
import static chainstep.ui.window.TrainingTest.state;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Draft;
import chainstep.ui.Page;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.train.TrainScene;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** What stands on the Train page beside the training itself. */
class TrainViewsTest {
    @Test
    void runs_are_kept_through_resets_named_by_what_is_different_and_let_go_of() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            assertThat(controller.scene().compares()).isFalse();
            controller.toEpoch(2);
            controller.reset();
            assertThat(runs(bench)).containsExactly("same settings");
            controller.toEpoch(2);
            bench.controller().edit(CLOUDS.replace("lr=0.02", "lr=0.1").replace("batch=10", "batch=20"));
            controller.toEpoch(2);
            controller.reset();
            assertThat(state(controller).iteration()).isZero();
            assertThat(runs(bench)).containsExactly("lr 0.02, batch 10", "lr 0.02, batch 10", "lr 0.1, batch 20");
            button(bench, "train.run.1.forget").doClick();
            assertThat(runs(bench)).containsExactly("lr 0.02, batch 10", "lr 0.1, batch 20");
            button(bench, "train.runs.clear").doClick();
            assertThat(controller.scene().compares()).isFalse();
            assertThat(runs(bench)).isEmpty();
        });
    }

    @Test
    void six_runs_are_kept_the_oldest_goes_first() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            for (int k = 1; k <= 8; k++) {
                controller.toEpoch(1);
                bench.controller().edit(CLOUDS.replace("lr=0.02", "lr=0.0" + (k + 2)));
            }
            assertThat(runs(bench)).hasSize(6).startsWith("lr 0.04").endsWith("lr 0.09");
            assertThat(button(bench, "train.run.0.forget").getToolTipText()).isEqualTo("Let go of the run lr 0.08");
        });
    }

    @Test
    void runs_of_another_model_or_engine_say_so() throws Exception {
        on(DEEP, (bench, controller) -> {
            controller.toEpoch(1);
            controller.engine("ejml");
            assertThat(runs(bench)).containsExactly("Engine JVM · float64");
            button(bench, "train.runs.clear").doClick();
            controller.engine("jvm");
            controller.toEpoch(1);
            controller.reset();
            button(bench, "train.runs.clear").doClick();
            controller.toEpoch(1);
            button(bench, "train.layer.0.more").doClick();
            assertThat(runs(bench)).containsExactly("Layers 3 tanh–1 tanh");
            bench.controller().open(Draft.of(Path.of("other.chain"), DEEP));
            assertThat(controller.scene().compares()).isFalse();
        });
    }

    private static List<String> runs(Workbench bench) {
        List<String> names = new ArrayList<>();
        for (Component part : ((Container) part(bench.training().page(), "train.runs")).getComponents()) {
            if (part instanceof JLabel label && label.getToolTipText() != null) {
                names.add(label.getToolTipText());
            }
        }
        return names;
    }

    @Test
    void weights_and_what_units_say_are_shown_as_they_are_spread_now() throws Exception {
        on(DEEP, (bench, controller) -> {
            JComboBox<?> choice = (JComboBox<?>) part(bench.training().page(), "train.layers");
            choice.setSelectedIndex(1);
            String first = spread(bench, "train.weights");
            assertThat(first).contains("W1: 6 numbers", "b1: 3 numbers from 0 to", "W2: 3 numbers", "b2: 1 number");
            controller.oneEpoch();
            assertThat(spread(bench, "train.weights")).contains("W1: 6 numbers").isNotEqualTo(first);
            choice.setSelectedIndex(2);
            assertThat(spread(bench, "train.values"))
                    .contains("h: 12288 numbers", "y: 4096 numbers")
                    .doesNotContain("X:");
        });
    }

    private static String spread(Workbench bench, String name) {
        return part(bench.training().page(), name).getAccessibleContext().getAccessibleDescription();
    }

    @Test
    void training_stops_where_the_validation_loss_has_not_fallen_for_so_many_epochs() throws Exception {
        String text = CLOUDS.replace("lr=0.02", "lr=0.3")
                .replace("noise=0.1", "noise=0.5")
                .replace("epochs=5,", "epochs=400, patience=3,");
        on(text, (bench, controller) -> {
            controller.start();
            assertThat(state(controller).iteration()).isBetween(18L, 2399L);
            assertThat(controller.scene().said().orElseThrow().phrase().in(Locale.ENGLISH))
                    .startsWith("Stopped early after");
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.READY);
        });
    }

    @Test
    void schedule_patience_start_and_penalties_are_written_into_the_source() throws Exception {
        on(CLOUDS, (bench, controller) -> {
            pick(bench, "train.field.schedule", "cosine");
            field(bench, "train.field.patience", "7");
            pick(bench, "train.field.initialiser", "he");
            pick(bench, "train.field.l2", "0.01");
            field(bench, "train.field.clip", "5");
            field(bench, "train.field.seed", "9");
            assertThat(bench.controller().scene().draft().text())
                    .contains(
                            "cosine(0.02, total=30)", "patience=7", "he(2, 3, seed=1)", "l2=0.01", "clip=5", "seed=9");
            assertThat(controller.scene().kind()).isEqualTo(TrainScene.Kind.READY);
        });
    }

    private static void pick(Workbench bench, String name, String value) {
        ((JComboBox<?>) part(bench.training().page(), name)).setSelectedItem(value);
    }

    @Test
    void a_narrow_window_has_the_settings_one_button_away_and_cuts_nothing_off() throws Exception {
        for (int[] size : new int[][] {{800, 500}, {1000, 700}, {1280, 800}, {1600, 1000}}) {
            for (boolean projector : new boolean[] {false, true}) {
                EventQueue.invokeAndWait(() -> {
                    Workbench bench = Benches.of(Settings.FIRST.projector(projector));
                    bench.controller().open(Draft.unsaved(DEEP));
                    bench.turn(Page.TRAIN);
                    controls(bench, size[0], size[1]);
                });
            }
        }
    }

    private static void controls(Workbench bench, int width, int height) {
        Container page = bench.training().page();
        Seen.painted(bench.content(), width, height);
        AbstractButton fold = (AbstractButton) part(page, "train.fold.settings");
        if (fold.isVisible()) {
            assertInside(fold, page);
            fold.doClick();
            Seen.painted(bench.content(), width, height);
        }
        for (String name : List.of("train.field.data", "train.field.clip", "train.layer.0.remove", "train.layers")) {
            assertInside((JComponent) part(page, name), page);
        }
    }

    /** Whether all of a part's width is in the page and in what it scrolls in. */
    private static void assertInside(JComponent part, Container page) {
        JComponent port = (JComponent) SwingUtilities.getAncestorOfClass(JViewport.class, part);
        Container around = port == null ? page : port;
        Rectangle place = SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), around);
        assertThat(SwingUtilities.isDescendingFrom(part, page))
                .as(part.getName())
                .isTrue();
        assertThat(part.getWidth()).as(part.getName()).isPositive();
        assertThat(place.x).as(part.getName()).isNotNegative();
        assertThat(place.x + place.width).as(part.getName()).isLessThanOrEqualTo(around.getWidth());
    }
}
