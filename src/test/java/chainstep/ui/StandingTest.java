package chainstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Breakpoint;
import chainstep.debug.Depth;
import chainstep.graph.Program;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set in a run is written down, read, and set again. */
class StandingTest {
    private static final String TEXT =
            "w = param([1, 2])\nE = sum(w**2)\nminimize(E, sgd(lr=0.1))\nbreakpoint(when=\"E > 100\")\n";

    private static Standing standing(DebugController controller) {
        return Standing.of(controller.scene().sitting().orElseThrow());
    }

    private static DebugController open(Start start) {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved(TEXT), start);
        return controller;
    }

    @Test
    void what_is_written_is_read_again() {
        Standing all = new Standing(
                Depth.ELEMENT,
                7,
                12,
                OptionalInt.of(3),
                List.of(new Standing.Kept("2 if E > 1", false, 5), new Standing.Kept("nan", true, 1)),
                List.of("norm(grad(w))", "E"));
        assertThat(Standing.read(all.text())).contains(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"depth", "depth NEURON", "cursor 1", "cursor a b", "break on 1", "break on x 2", "other thing"})
    void what_is_damaged_is_not_read(String text) {
        assertThat(Standing.read(text)).isEmpty();
    }

    @Test
    void the_breakpoints_are_those_that_were_left_not_those_of_the_text() {
        DebugController before = open(Start.BEGINNING);
        before.stops().remove(1);
        before.stops().toggle(2);
        before.depth(Depth.ELEMENT);
        before.jump(2, 1);
        Standing left = standing(before);
        assertThat(left.breakpoints()).containsExactly(new Standing.Kept("2", true, 1));
        assertThat(standing(open(Standing.read(left.text()).orElseThrow()))).isEqualTo(left);
    }

    @Test
    void a_breakpoint_on_a_term_without_a_name_is_kept_and_told_where_it_is_gone() {
        DebugController before = open(Start.BEGINNING);
        Program program = before.scene().sitting().orElseThrow().model().program();
        int term = program.gradient(
                        program.loss().orElseThrow(), program.named("w").orElseThrow())
                .orElseThrow();
        assertThat(program.node(term).name()).isEmpty();
        before.stops().remove(1);
        before.stops().toggle(new Breakpoint.OnNode(term));
        Standing left = standing(before);
        assertThat(left.breakpoints())
                .singleElement()
                .satisfies(kept -> assertThat(kept.place()).startsWith("#" + term + " "));
        Standing read = Standing.read(left.text()).orElseThrow();
        assertThat(standing(open(read))).isEqualTo(left);
        DebugController other = new DebugController(Tasks.atOnce(), Settings.FIRST);
        other.open(Draft.unsaved("u = input(2)\n" + TEXT), read);
        assertThat(other.scene().sitting().orElseThrow().breakpoints()).isEmpty();
        assertThat(other.scene().message()).isPresent();
    }

    @Test
    void what_has_no_place_any_more_is_told() {
        Standing gone = new Standing(
                Depth.LINE,
                0,
                99,
                OptionalInt.empty(),
                List.of(new Standing.Kept("h", true, 1), new Standing.Kept("77", true, 1)),
                List.of("grad(V)", "E"));
        DebugController controller = open(gone);
        assertThat(standing(controller).breakpoints()).isEmpty();
        assertThat(standing(controller).watches()).containsExactly("E");
        assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                .contains("h, 77, grad(V)");
    }
}
