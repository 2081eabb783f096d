package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.explain.Explainer;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.Tasks;
import chainstep.ui.file.Remembered;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digits that a user chooses are those of every number on the page, all from one node. */
class DigitsTest {
    @TempDir
    Path folder;

    private static Workbench bench(Remembered remembered) {
        Workbench bench = new Workbench(Tasks.atOnce(), Settings.FIRST, Picture.silent(), remembered, () -> {});
        bench.controller().open(Stage.of("mazur").scene().draft());
        bench.controller().endOfPhase();
        bench.controller().stops().watch("E");
        return bench;
    }

    private static void press(Workbench bench, String command) {
        bench.commands().get(command).actionPerformed(null);
    }

    /** What the table says of the loss when one points at it. */
    private static String variable(Workbench bench) {
        JTable table = Seen.part(bench.part(Part.VARIABLES), JTable.class);
        var cell = (javax.swing.JComponent) table.prepareRenderer(table.getCellRenderer(0, 2), 0, 2);
        return cell.getToolTipText();
    }

    @Test
    void all_numbers_change_at_once() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(Remembered.nothing());
            assertThat(variable(bench)).isEqualTo("0.298371");
            for (int more = 6; more < 9; more++) {
                press(bench, "digits.more");
            }
            DebugScene scene = bench.controller().scene();
            int loss = scene.sitting().orElseThrow().model().program().loss().orElseThrow();
            assertThat(scene.settings().digits()).isEqualTo(9);
            assertThat(variable(bench)).isEqualTo("0.298371109");
            assertThat(Seen.text(bench.content())).contains("0.298371109", "9 digits");
            bench.controller().pick(Optional.of(Picked.whole(loss)));
            assertThat(Seen.text(bench.part(Part.DERIVATION))).contains("0.298371109");
            press(bench, "digits.usual");
            assertThat(variable(bench)).isEqualTo("0.298371");
            assertThat(Seen.text(bench.content())).doesNotContain("0.298371109");
        });
    }

    @Test
    void a_derivation_is_written_to_as_many_digits_as_are_asked_for() {
        DebugScene scene = Stage.of("mazur").scene();
        Explainer six = scene.sitting().orElseThrow().explainer();
        var program = scene.sitting().orElseThrow().model().program();
        int gradient = program.gradient(
                        program.loss().orElseThrow(), program.named("h").orElseThrow())
                .orElseThrow();
        assertThat(six.step(gradient).shown().plain()).isEqualTo("[0.036350  0.041370]");
        assertThat(six.digits(10).step(gradient).shown().plain()).isEqualTo("[0.0363503064  0.0413703226]");
        assertThat(six.digits(3).step(gradient).numbers().latex()).contains("0.0364 \\\\ 0.0414", "0.138");
        assertThat(six.digits(10).digits(6).step(gradient)).isEqualTo(six.step(gradient));
        assertThat(six.digits(10)
                        .edges(gradient, 0)
                        .orElseThrow()
                        .rows()
                        .get(0)
                        .product()
                        .plain())
                .hasSize("0.0553994251".length());
    }

    @Test
    void a_large_number_has_no_more_digits_than_are_asked_for_and_is_the_same_everywhere() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(Remembered.nothing());
            bench.controller()
                    .open(Stage.of("worked/seedlink_remykarem_batch2").scene().draft());
            bench.controller().endOfPhase();
            int loss = bench.controller()
                    .scene()
                    .sitting()
                    .orElseThrow()
                    .model()
                    .program()
                    .loss()
                    .orElseThrow();
            bench.controller().pick(Optional.of(Picked.whole(loss)));
            assertThat(variable(bench)).isEqualTo("292.500");
            assertThat(Seen.text(bench.content())).contains("292.500").doesNotContain("292.5000");
        });
    }

    @Test
    void they_stay_within_what_a_number_has_and_are_kept() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(Remembered.in(folder));
            for (int more = 0; more < 20; more++) {
                press(bench, "digits.more");
            }
            assertThat(bench.controller().scene().settings().digits()).isEqualTo(17);
            assertThat(bench.commands().get("digits.more").isEnabled()).isFalse();
            bench.keep();
            assertThat(Remembered.in(folder).number("digits")).contains(17.0);
            for (int fewer = 0; fewer < 20; fewer++) {
                press(bench, "digits.fewer");
            }
            assertThat(bench.controller().scene().settings().digits()).isEqualTo(3);
            assertThat(bench.commands().get("digits.fewer").isEnabled()).isFalse();
        });
    }
}
