package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StepCommandTest {
    private static final String MAZUR = "samples/mazur.chain";

    @TempDir
    private Path folder;

    @Test
    void a_file_that_computes_nothing_says_so(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.chain"), "a = 2**0.5\n");
        assertThat(Played.of("step", file.toString()).out()).contains("no operation is computed in this file");
    }

    @Test
    void the_derivation_shows_the_published_numbers() {
        Played played = Played.of("step", MAZUR);
        assertThat(played.out()).contains("0.298371", "0.082167", "0.000438568", "0.358916");
        assertThat(played.answer()).isZero();
    }

    @Test
    void every_form_is_headed_by_the_title_and_the_notes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("headed.chain"),
                "title(\"50% & more\")\nnote(\"一半\")\nx = input([2.0])\ny = x / 2\nnote(\"x_1 is halved\")\n");
        assertThat(Played.of("step", file.toString()).out()).startsWith("50% & more\n一半\nx_1 is halved\n\n");
        JsonNode json = JsonMapper.shared()
                .readTree(Played.of("step", "--json", file.toString()).out())
                .get(0);
        assertThat(json.get("title").asString()).isEqualTo("50% & more");
        assertThat(json.get("notes").toString()).isEqualTo("[\"一半\",\"x_1 is halved\"]");
        assertThat(Played.of("step", "--latex", file.toString()).out())
                .contains("\\usepackage{ctex}", "\\title{50\\% \\& more}")
                .containsSubsequence(
                        "\\begin{document}",
                        "\\maketitle",
                        "\\noindent 一半\\par",
                        "\\noindent x\\_1 is halved\\par",
                        "\\section*");
    }

    @Test
    void json_holds_every_step_with_both_forms_and_exact_numbers() {
        JsonNode all =
                JsonMapper.shared().readTree(Played.of("step", "--json", MAZUR).out());
        JsonNode steps = all.get(0).get("steps");
        assertThat(steps.size()).isEqualTo(13);
        assertThat(steps.get(0).get("rule").get("plain").asString()).isEqualTo("z1 = W1 x + b1");
        assertThat(steps.get(0).get("rule").get("latex").asString()).contains("W^{(1)}");
        assertThat(steps.get(4).get("value").get("numbers").get(0).asDouble()).isEqualTo(0.2983711087600027);
    }

    @Test
    void json_tells_what_each_node_is_for_and_from_what_it_is_made() {
        JsonNode steps = JsonMapper.shared()
                .readTree(Played.of("step", "--json", "--depth", "term", MAZUR).out())
                .get(0)
                .get("steps");
        Map<String, Integer> nodes = new HashMap<>();
        steps.forEach(
                step -> nodes.put(step.get("name").asString(), step.get("node").asInt()));
        List<String> kinds = new ArrayList<>();
        for (JsonNode step : steps) {
            JsonNode role = step.get("role");
            kinds.add(role.get("kind").asString());
            if (step.get("rule").get("plain").asString().startsWith("∂E/∂h =")) {
                assertThat(role.get("of").asInt()).isEqualTo(nodes.get("E"));
                assertThat(role.get("by").asInt()).isEqualTo(nodes.get("h"));
                assertThat(role.get("through").asInt()).isEqualTo(nodes.get("z2.matmul"));
                assertThat(role.get("operand").asInt()).isEqualTo(1);
                assertThat(step.get("inputs").size()).isEqualTo(2);
            }
        }
        assertThat(kinds).contains("value", "seed", "term", "update").startsWith("value");
    }

    /** The table in the manual names each field that is ever written. */
    @Test
    void every_field_of_the_json_is_documented() throws IOException {
        String manual = Files.readString(Path.of("docs/terminal.md"));
        Set<String> fields = new TreeSet<>();
        for (String file : List.of(MAZUR, "samples/not_finite.chain", "samples/lectures/batch_one.chain")) {
            for (String depth : List.of("term", "element")) {
                JsonNode iteration = JsonMapper.shared()
                        .readTree(Played.of("step", "--json", "--depth", depth, file)
                                .out())
                        .get(0);
                fields.addAll(iteration.propertyNames());
                iteration.get("steps").forEach(step -> {
                    fields.addAll(step.propertyNames());
                    fields.addAll(step.get("role").propertyNames());
                    fields.addAll(step.get("value").propertyNames());
                });
            }
        }
        assertThat(fields)
                .hasSizeGreaterThan(20)
                .allSatisfy(field -> assertThat(manual).contains("`" + field + "`"));
    }

    @Test
    void json_spells_numbers_that_are_not_finite() throws IOException {
        Path file = Files.writeString(folder.resolve("a.chain"), "x = input([0.0, -1.0])\ny = log(x)\n");
        JsonNode all = JsonMapper.shared()
                .readTree(Played.of("step", "--json", file.toString()).out());
        JsonNode numbers = all.get(0).get("steps").get(0).get("value").get("numbers");
        assertThat(numbers.get(0).asString()).isEqualTo("-Infinity");
        assertThat(numbers.get(1).asString()).isEqualTo("NaN");
    }

    @Test
    void several_iterations_follow_one_another() {
        Played played = Played.of("step", "--iterations", "2", "--from", "10000", MAZUR);
        assertThat(played.out()).contains("iteration 10000\n", "iteration 10001\n", "0.0000351");
    }

    /** A line with this text in it very often: what is written out of it is bounded, not every way through it. */
    private Path repeated(String part, String sign, int times) throws IOException {
        String sum = String.join(sign, Collections.nCopies(times, part));
        return Files.writeString(
                folder.resolve("long.chain"),
                "x = param([1.0001, 2])\ny = " + sum + "\nminimize(sum(y), sgd(lr=0.1))\n");
    }

    @Test
    void a_long_line_is_told_in_seconds_and_in_bounded_rows() throws IOException {
        for (String depth : List.of("line", "op", "term", "element")) {
            for (String sign : List.of("*", " + ")) {
                String file = repeated("sigmoid(x)", sign, 300).toString();
                Played played = assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Played.of("step", "--depth", depth, file));
                assertThat(played.answer()).isZero();
                assertThat(played.out().length()).as(depth + sign).isLessThan(2_500_000);
                assertThat(played.out()).contains("backward");
            }
        }
    }

    @Test
    void a_line_of_thousands_of_factors_has_its_one_row() throws IOException {
        String file = repeated("x", "*", 4000).toString();
        Played played = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Played.of("step", file));
        assertThat(played.answer()).isZero();
        assertThat(played.out().length()).isLessThan(40_000);
    }

    @Test
    void all_numbers_are_told_where_all_are_asked_for() throws IOException {
        Path file = Files.writeString(
                folder.resolve("wide.chain"), "X = param(normal(8, 8, std=1, seed=1))\nE = sum(X**2)\nminimize(E)\n");
        Played some = Played.of("step", "--depth", "element", file.toString());
        assertThat(some.out()).contains("∂E/∂X₅₄ = ").doesNotContain("∂E/∂X₅₅ = ");
        Played all = Played.of("step", "--depth", "element", "--all", file.toString());
        assertThat(all.answer()).isZero();
        assertThat(all.out()).contains("∂E/∂X₅₄ = ").contains("∂E/∂X₈₈ = ");
        Played json = Played.of("step", "--depth", "element", "--all", "--json", file.toString());
        assertThat(json.out()).contains("∂E/∂X₈₈").startsWith("[\n{").endsWith("}\n]\n");
        assertThat(new JsonMapper().readTree(json.out()).size()).isEqualTo(1);
        Played latex = Played.of("step", "--depth", "element", "--all", "--latex", file.toString());
        assertThat(latex.out()).contains("X_{88}").endsWith("\\end{document}\n");
    }

    @Test
    void all_rows_are_told_where_all_are_asked_for() throws IOException {
        StringBuilder many = new StringBuilder("y0 = param(1)\n");
        for (int i = 1; i <= 10_500; i++) {
            many.append("y").append(i).append(" = y").append(i - 1).append(" * 1\n");
        }
        Path file = Files.writeString(folder.resolve("many.chain"), many.toString());
        Played told = Played.of("step", "--all", file.toString());
        assertThat(told.answer()).isZero();
        assertThat(told.out()).contains("10501  y10500 = y10499 * 1");
    }

    @Test
    void more_steps_than_anyone_reads_are_one_message_with_a_place() throws IOException {
        Played steps =
                Played.of("step", "--depth", "op", repeated("x", "*", 8000).toString());
        assertThat(steps.answer()).isEqualTo(1);
        assertThat(steps.err()).contains("long.chain:2:1: ", "more than 10000 steps", "--depth line", "--all");
        StringBuilder many = new StringBuilder("y0 = param(1)\n");
        for (int i = 1; i <= 10_500; i++) {
            many.append("y").append(i).append(" = y").append(i - 1).append(" * 2\n");
        }
        Path file = Files.writeString(folder.resolve("many.chain"), many.toString());
        Played rows = Played.of("step", "--lang", "zh", file.toString());
        assertThat(rows.err()).contains("many.chain:10002:1: ", "10000 行", "chainstep debug");
    }

    @Test
    void latex_is_a_whole_document() {
        assertThat(Played.of("step", "--latex", MAZUR).out())
                .contains("\\documentclass", "\\begin{document}", "\\frac{\\partial E}{\\partial o}")
                .endsWith("\\end{document}\n");
    }

    @Test
    void a_file_is_written_whole_and_leaves_nothing_beside_it() throws IOException {
        Path file = folder.resolve("mazur.txt");
        Played played = Played.of("step", "-o", file.toString(), MAZUR);
        assertThat(played.out()).isEmpty();
        assertThat(Files.readString(file).replace("\r\n", "\n"))
                .isEqualTo(Played.of("step", MAZUR).out());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_folder_that_is_not_there_cannot_be_written_to() {
        Path file = folder.resolve("none").resolve("mazur.txt");
        Played played = Played.of("step", "-o", file.toString(), MAZUR);
        assertThat(played.err()).startsWith("cannot write " + file + ": there is no ");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void an_unknown_depth_is_answered_with_the_known_ones() {
        Played played = Played.of("step", "--depth", "atom", MAZUR);
        assertThat(played.err()).startsWith("--depth cannot be atom: it takes line|op|term|element\n");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void a_folder_cannot_be_written_over() {
        for (String place : List.of("/", folder.toString())) {
            Played played = Played.of("step", "-o", place, MAZUR);
            assertThat(played.err()).startsWith("cannot write " + place + ": " + place + " is a folder");
            assertThat(played.answer()).isEqualTo(2);
        }
    }

    @Test
    void two_forms_at_once_are_refused_in_the_language_asked_for() {
        assertThat(Played.of("step", "--latex", "--json", MAZUR).err())
                .startsWith("give only one of --latex, --json\n");
        assertThat(Played.of("step", "--lang=zh", "--latex", "--json", MAZUR).err())
                .startsWith("--latex, --json 只能给出一个\n");
    }

    @Test
    void a_formula_longer_than_anyone_reads_is_cut() throws IOException {
        Path file = Files.writeString(
                folder.resolve("long.chain"),
                "x = param(1)\ny = x" + " * x".repeat(300) + "\nminimize(y, sgd(lr=0.1))\n");
        Played played = Played.of("step", "--depth", "op", file.toString());
        assertThat(played.out()).contains("…");
        assertThat(played.answer()).isZero();
    }

    @Test
    void work_broken_off_answers_as_a_shell_does() {
        Thread.currentThread().interrupt();
        Played played = Played.of("gradcheck", MAZUR);
        assertThat(played.err()).isEqualTo("broken off\n");
        assertThat(played.out()).doesNotContain("none disagrees");
        assertThat(played.answer()).isEqualTo(130);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_reader_that_has_gone_ends_the_writing_quietly() {
        StringWriter err = new StringWriter();
        Writer gone = new java.io.OutputStreamWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        Console console = new Console(
                java.io.InputStream.nullInputStream(),
                new PrintWriter(gone),
                new PrintWriter(err),
                Locale.ENGLISH,
                false,
                Optional::empty);
        int answer = ChainStep.run(console, List.of("step", "--iterations", "10000000", MAZUR));
        assertThat(err.toString()).isEmpty();
        assertThat(answer).isZero();
    }
}
