package chainstep.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.DebugController;
import chainstep.ui.Draft;
import chainstep.ui.Settings;
import chainstep.ui.Standing;
import chainstep.ui.Start;
import chainstep.ui.Tasks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves is found at the next start, and what a living window keeps is left alone. */
class RecoveryTest {
    @TempDir
    Path folder;

    /** Work as a process that was killed leaves it: a lock that nobody holds, the text, and the place. */
    private void crashed(String name, String text, String place) throws IOException {
        Files.createFile(folder.resolve(name + ".lock"));
        Files.writeString(folder.resolve(name + ".chain"), text);
        Files.writeString(folder.resolve(name + ".place"), place);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void work_on_a_file_comes_back_as_a_change_of_that_file() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.chain"), "x = input(1)\n");
        crashed("work1", "x = input(2)\n", file.toString());
        try (Recovery next = Recovery.in(folder)) {
            Draft left = next.leftBehind(Optional.empty()).orElseThrow().draft();
            assertThat(left.text()).isEqualTo("x = input(2)\n");
            assertThat(left.file()).contains(file);
            assertThat(left.isChanged()).isTrue();
            assertThat(file).hasContent("x = input(1)\n");
        }
    }

    @Test
    void work_that_no_file_held_comes_back_as_changed() throws IOException {
        crashed("work1", "x = input(2)\n", "");
        try (Recovery next = Recovery.in(folder)) {
            Draft left = next.leftBehind(Optional.empty()).orElseThrow().draft();
            assertThat(left.file()).isEmpty();
            assertThat(left.isChanged()).isTrue();
        }
    }

    @Test
    void work_on_a_sample_keeps_its_name() throws IOException {
        Aside work = Aside.fresh(folder);
        work.write(
                Draft.from(Path.of("mazur.chain"), "x = input(1)\n").edited("x = input(2)\n"), true, Optional.empty());
        try (Recovery next = Recovery.in(folder)) {
            Draft left = next.leftBehind(Optional.empty()).orElseThrow().draft();
            assertThat(left.name()).contains("mazur.chain");
            assertThat(left.file()).isEmpty();
            assertThat(left.isChanged()).isTrue();
        }
    }

