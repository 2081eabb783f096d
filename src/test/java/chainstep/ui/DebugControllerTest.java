package chainstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.words.Phrase;
import java.util.Locale;
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
}
