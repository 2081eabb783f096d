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
                        "z[0]: at a jump of step, line 3: gradient 0, without the jump; slope 0 left of the jump, 1 right of it");
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
                .startsWith("x", "J.abs", "J.relu", "∂J/∂J.relu", "∂J/∂J.abs", "∂J/∂x", "g", "E.power");
        assertThat(said)
                .doesNotContain("adjoint", "total")
                .contains("x: at a kink of abs, line 2, and of relu, line 2:");
        assertThat(check("x = param(2.0)", "J = x**4", "h = gradient(gradient(J, x), x)", "E = h**2", "minimize(E)"))
                .doesNotContain("adjoint", "total")
                .contains("\n∂(∂J/∂x)/∂x ");
    }

    @Test
    void of_an_array_the_sum_is_differentiated_and_called_so() {
        assertThat(Played.of("gradcheck", "--of", "h", "samples/mazur.chain").out())
                .startsWith("gradients of sum(h) against");
    }

    @Test
    void kinks_that_cancel_are_named_and_are_no_false_alarm() throws IOException {
        String said =
                check("x = param([1.0])", "m = maximum(x, 1)", "c = clip(x, 0, 1)", "E = sum(m + c)", "minimize(E)");
        assertThat(said)
                .contains(
                        "x[0]: the difference reaches over a kink or jump of maximum, line 2, and of clip, line 3: gradient")
                .contains("none disagrees");
    }

    @Test
    void a_loss_that_has_no_name_or_a_penalty_is_the_loss() throws IOException {
        assertThat(check("h = param(2)", "minimize(h**2)")).startsWith("gradients of loss against");
        assertThat(check("h = param(2)", "E = h**2", "minimize(E, l2=0.1)")).startsWith("gradients of loss against");
        assertThat(check("h = param(2)", "E = h**2", "minimize(E)")).startsWith("gradients of E against");
    }
}
