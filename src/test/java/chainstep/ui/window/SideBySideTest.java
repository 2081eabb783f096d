package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Page;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.homework.HomeworkController;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.Action;
import org.junit.jupiter.api.Test;

/** A wrong answer opened in the debugger: how it is beside how it was done. */
class SideBySideTest {
    private static final String MODEL = String.join(
            "\n",
            "x = input([1, 2])",
            "W = param([[0.5, 0.25], [0.75, 1]])",
            "V = param([[2, 3], [4, 5]])",
            "h = W @ x",
            "z = V @ h",
            "E = 0.5 * sum(z**2)",
            "minimize(E, sgd(lr=0.1))",
            "ask(h[0])",
            "ask(grad(h)[0])",
            "");
    private static final int GRADIENT = 1;

    private static void on(Settings settings, Consumer<Workbench> test) throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = Benches.of(settings);
            bench.controller().open(Stage.ofText(MODEL, settings).scene().draft());
            bench.turn(Page.HOMEWORK);
            HomeworkController homework = bench.homework().controller();
            homework.look(GRADIENT);
            // 10.25 · 2, where 17.75 · 4 comes in too
            homework.type(GRADIENT, "20.5");
            homework.check();
            test.accept(bench);
        });
    }

    private static void press(Workbench bench, String command) {
        bench.commands().get(command).actionPerformed(new ActionEvent(bench, ActionEvent.ACTION_PERFORMED, command));
    }

    private static void consent(Workbench bench) {
        press(bench, "homework.debugger");
        assertThat(bench.isCovered()).isTrue();
        button(bench, "homework.consent.show").doClick();
    }

    private static AbstractButton button(Workbench bench, String name) {
        return Seen.parts(bench.content(), AbstractButton.class).stream()
                .filter(button -> name.equals(button.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static String told(Workbench bench) {
        return Seen.text(bench.part(Part.DERIVATION));
    }

    @Test
    void both_derivations_stand_beside_each_other_until_a_step() throws Exception {
        on(Settings.FIRST, bench -> {
            consent(bench);
            assertThat(told(bench)).contains("As it is", "As on the sheet (M08)", "20.5", "∂E/∂h₁ = ");
            press(bench, "step");
            assertThat(told(bench)).doesNotContain("As on the sheet").contains("∂E/∂");
        });
    }

    @Test
    void it_is_closed_by_its_link_and_speaks_chinese() throws Exception {
        on(Settings.FIRST.in(Locale.CHINESE), bench -> {
            consent(bench);
            assertThat(told(bench)).contains("正确的推导", "答卷上的推导（M08）");
            press(bench, "theme");
            assertThat(told(bench)).contains("正确的推导");
            Action escape =
                    Seen.part(bench.content(), DebugPage.class).getActionMap().get("escape");
            assertThat(escape.isEnabled()).isTrue();
            escape.actionPerformed(new ActionEvent(bench, ActionEvent.ACTION_PERFORMED, ""));
            assertThat(escape.isEnabled()).isFalse();
            assertThat(told(bench)).doesNotContain("答卷上的推导");
        });
    }

    @Test
    void to_see_the_step_is_to_have_it_revealed_and_not_to_is_to_leave_the_sheet() throws Exception {
        on(Settings.FIRST, bench -> {
            HomeworkController homework = bench.homework().controller();
            press(bench, "homework.debugger");
            button(bench, "homework.consent.not").doClick();
            assertThat(bench.isCovered()).isFalse();
            assertThat(homework.scene().paper().line(GRADIENT).revealed()).isFalse();
            consent(bench);
            assertThat(homework.scene().paper().line(GRADIENT).revealed()).isTrue();
            assertThat(homework.scene().earned(GRADIENT).signum()).isZero();
        });
    }

    @Test
    void a_right_answer_has_no_secret_to_tell() throws Exception {
        on(Settings.FIRST, bench -> {
            HomeworkController homework = bench.homework().controller();
            homework.type(GRADIENT, "91.5");
            homework.check();
            press(bench, "homework.debugger");
            assertThat(bench.isCovered()).isFalse();
            assertThat(homework.scene().paper().line(GRADIENT).revealed()).isFalse();
        });
    }
}
