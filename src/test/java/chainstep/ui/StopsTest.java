package chainstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Breakpoint;
import chainstep.debug.PlaceText;
import chainstep.debug.Stop;
import chainstep.debug.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StopsTest {
    private static final String TEXT = """
            x = input(2)
            w = param(3)
            E = (w * x - 1)**2
            minimize(E, sgd(lr=0.01))
            breakpoint(when="E < 1")
            """;

    private final DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);

    StopsTest() {
        controller.open(Draft.of(Path.of("a.chain"), TEXT));
    }

    private Sitting sitting() {
        return controller.scene().sitting().orElseThrow();
    }

    private List<String> places() {
        return sitting().breakpoints().stream()
                .map(breakpoint -> (breakpoint.enabled() ? "" : "off ")
                        + PlaceText.notation(
                                breakpoint.place(), sitting().model().program()))
                .toList();
    }

    private List<String> watches() {
        return sitting().state().watches().stream()
                .map(seen -> seen.watch().measure().text())
                .toList();
    }

    @Test
    void every_notation_is_read_and_written_back() {
        List<String> texts =
                List.of("3", "E", "grad(w)", "nan", "if norm(grad(w)) > 10", "3 if E > 1", "norm(grad(w))");
        texts.forEach(controller.stops()::add);
        assertThat(places())
                .containsExactly(
                        "if E < 1", "3", "E", "grad(w)", "nan", "if norm(grad(w)) > 10", "3 if E > 1", "norm(grad(w))");
    }

    @Test
    void what_is_no_place_is_told() {
        controller.stops().add("99");
        assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                .isEqualTo("line 99 computes nothing");
        controller.stops().add("nothing > 1");
        assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                .contains("nothing");
        assertThat(places()).hasSize(1);
    }

    @Test
    void a_breakpoint_goes_with_its_value_where_many_lines_are_written_anew() {
        controller.stops().add("3");
        controller.edit("# one\nx = input(2)\nw = param(3)\nv = param(1)\nh = v * x\nE = (w * h - 1)**2\n");
        assertThat(places()).contains("6").doesNotContain("3");
        controller.edit(TEXT);
        assertThat(places()).contains("3");
    }

    @Test
    void a_breakpoint_stops_a_run_until_it_is_switched_off() {
        controller.stops().add("grad(w)");
        int id = sitting().breakpoints().get(1).id();
        controller.continueRun();
        assertThat(sitting().state().stop()).isInstanceOf(Stop.Hit.class);
        assertThat(sitting().state().iteration()).isZero();
        controller.stops().enable(id, false);
        controller.continueRun();
        assertThat(sitting().state().iteration()).isPositive();
        controller.stops().remove(id);
        assertThat(places()).containsExactly("if E < 1");
    }

    @Test
    void an_edit_keeps_breakpoints_and_watches_as_they_are() {
        controller.stops().add("grad(w)");
        controller.stops().add("if w > 2");
        controller.stops().toggle(3);
        controller.stops().watch("norm(grad(w))");
        controller.stops().enable(sitting().breakpoints().get(1).id(), false);
        controller.edit("# a new line\n" + TEXT.replace("param(3)", "param(4)"));
        assertThat(places()).containsExactly("if E < 1", "off grad(w)", "if w > 2", "4");
        assertThat(watches()).containsExactly("norm(grad(w))");
        assertThat(controller.scene().message()).isEmpty();
    }

    @Test
    void what_an_edit_left_no_place_for_is_told() {
        controller.stops().add("if w > 2");
        controller.stops().watch("grad(w)");
        controller.edit(TEXT.replace("w ", "v "));
        assertThat(places()).containsExactly("if E < 1");
        assertThat(watches()).isEmpty();
        assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                .contains("if w > 2")
                .contains("grad(w)");
    }

    @Test
    void a_breakpoint_of_the_file_that_was_removed_stays_away() {
        controller.stops().remove(sitting().breakpoints().get(0).id());
        controller.edit(TEXT.replace("param(3)", "param(4)"));
        assertThat(places()).isEmpty();
    }

    @Test
    void the_history_of_a_watch_is_what_the_core_computed() {
        controller.stops().watch("E");
        controller.depth(chainstep.debug.Depth.ITERATION);
        controller.step();
        controller.step();
        Watch watch = sitting().state().watches().get(0).watch();
        List<Stops.History> told = new ArrayList<>();
        controller.stops().history(watch, told::add);
        assertThat(told.get(0).from()).isZero();
        assertThat(told.get(0).values()).hasSize(2);
        assertThat(told.get(0).values().get(0).item()).isEqualTo(25);
        assertThat(told.get(0).values().get(1))
                .isEqualTo(((Watch.Known) sitting().state().watches().get(0).sight()).value());
    }

    @Test
    void a_number_is_changed_in_the_source_and_the_cursor_kept() {
        controller.step();
        int w = sitting().model().names().get("w");
        controller.change(w, 0, 0.75);
        assertThat(controller.scene().draft().text()).isEqualTo(TEXT.replace("param(3)", "param(0.75)"));
        assertThat(sitting().state().line()).isEqualTo(3);
        assertThat(sitting().state().trace().value(w).item()).isEqualTo(0.75);
        controller.change(sitting().model().names().get("E"), 0, 1);
        assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                .contains("`E`");
    }

    @Test
    void a_number_is_not_changed_under_a_text_that_cannot_be_run() {
        String broken = TEXT.replace("w * x", "w * y");
        controller.edit(broken);
        controller.change(sitting().model().names().get("w"), 0, 0.75);
        assertThat(controller.scene().draft().text()).isEqualTo(broken);
        assertThat(controller.scene().message()).isPresent();
    }

    @Test
    void who_wrote_a_number_is_told_with_what_it_was_made_of() {
        List<Double> from = new ArrayList<>();
        controller.step();
        controller.why(
                0,
                sitting().model().names().get("E"),
                0,
                cause -> cause.from().forEach(scalar -> from.add(scalar.value())));
        assertThat(from).containsExactly(5.0);
    }

    @Test
    void lines_after_a_change_move_and_those_before_it_stay() {
        LineShift shift = LineShift.between("a\nb\nc\nd", "a\nx\ny\nc\nd");
        assertThat(List.of(shift.line(1), shift.line(3), shift.line(4))).containsExactly(1, 4, 5);
        assertThat(LineShift.between("a\nb", "a\nb\nc").line(2)).isEqualTo(2);
        assertThat(LineShift.between("a\nb\nc", "a\nc").line(3)).isEqualTo(2);
    }

    @Test
    void a_breakpoint_on_a_line_is_taken_where_one_is() {
        controller.stops().toggle(3);
        assertThat(sitting().breakpoints()).map(Breakpoint::place).contains(new Breakpoint.OnLine(3));
        controller.stops().toggle(3);
        assertThat(places()).hasSize(1);
    }
}
