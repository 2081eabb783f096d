package chainstep.ui.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Stage;
import chainstep.ui.Tasks;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import chainstep.words.Phrase;
import java.awt.Color;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static StatusBar bar(DebugController controller) {
        StatusBar bar = new StatusBar(controller);
        controller.add(bar);
        return bar;
    }

    private static FactsView facts(DebugController controller) {
        FactsView facts = new FactsView(Tasks.atOnce());
        controller.add(facts);
        return facts;
    }

    @Test
    void the_line_below_counts_values_and_parameters() {
        StatusBar bar = bar(Stage.of("mazur"));
        assertThat(Seen.texts(bar))
                .contains("● CPU · EJML float64 exact", "11 values · 8 parameters", "mazur.chain saved");
        assertThat(Seen.painted(bar, 1200, 28)).isNotNull();
    }

    @Test
    void it_says_what_is_wrong_in_one_line_and_what_is_not_saved() {
        DebugController controller = Stage.of("mazur", Settings.FIRST);
        StatusBar bar = bar(controller);
        controller.edit(controller.scene().draft().text().replace("sigmoid(z1)", "sigmiod(z1)"));
        assertThat(Seen.text(bar)).contains("line 11: ", "sigmiod", "mazur.chain · not saved");
        controller.settings(Settings.FIRST.in(Locale.CHINESE));
        assertThat(Seen.text(bar)).contains("第 11 行：", "未保存");
    }

    @Test
    void it_says_why_a_run_stands_where_it_does() {
        DebugController controller = Stage.of("mazur", Settings.FIRST);
        StatusBar bar = bar(controller);
        controller.edit("w = param(2)\nE = w**2\nminimize(E)\n");
        controller.jump(0, 1_000);
        controller.step();
        assertThat(Seen.text(bar)).contains("The run ends here, after 1 iteration: ");
        controller.restart();
        assertThat(Seen.text(bar)).doesNotContain("ends here");
        controller.stops().add("E");
        controller.continueRun();
        assertThat(Seen.text(bar)).contains("Stopped at the breakpoint: E");
        controller.settings(Settings.FIRST.in(Locale.CHINESE));
        assertThat(Seen.text(bar)).contains("停在断点：E");
    }

    @Test
    void a_message_is_said_in_the_language_of_the_moment() {
        DebugController controller = Stage.of("mazur", Settings.FIRST.in(Locale.CHINESE));
        StatusBar bar = bar(controller);
        controller.say(Phrase.of("ui", "busy.running"));
        assertThat(Seen.text(bar)).contains("正在运行");
        assertThat(Seen.part(bar, JButton.class).isVisible()).isFalse();
    }

    @Test
    void a_message_without_room_ends_in_dots_and_is_told_whole_under_the_pointer() {
        DebugController controller = Stage.of("mazur");
        StatusBar bar = bar(controller);
        controller.say(Phrase.of("ui", "number.wrong", "a text of great length ".repeat(8)));
        Seen.painted(bar, 800, 28);
        JLabel message = Seen.parts(bar, JLabel.class).stream()
                .filter(label -> label.getText().contains("great length"))
                .findFirst()
                .orElseThrow();
        assertThat(message.getWidth()).isLessThan(message.getPreferredSize().width);
        assertThat(message.getHeight()).isEqualTo(message.getPreferredSize().height);
        assertThat(message.getY() + message.getHeight() / 2)
                .isCloseTo(message.getParent().getHeight() / 2, within(1));
        assertThat(message.getX() + message.getWidth())
                .isLessThanOrEqualTo(message.getParent().getWidth());
        assertThat(message.getToolTipText()).isEqualTo(message.getText());
    }

    @Test
    void what_was_said_is_not_said_any_more_once_something_else_is_picked() {
        DebugController controller = Stage.of("mazur");
        StatusBar bar = bar(controller);
        controller.say(Phrase.of("ui", "change.stale"));
        assertThat(Seen.text(bar)).contains("cannot be run");
        controller.pick(Optional.of(Picked.whole(0)));
        assertThat(Seen.text(bar)).doesNotContain("cannot be run");
        assertThat(controller.scene().picked()).contains(Picked.whole(0));
    }

    @Test
    void where_there_is_little_room_the_loss_is_told_whole() {
        DebugController controller = Stage.of("mazur");
        FactsView facts = facts(controller);
        controller.endOfPhase();
        int full = facts.getPreferredSize().width;
        for (int width = full + 20; width > 110; width -= 10) {
            Seen.painted(facts, width, 30);
            assertThat(Seen.text(facts)).contains("loss 0.298371");
            assertThat(facts.getComponent(0).getX()).isNotNegative();
            assertThat(facts.getComponent(0).getPreferredSize().width).isLessThanOrEqualTo(width);
            assertThat(Seen.text(facts).contains("gradient check")).isEqualTo(width >= full);
        }
        assertThat(facts.getPreferredSize().width).isEqualTo(full);
    }

    @Test
    void the_facts_are_those_of_the_cursor() {
        DebugController controller = Stage.of("mazur");
        FactsView facts = facts(controller);
        assertThat(Seen.text(facts)).matches("iteration 0 loss not yet gradient check ✓ \\de?.*");
        controller.endOfPhase();
        assertThat(Seen.text(facts)).startsWith("iteration 0 loss 0.298371 gradient check ✓ ");
        controller.jump(1, controller.scene().sitting().orElseThrow().state().count() - 1);
        assertThat(Seen.text(facts)).startsWith("iteration 1 loss 0.2910");
        assertThat(facts(new DebugController(Tasks.atOnce(), Settings.FIRST)).getComponentCount())
                .isZero();
    }

    @Test
    void the_first_number_that_is_not_finite_is_told_with_its_line_once_it_is_computed() {
        DebugController controller = Stage.of("exploding_gradient");
        StatusBar bar = bar(controller);
        controller.jump(4, 0);
        assertThat(Seen.text(bar)).doesNotContain("not finite");
        controller.jump(4, 3);
        assertThat(Seen.text(bar)).contains("h2₁ = ∞ on line 11: the first number that is not finite");
        controller.settings(Settings.FIRST.in(Locale.CHINESE));
        assertThat(Seen.text(bar)).contains("第 11 行的 h2₁ = ∞：第一个不是有限数的值");
        controller.jump(3, 3);
        assertThat(Seen.text(bar)).doesNotContain("有限");
    }

    @Test
    void the_breakpoint_on_an_exploding_gradient_stops_before_anything_is_infinite() {
        DebugController controller = Stage.of("exploding_gradient");
        StatusBar bar = bar(controller);
        controller.continueRun();
        assertThat(controller.scene().sitting().orElseThrow().state().iteration())
                .isEqualTo(1);
        assertThat(Seen.text(bar)).doesNotContain("not finite");
        controller.stops().toggle(new chainstep.debug.Breakpoint.OnNotFinite());
        controller.continueRun();
        controller.continueRun();
        controller.continueRun();
        assertThat(controller.scene().sitting().orElseThrow().state().line()).isEqualTo(11);
        assertThat(Seen.text(bar)).contains("h2₁ = ∞ on line 11");
    }

    @Test
    void a_run_of_an_older_text_is_called_that_and_source_is_quoted_as_all_else() {
        DebugController controller = Stage.of("mazur");
        StatusBar bar = bar(controller);
        controller.edit(controller.scene().draft().text() + "y = sigmiod(h)\n");
        controller.continueRun();
        assertThat(Seen.text(bar))
                .contains("Run of the last text that worked", "“sigmiod”")
                .doesNotContain("`");
    }

    @Test
    void what_went_wrong_is_red_and_what_was_done_is_not() {
        DebugController controller = Stage.of("mazur");
        StatusBar bar = bar(controller);
        Palette palette = Palette.of(Theme.LIGHT);
        controller.complain(Phrase.of("ui", "change.stale"));
        assertThat(ink(bar, "cannot be run")).isEqualTo(palette.get(Hue.WRONG));
        controller.say(Phrase.of("ui", "file.saved", "a.chain"));
        assertThat(ink(bar, "a.chain saved")).isEqualTo(palette.get(Hue.TEXT));
    }

    @Test
    void an_emptied_text_is_told_as_what_it_is_and_not_by_the_error_before() {
        DebugController controller = Stage.of("mazur");
        StatusBar bar = bar(controller);
        controller.edit("x = (");
        assertThat(Seen.text(bar)).contains("line 1: ");
        controller.edit("");
        assertThat(Seen.text(bar)).doesNotContain("line 1").contains("computes nothing: what is seen is its last run");
    }

    private static Color ink(StatusBar bar, String words) {
        return Seen.parts(bar, JLabel.class).stream()
                .filter(label -> label.getText().contains(words))
                .findFirst()
                .orElseThrow()
                .getForeground();
    }
}
