package chainstep.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Start;
import chainstep.ui.Tasks;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceViewTest {
    private static final String TEXT = "x = input(2)\nw = param(3)\nE = (w * x)**2\nminimize(E, sgd(lr=0.1))\n";
    private static final int NEVER = 1_000_000;

    private final DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
    private SourceView view;
    private SourceText text;

    private void on(String source, Runnable test) throws InterruptedException, InvocationTargetException {
        EventQueue.invokeAndWait(() -> {
            view = new SourceView(controller, NEVER);
            text = (SourceText) ((javax.swing.JScrollPane) view.getComponent(0))
                    .getViewport()
                    .getView();
            controller.add(view);
            controller.open(Draft.of(Path.of("a.chain"), source));
            test.run();
        });
    }

    @Test
    void the_line_that_is_now_has_an_arrow() throws Exception {
        on(TEXT, () -> {
            controller.step();
            assertThat(view.dump()).contains(" →3 E = (w * x)**2");
        });
    }

    @Test
    void a_text_begun_over_another_is_seen_from_its_beginning() throws Exception {
        String broad = "x = input(2, label=\"" + "a long name ".repeat(40) + "\")\n";
        on(TEXT, () -> {
            Seen.painted(view, 300, 200);
            for (String next : List.of(TEXT.repeat(9) + broad, broad.repeat(30), TEXT + broad.repeat(20))) {
                text.setCaretPosition(text.getDocument().getLength());
                text.scrollRectToVisible(new Rectangle(2000, 300, 1, 1));
                controller.open(Draft.unsaved(next).unkept());
                Seen.painted(view, 300, 200);
                assertThat(text.getText()).isEqualTo(next);
                assertThat(text.getCaretPosition()).isZero();
                assertThat(text.getVisibleRect().getLocation()).isEqualTo(new Point(0, 0));
            }
        });
    }

    @Test
    void breakpoints_stand_beside_their_lines() throws Exception {
        on(TEXT, () -> {
            controller.stops().toggle(3);
            assertThat(view.dump()).contains("● 3 E");
            controller.stops().toggle(3);
            assertThat(view.dump()).doesNotContain("●");
        });
    }

    @Test
    void typing_runs_the_text_again_with_the_cursor_kept() throws Exception {
        on(TEXT, () -> {
            controller.step();
            text.replaceRange("5", text.getText().indexOf('3'), text.getText().indexOf('3') + 1);
            view.commit();
            assertThat(controller.scene().draft().text()).isEqualTo(TEXT.replace("param(3)", "param(5)"));
            assertThat(controller.scene().sitting().orElseThrow().state().line())
                    .isEqualTo(3);
        });
    }

    @Test
    void a_wrong_line_says_why_in_the_users_language() throws Exception {
        on(TEXT.replace("w * x", "w * y"), () -> {
            assertThat(view.dump()).contains("3 E = (w * y)**2\n  ! ").contains("“y”");
            String english = view.dump();
            controller.settings(Settings.FIRST.in(Locale.CHINESE));
            assertThat(view.dump()).isNotEqualTo(english).contains("“y”");
        });
    }

    @Test
    void a_change_made_elsewhere_can_be_undone_and_done_again() throws Exception {
        on(TEXT, () -> {
            String other = TEXT.replace("input(2)", "input(2.5)");
            controller.edit(other);
            assertThat(text.getText()).isEqualTo(other);
            view.undo();
            assertThat(controller.scene().draft().text()).isEqualTo(TEXT);
            assertThat(view.canUndo()).isFalse();
            view.redo();
            assertThat(controller.scene().draft().text()).isEqualTo(other);
        });
    }

    @Test
    void changes_of_one_number_are_undone_together_and_others_apart() throws Exception {
        on(TEXT, () -> {
            controller.edit(TEXT.replace("param(3)", "param(4.1)"));
            controller.edit(TEXT.replace("param(3)", "param(5.25)"));
            controller.edit(TEXT.replace("param(3)", "param(5.25)").replace("lr=0.1", "lr=0.2"));
            view.undo();
            assertThat(text.getText()).contains("param(5.25)").contains("lr=0.1");
            view.undo();
            assertThat(text.getText()).isEqualTo(TEXT);
            assertThat(view.canUndo()).isFalse();
        });
    }

    @Test
    void letters_stand_as_close_in_the_lecture_hall_and_after_it_as_in_a_text_begun_so() throws Exception {
        on(TEXT, () -> {
            double desk = end();
            controller.settings(Settings.FIRST.projector(true));
            double hall = end();
            assertThat(hall).isGreaterThan(1.4 * desk);
            controller.settings(Settings.FIRST);
            assertThat(end()).isEqualTo(desk);
            controller.settings(Settings.FIRST.projector(true));
            assertThat(end()).isEqualTo(hall);
        });
    }

    /** How far to the right the first line goes, once it is painted. */
    private double end() {
        chainstep.ui.Seen.painted(view, 500, 200);
        return text.spot(TEXT.indexOf('\n')).getMaxX();
    }

    @Test
    void what_is_being_typed_outlives_a_step() throws Exception {
        on(TEXT, () -> {
            text.append("# more");
            controller.step();
            assertThat(text.getText()).endsWith("# more");
            view.commit();
            assertThat(controller.scene().draft().text()).endsWith("# more");
        });
    }

    @Test
    void a_file_keeps_its_line_ends_and_its_mark() throws Exception {
        String windows = "\uFEFF" + TEXT.replace("\n", "\r\n");
        on(windows, () -> {
            assertThat(text.getText()).isEqualTo(TEXT);
            text.append("# end\n");
            view.commit();
            assertThat(controller.scene().draft().text()).isEqualTo(windows + "# end\r\n");
        });
    }

    @Test
    void a_file_with_line_ends_of_all_kinds_is_not_changed_by_looking_at_it() throws Exception {
        String mixed = TEXT.replaceFirst("\n", "\r\n");
        on(mixed, () -> {
            controller.stops().toggle(3);
            view.toggleBreakpoint();
            view.commit();
            assertThat(controller.scene().draft().isChanged()).isFalse();
        });
    }

    @Test
    void another_file_has_nothing_to_undo() throws Exception {
        on(TEXT, () -> {
            text.append("# typed");
            view.commit();
            controller.open(Draft.of(Path.of("b.chain"), "y = 1 + 2\n"));
            assertThat(text.getText()).isEqualTo("y = 1 + 2\n");
            assertThat(view.canUndo()).isFalse();
        });
    }

    @Test
    void names_and_words_are_proposed_with_what_they_are() throws Exception {
        on(TEXT, () -> {
            Completions completions = new Completions();
            completions.know(controller.scene().sitting().map(chainstep.ui.Sitting::model));
            assertThat(completions.beginning("w")).contains("warmup(lr, steps)");
            assertThat(completions.beginning("leaky")).containsExactly("leaky_relu(x, slope=0.01)");
        });
    }

    @Test
    void the_line_that_is_now_is_in_sight_of_a_text_just_opened() throws Exception {
        on(TEXT, () -> {
            view.setSize(200, 120);
            view.doLayout();
            controller.open(Draft.of(Path.of("long.chain"), "# line\n".repeat(80) + TEXT), Start.firstTerm());
        });
        EventQueue.invokeAndWait(() -> {
            javax.swing.JScrollPane scroll = (javax.swing.JScrollPane) view.getComponent(0);
            java.awt.Rectangle sight = scroll.getViewport().getViewRect();
            assertThat(text.area(83).getCenterY()).isBetween(sight.getMinY(), sight.getMaxY());
        });
    }

    @Test
    void a_line_clicked_picks_its_value_and_the_line_that_is_now_lets_go() throws Exception {
        on(TEXT, () -> {
            controller.step();
            click(2);
            assertThat(controller.scene().picked())
                    .contains(Picked.whole(controller
                            .scene()
                            .sitting()
                            .orElseThrow()
                            .model()
                            .names()
                            .get("w")));
            click(4);
            assertThat(controller.scene().picked()).isPresent();
            click(3);
            assertThat(controller.scene().picked()).isEmpty();
        });
    }

    private void click(int line) {
        text.setSize(400, 300);
        java.awt.Rectangle area = text.area(line);
        text.dispatchEvent(new MouseEvent(
                text,
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                area.x + 30,
                area.y + area.height / 2,
                1,
                false,
                MouseEvent.BUTTON1));
    }

    @Test
    void the_line_of_the_first_number_that_is_not_finite_is_pointed_at_once_it_is_computed() throws Exception {
        on("x = input(0)\ny = 2 * x\nz = log(y)\nE = z * z\n", () -> {
            controller.step();
            assertThat(view.dump()).doesNotContain("!");
            controller.step();
            assertThat(view.dump()).contains("3 z = log(y)\n  ! z = −∞: the first number that is not finite");
            controller.step();
            assertThat(view.dump()).containsOnlyOnce("!");
            controller.back();
            controller.back();
            assertThat(view.dump()).doesNotContain("!");
        });
    }

    /** A long text, laid out so that its step is in sight and its first lines are not. */
    private void onLong(Runnable test) throws Exception {
        on(TEXT, () -> {
            view.setSize(200, 120);
            view.doLayout();
            String text = "early = 1 + 2\n" + "# line\n".repeat(79) + TEXT;
            controller.open(Draft.of(Path.of("long.chain"), text), Start.firstTerm());
        });
        EventQueue.invokeAndWait(() -> {
            assertThat(inSight(83)).isTrue();
            assertThat(inSight(1)).isFalse();
            test.run();
        });
    }

    private boolean inSight(int line) {
        java.awt.Rectangle sight =
                ((javax.swing.JScrollPane) view.getComponent(0)).getViewport().getViewRect();
        return sight.contains(sight.getCenterX(), text.area(line).getCenterY());
    }

    private Picked named(String name) {
        return Picked.whole(
                controller.scene().sitting().orElseThrow().model().names().get(name));
    }

    private int now() {
        return controller.scene().sitting().orElseThrow().state().line();
    }

    @Test
    void the_line_of_what_is_picked_elsewhere_comes_in_sight_and_after_it_the_one_that_is_now() throws Exception {
        onLong(() -> {
            controller.pick(Optional.of(named("early")));
            assertThat(inSight(1)).isTrue();
            text.setSize(text.getPreferredSize());
            java.awt.image.BufferedImage picture = chainstep.ui.Seen.painted(text, 200, 2000);
            assertThat(picture.getRGB(195, (int) text.area(1).getCenterY()) & 0xFFFFFF)
                    .isEqualTo(Palette.of(Theme.LIGHT).get(Hue.VALUE_GROUND).getRGB() & 0xFFFFFF);
            controller.step();
            assertThat(inSight(1)).isFalse();
            assertThat(inSight(now())).isTrue();
        });
    }

    @Test
    void the_caret_stays_in_sight_while_one_types_far_from_the_line_that_is_now() throws Exception {
        onLong(() -> {
            view.go(1);
            assertThat(inSight(1)).isTrue();
            text.replaceSelection("\n");
            view.commit();
            assertThat(now()).isEqualTo(84);
            assertThat(inSight(2)).isTrue();
            view.undo();
            assertThat(now()).isEqualTo(83);
            assertThat(inSight(1)).isTrue();
            controller.step();
            assertThat(inSight(now())).isTrue();
        });
        EventQueue.invokeAndWait(() -> assertThat(inSight(1)).isFalse());
    }

    @Test
    void the_line_that_is_now_stays_in_sight_when_other_lines_are_written_anew_and_back() throws Exception {
        onLong(() -> {
            String text = controller.scene().draft().text();
            controller.edit(text.replace("early = 1", "early = 7") + "# end\n".repeat(90));
        });
        EventQueue.invokeAndWait(() -> {
            assertThat(inSight(now())).isTrue();
            view.undo();
        });
        EventQueue.invokeAndWait(() -> assertThat(inSight(now())).isTrue());
    }

    @Test
    void the_line_with_the_caret_is_picked_by_a_key_as_by_a_click() throws Exception {
        on(TEXT, () -> {
            controller.step();
            view.go(2);
            assertThat(view.canPick()).isTrue();
            view.pick();
            assertThat(controller.scene().picked()).contains(named("w"));
            view.go(3);
            view.pick();
            assertThat(controller.scene().picked()).isEmpty();
            view.go(5);
            assertThat(view.canPick()).isFalse();
        });
    }

    @Test
    void now_and_breakpoints_stay_on_their_lines_while_the_text_cannot_be_run() throws Exception {
        on(TEXT, () -> {
            controller.step();
            controller.stops().toggle(3);
            controller.edit("foo =\n\n" + TEXT);
            assertThat(controller.scene().draft().troubles()).isNotEmpty();
            assertThat(view.dump()).contains("●→5 E = (w * x)**2");
            text.getCaret().setDot(text.offset(5, 1));
            view.toggleBreakpoint();
            assertThat(view.dump()).contains(" →5 E = (w * x)**2");
        });
    }
}
