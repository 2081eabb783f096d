package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void only_files_of_a_folder_are_tested(@TempDir Path own) throws IOException {
        Files.createDirectory(own.resolve("folder.chain"));
        Files.writeString(own.resolve("a.chain"), "x = input(2)\nexpect(x, 2)\n");
        assertThat(Played.of("test", own.toString()).answer()).isZero();
    }

    @Test
    void all_samples_keep_their_expectations() {
        Played played = Played.of("test", "samples");
        assertThat(played.err()).isEmpty();
        assertThat(played.out().lines().filter(line -> !line.startsWith("ok  ")))
                .containsExactly(played.out().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(played.out().lines()).hasSizeGreaterThan(120);
        assertThat(played.answer()).isZero();
    }

    @Test
    void an_expectation_not_met_says_what_was_expected_and_what_was_got() throws IOException {
        Path file = file("a.chain", "x = input([1, 2])\ny = 3 * x\nexpect(y, [3.0, 6.5])\nexpect(y[0], 3)\n");
        Played played = Played.of("test", file.toString());
        assertThat(played.out())
                .contains("FAIL  " + file.toString().replace('\\', '/') + "  1 of 2 expectations not met")
                .contains("line 3: y[1]  expected 6.5, got 6\n")
                .endsWith("1 file, 2 expectations, 1 file failed\n");
        assertThat(played.answer()).isEqualTo(1);
    }

    @Test
    void as_many_digits_are_shown_as_tell_the_two_apart() throws IOException {
        Path file = file("a.chain", """
                y = const(2.9000000000001)
                z = const(0.3333333333334)
                expect(y, 2.9, digits=3)
                expect(z, 1/3)
                """);
        assertThat(Played.of("test", file.toString()).out())
                .contains("line 3: y  expected 2.9, got 2.9000000000001\n")
                .contains("line 4: z  expected 1/3, got 0.3333333333334\n");
    }

    @Test
    void a_file_that_is_no_model_fails_with_its_message() throws IOException {
        Path file = file("a.chain", "y = sigmoyd(1.0)\n");
        Played played = Played.of("test", file.toString());
        assertThat(played.out())
                .contains("a.chain:1:5", "did you mean `sigmoid`?", "1 file failed", "cannot be read as a model")
                .doesNotContain("0 of 0");
        assertThat(played.answer()).isEqualTo(1);
    }

    @Test
    void a_wrong_question_makes_it_no_model_either() throws IOException {
        Path file = file("a.chain", "x = input(1.0)\nask(y)\n");
        Played played = Played.of("test", file.toString());
        assertThat(played.out())
                .contains("cannot be read as a model", "a.chain:2:5")
                .doesNotContain("0 of 0");
        assertThat(played.answer()).isEqualTo(1);
    }

    @Test
    void an_empty_file_has_no_expectations_and_nothing_to_step() throws IOException {
        Path file = file("a.chain", "# nothing\n");
        assertThat(Played.of("test", file.toString()).answer()).isZero();
        for (String command : List.of("step", "debug")) {
            Played played = Played.of(command, file.toString());
            assertThat(played.err())
                    .contains("a.chain:1:1: there is no model in this file", "minimize(E, sgd(lr=0.1))");
            assertThat(played.answer()).isEqualTo(1);
        }
    }

    @Test
    void folders_are_walked_in_order() throws IOException {
        file("b/z.chain", "x = input(1.0)\n");
        file("b/a.chain", "x = input(1.0)\n");
        file("a/m.chain", "x = input(1.0)\n");
        file("a/no.txt", "not a model");
        Played played = Played.of("test", folder.toString());
        assertThat(played.out().lines().limit(3).map(line -> line.replaceFirst(".*/(.)\\.chain.*", "$1")))
                .containsExactly("m", "a", "z");
        assertThat(played.answer()).isZero();
    }

    @Test
    void a_path_that_is_not_there_cannot_be_read() {
        Played played = Played.of("test", "nowhere.chain", "samples/mazur.chain");
        assertThat(played.err()).isEqualTo("cannot read: there is no nowhere.chain\n");
        assertThat(played.out()).contains("ok    samples/mazur.chain");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void a_broken_file_is_good_when_it_is_refused_as_its_first_line_says() throws IOException {
        Path good = file("good-broken.chain", "# 2:5: there is no function `sigmoyd`\ny = sigmoyd(1.0)\n");
        Path bad = file("bad-broken.chain", "# 2:5: something else\ny = sigmoyd(1.0)\n");
        Path fine = file("fine-broken.chain", "# 2:5: something\ny = sigmoid(1.0)\n");
        assertThat(Played.of("test", good.toString()).out()).startsWith("ok  ").contains("is refused as it says");
        assertThat(Played.of("test", bad.toString()).out()).startsWith("FAIL").contains("something else");
        assertThat(Played.of("test", fine.toString()).out()).startsWith("FAIL").contains("without any message");
    }
}
