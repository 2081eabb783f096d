package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.debug.Depth;
import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.command.Command;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** One row of a batch, chosen in the window. */
class SampleBoxTest {
    private static final Path BATCHES = Path.of("samples/lectures/batch_five.chain");
    private final Workbench bench = Benches.of(Settings.FIRST);
    private final DebugController controller = bench.controller();
    private final SampleBox box = Seen.part(bench.content(), SampleBox.class);

    private interface Deed {
        void run() throws Exception;
    }

    private static void see(Deed deed) throws Exception {
        Throwable[] trouble = new Throwable[1];
        EventQueue.invokeAndWait(() -> {
            try {
                deed.run();
            } catch (Exception | AssertionError thrown) {
                trouble[0] = thrown;
            }
        });
        if (trouble[0] != null) {
            throw new AssertionError(trouble[0]);
        }
    }

    private void open(Path file) throws Exception {
        controller.open(Draft.of(file, Files.readString(file)));
    }

    private Sitting sitting() {
        return controller.scene().sitting().orElseThrow();
    }

    private double value(String name, int element) {
        return sitting().state().trace().get(sitting().model().names().get(name), element);
    }

    private Command command(String id) {
        return bench.commands().get(id);
    }

    @Test
    void it_is_there_only_where_the_model_reads_batches() throws Exception {
        see(() -> {
            open(Path.of("samples/mazur.chain"));
            assertThat(box.isVisible()).isFalse();
            assertThat(command("sample.next").isEnabled()).isFalse();
            open(BATCHES);
            assertThat(box.isVisible()).isTrue();
            assertThat(box.dump()).isEqualTo("sample all of 5");
        });
    }

    @Test
    void a_sample_typed_narrows_every_value_to_that_row_and_keeps_the_cursor() throws Exception {
        see(() -> {
            open(BATCHES);
            controller.depth(Depth.TERM);
            controller.jump(2, 8);
            double third = value("y", 2);
            var step = sitting().state().step();
            String title = sitting().explainer().step(step.node()).title().plain();
            box.type("3");
            assertThat(sitting().model().sample()).hasValue(3);
            assertThat(sitting().state().iteration()).isEqualTo(2);
            assertThat(sitting().state().depth()).isEqualTo(Depth.TERM);
            assertThat(sitting()
                            .explainer()
                            .step(sitting().state().step().node())
                            .title()
                            .plain())
                    .isEqualTo(title);
            assertThat(box.dump()).isEqualTo("sample 3 of 5");
            controller.jump(0, 8);
            double first = value("y", 0);
            box.type("all");
            controller.jump(0, 8);
            assertThat(value("y", 2)).isEqualTo(first).isNotEqualTo(third);
        });
    }

    @Test
    void commands_go_from_all_to_the_last_sample_and_back() throws Exception {
        see(() -> {
            open(BATCHES);
            for (int sample = 1; sample <= 5; sample++) {
                command("sample.next").actionPerformed(null);
                assertThat(controller.scene().draft().sample()).hasValue(sample);
            }
            assertThat(command("sample.next").isEnabled()).isFalse();
            command("sample.previous").actionPerformed(null);
            assertThat(controller.scene().draft().sample()).hasValue(4);
            command("sample.whole").actionPerformed(null);
            assertThat(controller.scene().draft().sample()).isEmpty();
            assertThat(command("sample.previous").isEnabled()).isFalse();
        });
    }

    @Test
    void a_choice_is_taken_back_in_its_turn_among_the_edits() throws Exception {
        see(() -> {
            open(BATCHES);
            String before = controller.scene().draft().text();
            controller.change(sitting().model().names().get("b"), 0, 16);
            box.type("2");
            box.type("4");
            command("undo").actionPerformed(null);
            assertThat(sitting().model().sample()).hasValue(2);
            command("undo").actionPerformed(null);
            assertThat(sitting().model().sample()).isEmpty();
            assertThat(controller.scene().draft().text()).isNotEqualTo(before);
            command("undo").actionPerformed(null);
            assertThat(controller.scene().draft().text()).isEqualTo(before);
            command("redo").actionPerformed(null);
            command("redo").actionPerformed(null);
            assertThat(sitting().model().sample()).hasValue(2);
        });
    }

    @Test
    void a_number_that_is_no_sample_gets_a_message_and_changes_nothing() throws Exception {
        see(() -> {
            open(BATCHES);
            box.type("2");
            for (String wrong : new String[] {"6", "-1", "x"}) {
                assertThatThrownBy(() -> box.type(wrong)).isInstanceOf(ParseException.class);
                assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                        .isEqualTo("There is no sample " + wrong + ": a batch has 5 rows");
                assertThat(sitting().model().sample()).hasValue(2);
            }
        });
    }

    @Test
    void an_edit_keeps_the_sample_and_widens_the_batches_where_it_is_gone() throws Exception {
        see(() -> {
            open(BATCHES);
            box.type("4");
            String text = controller.scene().draft().text();
            controller.edit(text.replace("param(15.0)", "param(14.0)"));
            assertThat(sitting().model().sample()).hasValue(4);
            controller.edit(text.replace("batch=5", "batch=2"));
            assertThat(sitting().model().sample()).isEmpty();
            assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                    .isEqualTo("The batches are whole again: a batch has 2 rows here: there is no sample 4");
            assertThat(box.dump()).isEqualTo("sample all of 2");
        });
    }

    @Test
    void a_file_opened_begins_with_whole_batches() throws Exception {
        see(() -> {
            open(BATCHES);
            controller.sample(OptionalInt.of(3));
            open(Path.of("samples/lectures/delivery_model_1.chain"));
            assertThat(sitting().model().sample()).isEmpty();
        });
    }
}
