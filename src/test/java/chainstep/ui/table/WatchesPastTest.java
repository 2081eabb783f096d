package chainstep.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.debug.Watch;
import chainstep.math.Tensor;
import chainstep.ui.DebugController;
import chainstep.ui.Past;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Stage;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;

/** What watches were in the iterations before is seen in their rows, and is the core's. */
class WatchesPastTest {
    private static final int WIDTH = 284;

    private static DebugController watching(String... quantities) {
        DebugController controller = Stage.of("mazur");
        for (String quantity : quantities) {
            controller.stops().watch(quantity);
        }
        return controller;
    }

    private static Sitting sitting(DebugController controller) {
        return controller.scene().sitting().orElseThrow();
    }

    private static Watch watch(DebugController controller) {
        return sitting(controller).state().watches().get(0).watch();
    }

    private static List<Past> pasts(DebugController controller) {
        return List.copyOf(sitting(controller).pasts().values());
    }

    private static String tip(WatchesView view) {
        JTable table = Seen.part(view, JTable.class);
        return ((JComponent) table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0)).getToolTipText();
    }

    /** How many points between the text of the first row and its state are drawn on. */
    private static int drawn(WatchesView view, Theme theme) {
        BufferedImage image = Seen.painted(view, WIDTH, 120);
        int ground = Palette.of(theme).get(Hue.GROUND).getRGB();
        int points = 0;
        for (int x = 110; x < 190; x++) {
            for (int y = 2; y < 20; y++) {
                points += image.getRGB(x, y) == ground ? 0 : 1;
            }
        }
        return points;
    }

    @Test
    void the_past_is_drawn_in_its_row_once_there_are_two_iterations() throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                DebugController controller = Stage.of("mazur", new Settings(Locale.ENGLISH, theme, false));
                controller.stops().watch("E");
                WatchesView view = new WatchesView(controller);
                controller.add(view);
                controller.depth(Depth.ITERATION);
                controller.step();
                assertThat(pasts(controller)).isEmpty();
                assertThat(drawn(view, theme)).isZero();
                assertThat(tip(view)).isEqualTo("E   0.298371 · double click or Enter: its past, larger");
                controller.step();
                controller.step();
                assertThat(drawn(view, theme)).isGreaterThan(40);
                assertThat(tip(view)).contains("   iterations 0 to 2: from 0.298371 to 0.283");
                controller.restart();
                assertThat(pasts(controller)).isEmpty();
            }
        });
    }

    @Test
    void it_is_what_the_core_tells_wherever_one_jumps() {
        DebugController controller = watching("E", "W1");
        controller.jump(300, -1);
        List<Tensor> told = new ArrayList<>();
        controller.stops().history(watch(controller), history -> {
            assertThat(history.from()).isEqualTo(100);
            told.addAll(history.values());
        });
        Past past = sitting(controller).pasts().get(watch(controller).id());
        assertThat(past.from()).isEqualTo(260);
        assertThat(past.to()).isEqualTo(299);
        assertThat(past.lines())
                .containsExactly(
                        told.subList(160, 200).stream().map(Tensor::item).toList());
        assertThat(pasts(controller)).extracting(each -> each.lines().size()).containsExactlyInAnyOrder(1, 4);
        controller.endOfPhase();
        assertThat(sitting(controller).pasts().get(watch(controller).id()).to()).isEqualTo(300);
    }

    @Test
    void where_iterations_are_costly_it_is_what_one_came_by() {
        DebugController controller = Stage.ofText(
                "X = const(normal(150, 150, std=1, seed=1))\nw = param(0.01)\nE = sum((w * X @ X)**2)\n"
                        + "minimize(E, sgd(lr=1e-12))\n",
                Settings.FIRST);
        controller.stops().watch("E");
        controller.depth(Depth.ITERATION);
        assertThat(sitting(controller).state().program().points()).isGreaterThan(1_000_000);
        controller.jump(5, -1);
        assertThat(pasts(controller)).isEmpty();
        controller.step();
        assertThat(pasts(controller)).isEmpty();
        controller.step();
        assertThat(pasts(controller)).extracting(Past::from).containsExactly(5L);
    }

    @Test
    void one_iteration_is_told_in_words_where_there_is_no_line_to_draw() throws Exception {
        EventQueue.invokeAndWait(() -> {
            DebugController controller = watching("E");
            Dress dress = new Dress(Settings.FIRST);
            controller
                    .stops()
                    .history(
                            watch(controller),
                            none -> assertThat(new HistoryPlot(dress, none, 0).dump())
                                    .isEqualTo("no iteration has come to it yet\n"));
            controller.endOfPhase();
            controller.stops().history(watch(controller), one -> {
                HistoryPlot plot = new HistoryPlot(dress, one, 0);
                assertThat(plot.dump()).isEqualTo("only iteration 0 so far: 0.298371\n");
                BufferedImage image = Seen.painted(plot, 280, 120);
                assertThat(Seen.has(image, Palette.of(Theme.LIGHT).get(Hue.TEXT)))
                        .as("a line of one point")
                        .isFalse();
            });
        });
    }
}
