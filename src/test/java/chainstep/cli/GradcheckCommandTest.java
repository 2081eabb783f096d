package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gradcheck} says of elements without a derivative. */
class GradcheckCommandTest {
    @TempDir
    private Path folder;

    private String check(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("a.chain"), String.join("\n", lines) + "\n");
        return Played.of("gradcheck", file.toString()).out();
    }

    @Test
    void a_jump_is_said_of_the_function_that_jumps() throws IOException {
        assertThat(check("z = param([0.0])", "r = relu(z)", "s = step(z)", "E = sum(r + s)", "minimize(E)"))
                .containsPattern("\nz .* 1 at a jump\n")
                .contains(
                        "z₁: at a jump of step, line 3: gradient 0, without the jump; slope 0 left of the jump, 1 right of it");
    }

    @Test
    void a_kink_is_said_of_the_function_that_was_written() throws IOException {
        for (String clip : List.of("clip(w, -1, 2)", "np.clip(w, -1, 2)", "(1 * w).clip(-1, 2)", "clamp(w, max=2)")) {
            String name = clip.contains("clamp") ? "clamp" : "clip";
            assertThat(check("w = param([2.0])", "c = " + clip, "E = sum(c) + sum(w)", "minimize(E)"))
                    .as(clip)
                    .contains("at a kink of " + name + ", line 2");
        }
        assertThat(check("w = param([2.0])", "E = sum(relu(w - 2)) + sum(np.abs(w))", "minimize(E)"))
                .contains("at a kink of relu, line 2");
    }

    @Test
    void gradients_that_are_differentiated_again_are_called_by_what_they_are() throws IOException {
        String said = check(
                "x = param(0.0)", "J = x*abs(x) + relu(x)**2", "g = gradient(J, x)", "E = g + g**2", "minimize(E)");
        assertThat(said.lines().skip(2).map(line -> line.split(" ")[0]).toList())
                .startsWith("x", "|x|", "ReLU(x)", "∂J/∂ReLU(x)", "∂J/∂|x|", "∂J/∂x", "g", "g²");
        assertThat(said)
                .doesNotContain("adjoint", "total")
                .contains("x: at a kink of abs, line 2, and of relu, line 2:");
        assertThat(check("x = param(2.0)", "J = x**4", "h = gradient(gradient(J, x), x)", "E = h**2", "minimize(E)"))
                .doesNotContain("adjoint", "total")
                .contains("\n∂²J/∂x² ");
    }

    @Test
    void of_an_array_the_sum_is_differentiated_and_called_so() {
        assertThat(Played.of("gradcheck", "--of", "h", "samples/mazur.chain").out())
                .startsWith("gradients of sum(h) against");
    }

    @Test
    void on_kinks_that_cancel_the_gradient_is_said_to_be_a_convention_and_not_the_slope() throws IOException {
        String said =
                check("x = param([1.0])", "m = maximum(x, 1)", "c = clip(x, 0, 1)", "E = sum(m + c)", "minimize(E)");
        assertThat(said)
                .contains(
                        "x₁: on a kink of maximum, line 2, and of clip, line 3, where the value itself has none: its slope is 1 on"
                                + " the left and on the right; the gradient 2 comes from the conventions there (a tie goes to the"
                                + " first) and is not the slope\n")
                .contains("none disagrees; but at kinks 1 number comes from conventions and is not the slope\n");
        assertThat(check("x = param(0.0)", "L = relu(x) - relu(-x)", "minimize(L)"))
                .contains("its slope is 1 on the left and on the right; the gradient 0 comes from the conventions there"
                        + " (relu′(0) = 0) and is not the slope\n");
    }

    @Test
    void of_elements_told_together_each_has_the_numbers_told() throws IOException {
        assertThat(check("x = param([1.0, 1.0])", "L = max(x) + max(x)", "minimize(L)"))
                .contains("  x₁ (and 1 more with other numbers): at a kink of max, line 2: gradient 2; slope 0 on");
        assertThat(check("x = param([0.0, 0.0])", "L = sum(abs(x))", "minimize(L)"))
                .contains("  x₁ and 1 more: at a kink of abs, line 2: gradient 0; slope -1 on");
    }

    @Test
    void values_are_called_as_in_the_derivation_and_their_lines_told() throws IOException {
        String said =
                check("x = param([0.5, -1.0])", "x = relu(x)", "x = x * 2", "L = sum(x**2)", "", "minimize(L, l2=0.1)");
        assertThat(said.lines().map(line -> line.split("  +")).toList().subList(2, 10))
                .extracting(cells -> cells[0] + " " + cells[1])
                .containsExactly("x 1", "x′ 2", "x′′ 3", "x′′² 4", "L 4", "x² 6", "Σ x² 6", "0.1·Σ x² 6");
        assertThat(said).startsWith("gradients of J against");
    }

    @Test
    void a_kink_that_rounding_hides_is_still_one() throws IOException {
        assertThat(check("x = param(1e8)", "L = relu(x - 1e8) * 1e-12", "minimize(L)"))
                .contains("\n  x: at a kink of relu, line 2: gradient 0, by the conventions there (relu′(0) = 0); the")
                .contains("; 1 number could not be compared\n");
    }

    @Test
    void what_only_turns_too_sharply_is_no_jump_and_no_disagreement() throws IOException {
        assertThat(check("x = param(1e-9)", "L = sin(1/x)", "minimize(L)"))
                .contains("\n  x: gradient -8.37887246e17; the value turns too sharply here")
                .doesNotContain("jump", "kink")
                .contains("none disagrees; 1 number could not be compared\n");
    }

    @Test
    void a_kink_that_a_jump_makes_is_said_of_the_function_that_jumps() throws IOException {
        assertThat(check("x = param(0.0)", "L = x * sign(x)", "minimize(L)"))
                .contains(
                        "  x: at a kink, where sign, line 2, jumps: gradient 0; slope -1 on the left, 1 on the right\n");
    }

    @Test
    void a_clip_inside_another_call_is_called_clip() throws IOException {
        assertThat(check("x = param([-1.0, 0.0, 2.0])", "L = sum(clip(x, -1, 2)**2)", "minimize(L)"))
                .contains("  x₁: at a kink of clip, line 2:");
    }

    @Test
    void a_loss_without_a_name_is_called_as_in_the_derivation() throws IOException {
        assertThat(check("h = param(2)", "minimize(h**2)")).startsWith("gradients of E against");
        assertThat(check("h = param(2)", "E = h**2", "minimize(E, l2=0.1)")).startsWith("gradients of J against");
        assertThat(check("h = param(2)", "E = h**2", "minimize(E)")).startsWith("gradients of E against");
    }
}
