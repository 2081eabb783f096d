package chainstep.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No way off the desk loses work. */
class DeskTest {
    private static final String BEFORE = "x = input(1)\n";
    private static final String AFTER = "x = input(2)\n";

    @TempDir
    Path folder;

    private final DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
    private final User user = new User();
    private final Desk desk = new Desk(controller, user, Remembered.nothing(), () -> {});

    /** Who answers what is set, and is asked what is listed. */
    private static final class User implements Asking {
        private final List<String> asked = new ArrayList<>();
        private Answer answer = Answer.CANCEL;
        private Optional<Path> place = Optional.empty();
        private Optional<Path> saved = Optional.empty();

        @Override
        public Answer unsaved(String name, Words words) {
            asked.add("unsaved " + name);
            return answer;
        }

        @Override
        public Optional<Path> open(Optional<Path> beside, Words words) {
            asked.add(
                    "open" + beside.map(folder -> " in " + folder.getFileName()).orElse(""));
            return place;
        }

        @Override
        public boolean overwrite(String name, Words words) {
            asked.add("overwrite " + name);
            return answer == Answer.SAVE;
        }

        @Override
        public Optional<Path> save(Optional<Path> beside, String suggested, Words words) {
            beside.ifPresent(folder -> saved = Optional.of(folder));
            asked.add("save " + suggested);
            return place;
        }
    }

    private Path changed() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.chain"), BEFORE);
        desk.open(file);
        controller.edit(AFTER);
        return file;
    }

    private Draft draft() {
        return controller.scene().draft();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void saving_replaces_the_file_and_leaves_nothing_beside_it() throws IOException {
        Path file = changed();
        Object before = Files.readAttributes(file, "unix:ino").get("ino");
        assertThat(desk.save()).isTrue();
        assertThat(file).hasContent(AFTER);
        assertThat(files()).containsExactly("mine.chain");
        assertThat(draft().isChanged()).isFalse();
        assertThat(Files.readAttributes(file, "unix:ino").get("ino"))
                .as("another file took its name: it was never half written")
                .isNotEqualTo(before);
    }

    @Test
    void a_save_that_fails_loses_neither_the_text_nor_what_was_there() throws IOException {
        changed();
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "kept");
        user.place = Optional.of(taken);
        assertThat(desk.saveAs()).isFalse();
        assertThat(draft().text()).isEqualTo(AFTER);
        assertThat(draft().isChanged()).isTrue();
        assertThat(taken.resolve("inside")).hasContent("kept");
        assertThat(files()).containsExactly("mine.chain", "taken");
        assertThat(controller.scene().message().orElseThrow().key()).isEqualTo("file.unwritable");
    }

    @Test
    void a_save_asked_for_on_the_way_out_that_fails_keeps_the_desk_as_it_is() throws IOException {
        Path file = changed();
        Files.delete(file);
        Files.createDirectory(file);
        Files.writeString(file.resolve("inside"), "kept");
        user.answer = Asking.Answer.SAVE;
        assertThat(desk.mayLeave()).isFalse();
        assertThat(draft().text()).isEqualTo(AFTER);
    }

    @Test
    void changed_work_is_asked_about_before_another_file_is_opened() throws IOException {
        changed();
        Path other = Files.writeString(folder.resolve("other.chain"), BEFORE);
        desk.open(other);
        assertThat(user.asked).containsExactly("unsaved mine.chain");
        assertThat(draft().text()).isEqualTo(AFTER);
        user.answer = Asking.Answer.DISCARD;
        desk.open(other);
        assertThat(draft().file()).contains(other);
    }

    @Test
    void unchanged_work_is_not_asked_about() throws IOException {
        desk.open(Files.writeString(folder.resolve("mine.chain"), BEFORE));
        assertThat(desk.mayLeave()).isTrue();
        assertThat(user.asked).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_leaves_the_one_that_is_open() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.chain"), BEFORE);
        desk.open(file);
        desk.open(folder.resolve("none.chain"));
        assertThat(draft().file()).contains(file);
        assertThat(controller.scene().message().orElseThrow().key()).isEqualTo("file.missing");
    }

    @Test
    void a_link_stays_a_link_to_the_file_that_is_saved() throws IOException {
        Path file = changed();
        Path link = Files.createSymbolicLink(folder.resolve("link.chain"), file);
        user.place = Optional.of(link);
        assertThat(desk.saveAs()).isTrue();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo(AFTER);
    }

    @Test
    void the_next_file_is_looked_for_beside_the_open_one() throws IOException {
        desk.open();
        user.answer = Asking.Answer.DISCARD;
        changed();
        desk.open();
        assertThat(user.asked).first().isEqualTo("open");
        assertThat(user.asked).last().isEqualTo("open in " + folder.getFileName());
    }

    @Test
    void a_copy_is_saved_beside_the_file_that_is_open() throws IOException {
        changed();
        desk.saveAs();
        assertThat(user.asked).last().isEqualTo("save mine.chain");
        assertThat(user.saved).contains(folder.toAbsolutePath().normalize());
    }

    @Test
    void what_another_program_wrote_meanwhile_is_not_lost_unasked() throws IOException {
        Path file = changed();
        Files.writeString(file, BEFORE + "# theirs\n");
        assertThat(desk.save()).isFalse();
        assertThat(user.asked).containsExactly("overwrite mine.chain");
        assertThat(Files.readString(file)).endsWith("# theirs\n");
        user.answer = Asking.Answer.SAVE;
        assertThat(desk.save()).isTrue();
        assertThat(Files.readString(file)).isEqualTo(AFTER);
        controller.edit(BEFORE);
        assertThat(desk.save()).isTrue();
        assertThat(user.asked).hasSize(2);
    }

    @Test
    void a_folder_that_is_not_there_is_not_made_up() throws IOException {
        changed();
        user.place = Optional.of(folder.resolve("mistyped").resolve("x.chain"));
        assertThat(desk.saveAs()).isFalse();
        assertThat(controller.scene().message().orElseThrow().key()).isEqualTo("file.folder.missing");
        assertThat(files()).containsExactly("mine.chain");
    }

    @Test
    void a_file_that_is_no_text_is_told_with_its_place_and_the_way_out() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.chain"), "x = 1\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        desk.open(latin);
        DebugScene.Said said = controller.scene().said().orElseThrow();
        assertThat(said.wrong()).isTrue();
        assertThat(said.phrase().in(Locale.ENGLISH))
                .startsWith("Cannot open latin.chain, line 2, column 6: ")
                .contains("not UTF-8", " – save it as UTF-8");
        assertThat(said.phrase().in(Locale.CHINESE)).contains("第 2 行第 6 列", "另存为 UTF-8");
    }
}
