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
}
