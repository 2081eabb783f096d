package chainstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.graph.Program;
import chainstep.run.Progress;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scene keeps while its text is broken, being read, or stepped. */
class DebugControllerTest {
    private static final String TEXT = "w = param([1, 2])\nE = sum(w**2)\nminimize(E, sgd(lr=0.1))\n";

    @Test
    void a_step_through_the_last_run_leaves_the_broken_text_broken() {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved(TEXT));
        controller.edit(TEXT.replace("sum(w", "sum(v"));
        controller.step();
        controller.back();
        DebugScene scene = controller.scene();
        assertThat(scene.draft().troubles()).hasSize(1);
        assertThat(scene.sitting().orElseThrow().stale()).isTrue();
        controller.edit(TEXT);
        assertThat(controller.scene().draft().troubles()).isEmpty();
        assertThat(controller.scene().sitting().orElseThrow().stale()).isFalse();
    }

    @Test
    void what_is_said_while_a_text_is_read_is_still_said_after() {
        Held tasks = new Held();
        DebugController controller = new DebugController(tasks, Settings.FIRST);
        controller.open(Draft.unsaved(TEXT));
        controller.say(Phrase.of("ui", "file.recovered"));
        tasks.release();
        assertThat(controller.scene().sitting()).isPresent();
        assertThat(controller.scene().message().map(said -> said.in(Locale.ENGLISH)))
                .hasValueSatisfying(said -> assertThat(said).contains("recovered"));
        controller.edit(TEXT + "# more\n");
        assertThat(controller.scene().message()).isEmpty();
    }

    @Test
    void a_run_with_nothing_to_stop_it_says_so() {
        List<String> busy = new ArrayList<>();
        Held telling = new Held() {
            @Override
            public <T> void run(
                    Function<Progress, T> work,
                    LongConsumer reached,
                    Consumer<T> done,
                    Consumer<RuntimeException> failed) {
                super.run(work, reached, done, failed);
                reached.accept(7);
            }
        };
        DebugController told = new DebugController(telling, Settings.FIRST);
        told.open(Draft.unsaved(TEXT));
        telling.release();
        told.add(scene -> scene.busy().ifPresent(one -> busy.add(one.what().key())));
        told.continueRun();
        assertThat(busy).last().isEqualTo("busy.unstopped");
    }

    private final DebugController mazur = Stage.of("mazur");

    private Sitting sitting() {
        return mazur.scene().sitting().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# nothing but words\n", "x = ("})
    void a_text_emptied_or_broken_and_taken_back_is_run_as_it_was(String other) {
        mazur.stops().add("12");
        mazur.stops().watch("norm(grad(W1))");
        mazur.depth(Depth.TERM);
        mazur.jump(3, 20);
        Standing before = Standing.of(sitting());
        assertThat(before.index()).isEqualTo(20);
        String text = mazur.scene().draft().text();
        mazur.edit(text.replace("sum(", "sum(("));
        assertThat(mazur.scene().draft().troubles()).isNotEmpty();
        mazur.edit(other);
        assertThat(Standing.of(sitting())).isEqualTo(before);
        assertThat(sitting().stale()).isTrue();
        assertThat(mazur.scene().isEmptied()).isNotEqualTo(other.equals("x = ("));
        assertThat(mazur.scene().draft().troubles()).allMatch(trouble -> trouble.line() == 1);
        mazur.edit(text);
        assertThat(sitting().stale()).isFalse();
        assertThat(Standing.of(sitting())).isEqualTo(before);
        assertThat(mazur.scene().message()).isEmpty();
    }

    @Test
    void where_recovered_work_stood_outlives_a_text_emptied_before_it_could_be_run() {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved("w = ("), Start.at(Depth.LINE, 2, 0));
        controller.edit("");
        controller.edit(TEXT);
        assertThat(controller.scene().sitting().orElseThrow().state().iteration())
                .isEqualTo(2);
    }

    @Test
    void a_text_opened_is_being_read_until_it_can_be_run_or_cannot() {
        Held tasks = new Held();
        DebugController controller = new DebugController(tasks, Settings.FIRST);
        assertThat(controller.scene().reading()).isFalse();
        for (String text : List.of(TEXT, "w = (", "# nothing", "")) {
            controller.open(Draft.unsaved(text));
            assertThat(controller.scene().reading()).isEqualTo(!text.isEmpty());
            tasks.release();
            assertThat(controller.scene().reading()).isFalse();
        }
    }

    @Test
    void what_is_picked_stays_picked_when_the_text_is_changed() {
        int loss = sitting().state().program().loss().orElseThrow();
        int h = sitting().model().names().get("h");
        int w = sitting().model().names().get("W1");
        int byH = sitting().state().program().gradient(loss, h).orElseThrow();
        String text = mazur.scene().draft().text();
        String longer = "more = 1 + 2\n" + text.replace("0.40", "0.41");
        for (Picked picked : List.of(new Picked(w, 3), Picked.whole(h), new Picked(byH, 1))) {
            mazur.edit(text);
            mazur.pick(Optional.of(picked));
            mazur.edit(longer);
            Program now = sitting().state().program();
            Picked there = mazur.scene().picked().orElseThrow();
            assertThat(there.element()).isEqualTo(picked.element());
            assertThat(there.node()).isNotEqualTo(picked.node());
            assertThat(there.node())
                    .isEqualTo(
                            picked.node() == byH
                                    ? now.gradient(
                                                    now.loss().orElseThrow(),
                                                    now.named("h").orElseThrow())
                                            .orElseThrow()
                                    : now.named(picked.node() == h ? "h" : "W1").orElseThrow());
        }
        mazur.step();
        assertThat(mazur.scene().picked()).isEmpty();
    }

    @Test
    void a_gradient_is_the_same_however_many_terms_it_has() {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved(TEXT));
        Program program = controller.scene().sitting().orElseThrow().state().program();
        int w = program.named("w").orElseThrow();
        controller.pick(Optional.of(
                new Picked(program.gradient(program.loss().orElseThrow(), w).orElseThrow(), 1)));
        controller.edit(TEXT.replace("sum(w**2)", "sum(w**2) + sum(w)"));
        Program now = controller.scene().sitting().orElseThrow().state().program();
        assertThat(controller.scene().picked())
                .contains(new Picked(
                        now.gradient(now.loss().orElseThrow(), now.named("w").orElseThrow())
                                .orElseThrow(),
                        1));
        controller.edit(TEXT.replace("[1, 2]", "7"));
        assertThat(controller.scene().picked().orElseThrow().isWhole()).isTrue();
        controller.edit(TEXT.replace("w", "v"));
        assertThat(controller.scene().picked()).isEmpty();
    }
}
