package chainstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.run.Progress;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

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
}
