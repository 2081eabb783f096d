package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The debugger's prompt, as a script drives it. */
class PromptTest {
    private static final String MAZUR = "samples/mazur.chain";

    @TempDir
    private Path folder;

    private static Played debug(String script) {
        return Played.typing(script, "debug", MAZUR);
    }

    @Test
    void a_script_without_mistakes_answers_0_and_one_with_a_mistake_1() {
        assertThat(debug("step\n").answer()).isZero();
        Played mistaken = debug("stepp\nstep\n");
        assertThat(mistaken.answer()).isEqualTo(1);
        assertThat(mistaken.out()).contains("did you mean `step`?", "z1 = W1 x + b1");
    }

    @Test
    void a_value_typed_as_a_command_is_told_how_to_be_seen() {
        assertThat(debug("h[0]\n").out()).contains("to see it write `print h[0]`");
        assertThat(debug("grad(W1)\n").out()).contains("to see it write `print grad(W1)`");
        assertThat(debug("nothing\n").out()).contains("there is no command `nothing`");
    }

    @Test
    void a_condition_left_out_is_told_how_to_be_written() {
        for (String line : List.of("break if", "break 12 if", "break nan if")) {
            assertThat(debug(line + "\n").out()).as(line).contains("write break LINE");
        }
    }

    @Test
    void a_statement_of_several_lines_is_shown_whole_and_stops_at_any_of_them() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.chain"), "w = param([1.0, 2])\nE = (w[0]\n  + w[1])\nminimize(E)\n");
        Played played = Played.typing("break 3\ncontinue\n", "debug", file.toString());
        assertThat(played.out()).contains("breakpoint 1: line 2", "E = (w[0] + w[1])");
        assertThat(Played.of("step", file.toString()).out()).contains("2  E = (w[0] + w[1])");
    }

    @Test
    void every_version_of_a_name_is_told_apart_and_can_be_asked_for() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.chain"),
                "x = param([1.0, -2])\nx = relu(x)\nx = x * x\nE = sum(x)\nminimize(E, sgd(lr=0.1))\n");
        String typed =
                "break x'\nwatch x'\ncontinue\nprint x\nrun-to grad(x')\nprint grad(x')\nhops grad(x′)[0]\nwhy x''\ninfo locals\n";
        assertThat(Played.typing(typed, "debug", file.toString()).out())
                .contains(
                        "breakpoint 1: x′",
                        "watch 2: x′ = [1  0]",
                        "x′′ = not computed yet",
                        "grad(x′) = [2  0]",
                        "∂E/∂x′₁ = 2",
                        "x′′₁ = 1  written by line 3",
                        "x = [1  −2]\nx′ = [1  0]\nx′′ = [1  0]\n");
    }

    @Test
    void what_brackets_took_goes_back_place_by_place() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.chain"),
                "w = param([0.5, -1.5, 2.0])\ny = w[0]*w[1] + w[0]\nL = y**2\nminimize(L, sgd(lr=0.1))\n");
        String typed = "depth element\njump 0:21\nrun-to grad(w)\nwhy grad(w)[0]\n";
        assertThat(Played.typing(typed, "debug", file.toString()).out())
                .contains("\tthe filling at w₃, beside w₁ = 0\n", "from (∂L/∂w₁ via y, use 1) = 0.75\n")
                .doesNotContain("∂L/∂w₃ via y", "at w₂) = 0");
        assertThat(Played.of("step", "--depth", "term", file.toString()).out())
                .contains("numbers  [0.750000]   [−0.500000]   [ 0.000000]   [ 0.250000]");
    }

    @Test
    void a_value_cut_short_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("a.chain"), "x = input(ones(40))\nE = sum(2 * x)\n");
        assertThat(Played.of("step", "--depth", "element", file.toString()).out())
                .contains("4 more numbers of 2·x are left out here; --all tells every one");
        assertThat(Played.of("step", "--depth", "element", "--all", file.toString())
                        .out())
                .doesNotContain("left out here");
    }

    @Test
    void a_jump_without_a_colon_is_told_how_to_be_written() {
        assertThat(debug("jump 7 12\n").out()).contains("write jump ITERATION", "jump 100:7");
    }

    @Test
    void the_prompt_is_not_printed_to_a_script() {
        assertThat(debug("step\n").out()).doesNotContain("(chainstep)");
    }

    @Test
    void an_empty_line_repeats_the_last_command() {
        assertThat(debug("step\n\n\n").out())
                .isEqualTo(debug("step\nstep\nstep\n").out());
    }

    @Test
    void a_comment_is_not_repeated_and_does_nothing() {
        assertThat(debug("# one\n\nstep\n# two\n\n").out())
                .isEqualTo(debug("step\nstep\n").out());
    }

    @Test
    void a_script_may_come_from_a_file() throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "step 2\nquit\nstep\n");
        assertThat(Played.of("debug", "-x", script.toString(), MAZUR).out())
                .isEqualTo(debug("step 2\n").out());
    }

    @Test
    void a_script_that_is_not_there_cannot_be_read() {
        Played played = Played.of("debug", "-x", "nowhere", MAZUR);
        assertThat(played.err()).isEqualTo("cannot read: there is no nowhere\n");
        assertThat(played.answer()).isEqualTo(2);
    }

    @Test
    void an_element_may_be_asked_for_by_its_label() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.chain"),
                "x = input([1.0, 2.0])\nw = param([3.0, 4.0])\nE = dot(w, x)\nlabel(w, \"w5 w6\")\nminimize(E)\n");
        Played played = Played.typing("phase\nphase\nhops grad(w6)\npaths w6\nwhy w6\n", "debug", file.toString());
        assertThat(played.out()).contains("1 path from E", "w6 = 4");
        assertThat(played.answer()).isZero();
    }

    @Test
    void the_ledgers_are_those_of_the_issue() {
        assertThat(debug("run-to grad(h)\nhops grad(h)[0]\n").out()).contains("0.055399", "−0.019049", "0.036350");
        assertThat(debug("run-to grad(W1)\npaths grad(W1)[0, 0]\n").out())
                .contains("2 paths", "0.000668396", "−0.000229828");
    }

    @Test
    void a_ledger_shows_nothing_that_is_not_computed_yet() {
        for (String ledger : List.of("hops", "paths")) {
            Played played = debug("run-to E\n" + ledger + " h[0]\n" + ledger + " grad(h)[0]\n");
            assertThat(played.out())
                    .contains("`grad(h[0])` is not computed yet; run-to grad(h[0]) goes to where it is")
                    .contains("`grad(h)[0]` is not computed yet; run-to grad(h)[0] goes to where it is")
                    .doesNotContain("0.036350");
            assertThat(debug("run-to grad(h[0])\n" + ledger + " h[0]\n").out()).contains("0.036350");
        }
    }

    @Test
    void a_line_may_have_a_condition() {
        assertThat(debug("break 13 if E < 0.29\ncontinue\n").out())
                .contains("breakpoint 1: line 13 if E < 0.29", "iteration 2 › backward");
    }

    @Test
    void a_temporary_breakpoint_stops_once() {
        assertThat(debug("tbreak 10\ncontinue\ninfo\n").out())
                .contains("breakpoint 1: line 10\n", "no breakpoints and no watches");
    }

    @Test
    void a_range_of_lines_is_listed() {
        assertThat(debug("list 2,3\n").out().lines().filter(line -> line.matches(" +\\d+  .*")))
                .hasSize(2);
    }

    @Test
    void every_name_is_listed_with_its_value_or_without() {
        assertThat(debug("info locals\n").out()).contains("x = [0.050000  0.100000]", "E = not computed yet");
    }

    @Test
    void the_loss_itself_has_no_paths() {
        assertThat(debug("paths E\n").out()).contains("`E` is what is differentiated: its gradient by itself is 1");
    }

    @Test
    void why_leads_to_the_first_number_that_is_not_finite() throws IOException {
        Path file = Files.writeString(
                folder.resolve("nan.chain"),
                "x = param([1.0, -2.0])\na = log(x)\nE = sum(a)\nminimize(E, sgd(lr=0.1))\n");
        assertThat(Played.typing("phase\nwhy E\n", "debug", file.toString()).out())
                .contains("E = NaN")
                .containsSubsequence("the first number that is not finite:", "a₂ = NaN", "from x₂ = −2");
    }

    @Test
    void a_condition_may_stand_behind_any_place() {
        assertThat(debug("break h if h[0] > 0.5\nbreak grad(h) if E > 0.1\ncontinue\ncontinue\n")
                        .out())
                .contains("breakpoint 1: h if h[0] > 0.5", "breakpoint 2: the gradient of h if E > 0.1")
                .containsSubsequence("h = σ(z1) = [0.593270  0.596884]", "∂E/∂h = W2ᵀ · ∂E/∂z2");
        assertThat(debug("break h[0] > 1 if E\n").out()).contains("a line, a quantity or nan, each alone or with if");
    }

    @Test
    void why_tells_the_new_value_from_the_old_one() {
        assertThat(debug("phase 3\nwhy new(W1)[0, 0]\n").out())
                .containsSubsequence("the new W1₁₁ = 0.149781", "from W1₁₁ = 0.15");
    }

    @Test
    void history_asks_for_the_number_of_a_watch() {
        assertThat(debug("history\n").out()).contains("write history N").doesNotContain("``");
    }

    @Test
    void the_parts_of_a_state_are_listed_once() throws IOException {
        Path file = Files.writeString(
                folder.resolve("parts.chain"),
                "w = param([1.0, 2.0])\nL = sum(w**2)\nminimize(L, nesterov(lr=0.1, beta=0.9), clip=1)\n");
        assertThat(Played.typing("print state(w, \"m\")\n", "debug", file.toString())
                        .out())
                .containsPattern("its parts: clipped, v, [a-z_, ]*new\n")
                .doesNotContain("kept");
    }

    private Played typing(String script, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("typed.chain"), String.join("\n", lines) + "\n");
        return Played.typing(script, "debug", file.toString());
    }

    @Test
    void a_session_begins_with_the_title_and_the_notes() throws IOException {
        assertThat(typing("", "title(\"Halves\")", "x = input([2.0])", "y = x / 2", "note(\"y is half of x\")")
                        .out())
                .startsWith("Halves\ny is half of x\niteration 0, at its start");
    }

    @Test
    void why_alone_asks_about_the_value_just_computed() {
        assertThat(debug("why\n").out()).contains("name a quantity");
        assertThat(debug("run-to h\nwhy\n").out()).contains("the largest in size:\nh₂ = 0.596884  written by line");
        assertThat(debug("run-to h\ndepth element\nwhy\n").out()).contains("h₂ = 0.596884  written by line");
    }

    @Test
    void the_recipe_of_a_sample_is_true() throws IOException {
        Path sample = Path.of("samples/not_finite.chain");
        String recipe = Files.readAllLines(sample).get(1);
        assertThat(recipe).startsWith("# In the debugger:  break nan, continue, why  ");
        Played played = Played.typing("break nan\ncontinue\nwhy\n", "debug", sample.toString());
        assertThat(played.answer()).isZero();
        assertThat(played.out())
                .containsSubsequence(
                        "ln(1 − p)₁ = −∞  written by line 9", "from (1 − p)₁ = 0", "this is the first number");
    }

    @Test
    void a_value_asked_too_early_is_told_how_to_ask() {
        assertThat(debug("why E\n").out()).contains("why alone asks about the value just computed");
    }

    @Test
    void a_number_is_its_own_name() throws IOException {
        assertThat(typing("phase\nwhy h\n", "f = input([2.0])", "h = f * 0").out())
                .contains("from 0\n")
                .doesNotContain("0 = 0");
    }

    @Test
    void the_gradient_of_a_value_the_loss_does_not_use_is_0_in_every_ledger() throws IOException {
        String[] lines = {"a = param([1.0, 2])", "u = param([9.0])", "y = exp(u)", "E = sum(a**2)", "minimize(E)"};
        Played played = typing(
                "hops grad(u)[0]\npaths grad(u)[0]\nhops grad(y[0])\nhops grad(u, of=E)[0]\nhops grad(u, of=a[1])\n",
                lines);
        assertThat(played.answer()).isZero();
        assertThat(played.out())
                .contains("∂E/∂u₁ = 0 ", "0 paths from E", "∂E/∂y₁ = 0", "∂a₂/∂u₁ = 0")
                .doesNotContain("no value of the program");
        assertThat(typing("print grad(u)\n", lines).out()).contains("grad(u) = [0]");
    }

    @Test
    void a_matrix_is_printed_row_by_row_and_a_large_one_by_its_corners() throws IOException {
        String[] lines = {"a = param([[1.0, 2, 3], [4, 5, 6]])", "v = a[:, ::-1]", "x = input(zeros(8, 7))"};
        assertThat(typing("phase\nprint local(v, a)\nprint local(v, a)[2, :]\nprint x\n", lines)
                        .out())
                .contains("              [0  0  1  0  0  0]\n              [0  1  0  0  0  0]\n")
                .contains("local(v, a) = [0  0  0  0  0  1]\n")
                .contains("local(v, a)[2, :] = [1  0  0  0  0  0]\n")
                .contains("x = [⋮  ⋮  ⋮  ⋱  ⋮  ⋮] (8×7)\n");
    }

    @Test
    void what_a_command_lacks_is_said() {
        for (String jump : List.of("jump", "jump 5:", "jump :3")) {
            assertThat(debug(jump + "\n").out())
                    .as(jump)
                    .contains("write jump ITERATION")
                    .doesNotContain("``");
        }
        assertThat(debug("unwatch\n").out()).contains("say which by its number").doesNotContain("``");
        for (String times : List.of("0", "-3", "x", "1.5")) {
            assertThat(debug("step " + times + "\n").out()).contains("`" + times + "` is not a whole number from 1 on");
        }
        assertThat(debug("continue 0\n").out()).contains("`0` is not a whole number from 1 on");
        assertThat(debug("run-to E\nhops h\n").out()).contains("`h` has shape 2: say which element, such as h[0]");
    }

    @Test
    void a_condition_is_one_number() {
        for (String place : List.of("if h", "when h", "12 if h", "h > 0.5", "h if grad(h)", "h if not h")) {
            Played played = debug("break " + place + "\ninfo\n");
            assertThat(played.out())
                    .as(place)
                    .containsPattern("a condition is one number, and `[^`]*h[^`]*` has the shape 2")
                    .doesNotContain("breakpoint 1");
        }
        assertThat(debug("break if h[0]\nbreak h if h[0] > 0.5\n").out()).contains("breakpoint 1", "breakpoint 2");
    }

    @Test
    void the_coarsest_and_the_finest_step_are_named() {
        assertThat(debug("step\nout 5\n").out())
                .contains("an iteration is the coarsest step there is\niteration 0, the whole of it\n");
        assertThat(debug("step\ninto 5\n").out()).contains("an element is the finest step there is");
    }

    @Test
    void a_breakpoint_where_no_run_stops_is_refused() {
        for (String place : List.of("-1", "3 + 1", "x", "x if E > 0")) {
            assertThat(debug("break " + place + "\n").out())
                    .as(place)
                    .contains("no run stops at `" + place.replace(" if E > 0", "") + "`")
                    .doesNotContain("breakpoint 1");
        }
        assertThat(debug("run-to -1\n").out()).contains("no run stops at `-1`");
    }

    @Test
    void a_value_of_a_file_that_minimizes_nothing_can_be_run_to() throws IOException {
        assertThat(typing("break h\nlimit\ncontinue\n", "x = input([2.0])", "h = x + 1")
                        .out())
                .contains("breakpoint 1: h\niteration 0 › forward");
    }

    @Test
    void why_of_an_array_answers_for_the_array() throws IOException {
        String[] lines = {"h = param([0.5, -1.5, 2.0, 1.0])", "z = exp(1000*h)", "E = sum(z)", "minimize(E)"};
        assertThat(typing("run-to E\nwhy h\nwhy z\nwhy E\n", lines).out())
                .contains("each of the 4 numbers is finite; the largest in size:\nh₃ = 2  given on line 1")
                .contains("2 of the 4 numbers are not finite: z₃, z₄; the first of them:\nz₃ = ∞  written by line 2")
                .contains("E = ∞  written by line 3");
    }
}