    @Test
    void other_work_is_known_to_wait_until_it_is_taken() throws IOException {
        crashed("work1", "x = input(2)\n", "");
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.of(folder.resolve("other.chain"))))
                    .isEmpty();
            assertThat(next.hasMore()).isTrue();
            assertThat(next.leftBehind(Optional.empty())).isPresent();
            assertThat(next.hasMore()).isFalse();
        }
    }

    @Test
    void a_second_crash_right_after_the_first_loses_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.chain"), "x = input(1)\n");
        crashed("work1", "x = input(2)\n", file.toString());
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.empty())).isPresent();
            Path second = Files.createDirectory(folder.resolve("second"));
            for (String kept : files()) {
                if (Files.isRegularFile(folder.resolve(kept))) {
                    Files.copy(folder.resolve(kept), second.resolve(kept));
                }
            }
            try (Recovery after = Recovery.in(second)) {
                Draft left = after.leftBehind(Optional.empty()).orElseThrow().draft();
                assertThat(left.text()).isEqualTo("x = input(2)\n");
                assertThat(left.file()).contains(file);
            }
        }
    }

    @Test
    void work_is_taken_once() throws IOException {
        crashed("work1", "x = input(2)\n", "");
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.empty())).isPresent();
            assertThat(next.leftBehind(Optional.empty())).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_asked_for_gets_its_own_work_and_no_other() throws IOException {
        Path mine = folder.resolve("mine.chain");
        crashed("work1", "x = input(1)\n", folder.resolve("other.chain").toString());
        crashed("work2", "x = input(2)\n", mine.toString());
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.of(mine)).orElseThrow().draft().text())
                    .isEqualTo("x = input(2)\n");
            assertThat(next.leftBehind(Optional.of(mine))).isEmpty();
            assertThat(next.leftBehind(Optional.empty()).orElseThrow().draft().text())
                    .isEqualTo("x = input(1)\n");
        }
    }

    @Test
    void a_window_that_lives_keeps_its_work_to_itself() throws IOException {
        try (Recovery living = Recovery.in(folder);
                Recovery next = Recovery.in(folder)) {
            for (String lock : files()) {
                Files.writeString(folder.resolve(lock.replace(".lock", ".chain")), "x = input(1)\n");
            }
            assertThat(next.leftBehind(Optional.empty())).isEmpty();
            assertThat(living.leftBehind(Optional.empty())).isEmpty();
            assertThat(files()).hasSize(4);
        }
    }

    @Test
    void a_lock_without_work_is_swept_away() throws IOException {
        Files.createFile(folder.resolve("work1.lock"));
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.empty())).isEmpty();
            assertThat(files()).hasSize(1).doesNotContain("work1.lock");
        }
    }

    @Test
    void a_window_that_ends_well_leaves_nothing() throws IOException {
        Recovery recovery = Recovery.in(folder);
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(Draft.unsaved("x = input(1)\n"));
        controller.add(recovery);
        controller.edit("x = input(2)\n");
        assertThat(recovery.isKept()).isFalse();
        recovery.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void the_run_of_a_killed_window_is_as_it_was_left() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("kept");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(files()).hasSize(4);
        try (Recovery next = Recovery.in(folder)) {
            Recovery.Left left = next.leftBehind(Optional.empty()).orElseThrow();
            DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
            controller.add(next);
            controller.open(left.draft(), left.start());
            controller.say(left.told());
            assertThat(controller.scene().draft().text()).isEqualTo(Killed.TEXT);
            assertThat(Standing.of(controller.scene().sitting().orElseThrow()))
                    .isEqualTo(Killed.left())
                    .returns(4L, Standing::iteration)
                    .returns(List.of("norm(grad(w))"), Standing::watches);
            assertThat(controller.scene().message().orElseThrow().in(Locale.ENGLISH))
                    .contains("iteration 4, step 3, 2 breakpoints, 1 watch:");
            assertThat(controller.scene().message().orElseThrow().in(Locale.CHINESE))
                    .contains("第 4 次迭代第 3 步，2 个断点，1 个监视");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_broken_text_stands_as_it_was_left_once_it_can_be_run() throws IOException {
        crashed("work1", Killed.TEXT.replace("sum(w", "sum(v"), "");
        Files.writeString(folder.resolve("work1.standing"), Killed.left().text());
        try (Recovery next = Recovery.in(folder)) {
            Recovery.Left left = next.leftBehind(Optional.empty()).orElseThrow();
            DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
            controller.add(next);
            controller.open(left.draft(), left.start());
            assertThat(controller.scene().sitting()).isEmpty();
            controller.edit(Killed.TEXT);
            assertThat(Standing.of(controller.scene().sitting().orElseThrow())).isEqualTo(Killed.left());
        }
    }

    @Test
    void an_emptied_text_is_kept_with_where_its_last_run_stood_and_tells_of_no_run() throws IOException {
        crashed("work1", "", "");
        Files.writeString(folder.resolve("work1.standing"), Killed.left().text());
        try (Recovery next = Recovery.in(folder)) {
            Recovery.Left left = next.leftBehind(Optional.empty()).orElseThrow();
            assertThat(left.told().key()).isEqualTo("file.recovered");
            DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
            controller.add(next);
            controller.open(left.draft(), left.start());
            controller.edit(Killed.TEXT);
            assertThat(Standing.of(controller.scene().sitting().orElseThrow())).isEqualTo(Killed.left());
        }
    }

    private static DebugController at(Draft draft, Start start) {
        DebugController controller = new DebugController(Tasks.atOnce(), Settings.FIRST);
        controller.open(draft, start);
        return controller;
    }

    private static Standing standing(DebugController controller) {
        return Standing.of(controller.scene().sitting().orElseThrow());
    }

    /** A file with Killed's text, whose run stood where Killed's did when its window was killed. */
    private Path saved(String text) throws IOException {
        Path file = folder.resolve("mine.chain");
        Files.writeString(file, text);
        new Aside(folder.resolve("work1")).write(Draft.of(file, Killed.TEXT), false, Optional.of(Killed.left()));
        Files.createFile(folder.resolve("work1.lock"));
        return file;
    }

    @Test
    void the_run_of_a_saved_file_outlives_the_kill() throws IOException {
        Path file = saved(Killed.TEXT);
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.empty())).isEmpty();
            assertThat(next.hasMore()).isFalse();
            Stood stood = next.stood(file).orElseThrow();
            DebugController controller = at(Draft.of(file, Killed.TEXT), stood.start(Killed.TEXT));
            assertThat(standing(controller)).isEqualTo(Killed.left());
            assertThat(controller.scene().draft().isChanged()).isFalse();
            assertThat(stood.told().orElseThrow().in(Locale.ENGLISH))
                    .isEqualTo("Back after a crash where you were: iteration 4, step 3, 2 breakpoints, 1 watch");
            assertThat(stood.told().orElseThrow().in(Locale.CHINESE)).contains("第 4 次迭代第 3 步，2 个断点，1 个监视");
            assertThat(next.stood(file)).isEmpty();
            assertThat(next.stood(folder.resolve("other.chain"))).isEmpty();
        }
    }

    @Test
    void breakpoints_that_a_file_sets_since_the_crash_stay() throws IOException {
        String now = Killed.TEXT + "breakpoint(when=\"E < 3\")\n";
        Path file = saved(now);
        try (Recovery next = Recovery.in(folder)) {
            Stood stood = next.stood(file).orElseThrow();
            Standing standing = standing(at(Draft.of(file, now), stood.start(now)));
            assertThat(standing.breakpoints())
                    .hasSize(3)
                    .containsAll(Killed.left().breakpoints());
            assertThat(standing.watches()).isEqualTo(Killed.left().watches());
        }
    }

    @Test
    void the_run_of_a_file_is_kept_while_its_text_is_unchanged_and_after_saving() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.chain"), Killed.TEXT);
        try (Recovery recovery = Recovery.in(folder)) {
            DebugController controller = at(Draft.of(file, Killed.TEXT), Start.BEGINNING);
            controller.add(recovery);
            assertThat(files()).anyMatch(name -> name.endsWith(".saved"));
            controller.edit(Killed.TEXT + "# more\n");
            controller.stops().watch("norm(grad(w))");
            controller.saved(controller.scene().draft().savedAs(file));
            assertThat(recovery.isKept()).isTrue();
            assertThat(files())
                    .anyMatch(name -> name.endsWith(".saved"))
                    .noneMatch(name -> name.matches("work.*[.]chain"));
        }
    }

    @Test
    void what_was_set_on_a_file_comes_back_after_an_ordinary_end_without_a_word() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.chain"), Killed.TEXT);
        Recovery before = Recovery.in(folder);
        at(Draft.of(file, Killed.TEXT), Killed.left()).add(before);
        before.close();
        try (Recovery next = Recovery.in(folder)) {
            assertThat(next.leftBehind(Optional.empty())).isEmpty();
            Stood stood = next.stood(file).orElseThrow();
            assertThat(stood.told()).isEmpty();
            assertThat(standing(at(Draft.of(file, Killed.TEXT), stood.start(Killed.TEXT))))
                    .isEqualTo(Killed.left().rested())
                    .returns(Killed.left().breakpoints(), Standing::breakpoints)
                    .returns(Killed.left().watches(), Standing::watches)
                    .returns(Killed.left().depth(), Standing::depth)
                    .returns(0L, Standing::iteration);
        }
    }
}
