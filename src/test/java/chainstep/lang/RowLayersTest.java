package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.LayerEdit.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks of rows, {@code X @ W + b}, are changed as those of columns are. */
class RowLayersTest {
    private static final String ODD = """
            # by hand
            X, t  =  data( "xor" , n = 40 )   # points
            A =  param( xavier( 2,3 , seed = 4 ) )  # in
            a = param(zeros((1, 3)))
            B = param([[0.1], [0.2],
                       [0.3]])   # out
            b = param([0.0])
            h = np.tanh( X@A + a )  # hidden

            o = h @ B + b
            E = torch.mean((t - o) ** 2) + 0.01*sum(A**2)  # penalized
            minimize( E , sgd( lr = 0.1 ) )
            label(A, "p q r; s u v")
            ask(grad(A)[0, 2])
            ask(E)
            breakpoint(when="norm(grad(A)) > 10")
            """;

    private static String sample(String name) {
        try {
            return Files.readString(Path.of("samples", name + ".chain"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String read(Optional<String> text) {
        ChainReader.read(Source.of("changed", text.orElseThrow()), Path.of("samples"));
        return text.orElseThrow();
    }

    private static List<String> changed(String before, String after) {
        List<String> lines = new ArrayList<>(List.of(after.split("\n")));
        List.of(before.split("\n")).forEach(lines::remove);
        lines.removeIf(line -> line.startsWith("# expect("));
        return lines;
    }

    private static String held(String text) {
        return text.replace("\nexpect(", "\n# expect(");
    }

    @Test
    void the_layers_are_told() {
        assertThat(LayerEdit.layers(sample("spiral")))
                .containsExactly(
                        new Layer("h1", "W1", "b1", 16, "tanh", true),
                        new Layer("h2", "W2", "b2", 16, "tanh", true),
                        new Layer("y", "W3", "b3", 1, "tanh", false));
        assertThat(LayerEdit.layers(sample("digits")))
                .containsExactly(
                        new Layer("h1", "W1", "b1", 128, "relu", true),
                        new Layer("h2", "W2", "b2", 64, "relu", true),
                        new Layer("z3", "W3", "b3", 10, "", false));
        assertThat(LayerEdit.layers(ODD))
                .containsExactly(new Layer("h", "A", "a", 3, "tanh", true), new Layer("o", "B", "b", 1, "", false));
        assertThat(LayerEdit.layers("x = input(1)\nE = x**2\n")).isEmpty();
        assertThat(LayerEdit.layers("x = (")).isEmpty();
    }

    @Test
    void units_come_and_go() {
        String spiral = sample("spiral");
        String more = read(LayerEdit.units(spiral, 0, 1));
        assertThat(changed(spiral, more))
                .containsExactly(
                        "W1 = param(xavier(2, 17, seed=1))",
                        "b1 = param(zeros(17))",
                        "W2 = param(xavier(17, 16, seed=2))");
        assertThat(LayerEdit.units(more, 0, -1)).contains(held(spiral));
        String digits = sample("digits");
        assertThat(changed(digits, read(LayerEdit.units(digits, 1, -4))))
                .containsExactly(
                        "W2 = param(he(60, 128, seed=2))", "b2 = param(zeros(60))", "W3 = param(he(10, 60, seed=3))");
        assertThat(LayerEdit.units(spiral, 2, 1)).as("the data say how many").isEmpty();
        assertThat(LayerEdit.units(spiral, 0, -16)).isEmpty();
    }

    @Test
    void layers_come_with_free_names_and_a_seed_of_their_own_and_go() {
        String spiral = sample("spiral");
        String deeper = read(LayerEdit.added(spiral, 1));
        assertThat(changed(spiral, deeper))
                .containsExactly(
                        "W4 = param(xavier(16, 16, seed=4))",
                        "b4 = param(zeros(16))",
                        "h4 = tanh(h2 @ W4 + b4)",
                        "y  = tanh(h4 @ W3 + b3)");
        assertThat(LayerEdit.removed(deeper, 2)).contains(held(spiral));
        String digits = sample("digits");
        String more = read(LayerEdit.added(digits, 0));
        assertThat(changed(digits, more))
                .containsExactly(
                        "W4 = param(he(128, 128, seed=4))",
                        "b4 = param(zeros(128))",
                        "z4 = h1 @ W4.T + b4",
                        "h4 = relu(z4)",
                        "z2 = h4 @ W2.T + b2");
        assertThat(LayerEdit.removed(more, 1)).contains(held(digits));
        String flat = read(LayerEdit.removed(spiral, 0).flatMap(less -> LayerEdit.removed(less, 0)));
        assertThat(flat).contains("y  = tanh(X @ W3 + b3)", "xavier(2, 1, seed=3)");
        assertThat(read(LayerEdit.added(flat, 0))).contains("h1 = tanh(X @ W1 + b1)");
    }

    @Test
    void activations_change_in_place() {
        String spiral = sample("spiral");
        String bent = read(LayerEdit.bent(spiral, 0, "relu"));
        assertThat(changed(spiral, bent)).containsExactly("h1 = relu(X @ W1 + b1)");
        assertThat(LayerEdit.bent(bent, 0, "tanh")).contains(held(spiral));
        String straight = read(LayerEdit.bent(spiral, 2, ""));
        assertThat(changed(spiral, straight)).containsExactly("y  = h2 @ W3 + b3");
        assertThat(LayerEdit.bent(straight, 2, "tanh")).contains(held(spiral));
        String digits = sample("digits");
        String none = read(LayerEdit.bent(digits, 1, ""));
        assertThat(changed(digits, none)).containsExactly("h2 = z2");
        assertThat(LayerEdit.layers(none).get(1).activation()).isEmpty();
        assertThat(LayerEdit.bent(none, 1, "relu")).contains(held(digits));
        for (String word : LayerEdit.activations()) {
            read(LayerEdit.bent(spiral, 1, word));
            read(LayerEdit.bent(digits, 1, word));
        }
        assertThat(LayerEdit.bent(spiral, 0, "tan")).isEmpty();
    }

    @Test
    void losses_change_in_place() {
        String spiral = sample("spiral");
        assertThat(LayerEdit.loss(spiral)).contains("mse");
        assertThat(LayerEdit.loss(sample("digits"))).contains("cross_entropy");
        for (String word : LayerEdit.losses()) {
            String other = read(LayerEdit.measured(spiral, word));
            assertThat(LayerEdit.loss(other)).contains(word);
            if (!other.contains("z3")) {
                assertThat(held(LayerEdit.measured(other, "mse").orElseThrow())).isEqualTo(held(spiral));
            }
            read(LayerEdit.measured(sample("digits"), word));
        }
        assertThat(changed(spiral, read(LayerEdit.measured(spiral, "bce_logits"))))
                .containsExactly("z3 = h2 @ W3 + b3", "y  = tanh(z3)", "L  = bce_logits(z3, t)");
        assertThat(LayerEdit.measured(spiral, "mean")).isEmpty();
    }

    @Test
    void odd_spacing_and_comments_stay() {
        assertThat(read(LayerEdit.units(ODD, 0, 1)))
                .contains("A =  param( xavier( 2, 4 , seed = 4 ) )  # in")
                .contains("a = param(zeros((1, 4)))", "B = param([[0.1], [0.2], [0.3], [0.60]])   # out")
                .contains("# label(A", "# ask(grad(A)", "\nask(E)", "\nbreakpoint(when");
        assertThat(read(LayerEdit.bent(ODD, 0, "relu"))).isEqualTo(ODD.replace("np.tanh", "np.relu"));
        assertThat(read(LayerEdit.measured(ODD, "mae")))
                .isEqualTo(ODD.replace("torch.mean((t - o) ** 2)", "mae(o, t)"));
        assertThat(read(LayerEdit.added(ODD, 0))).contains("h1 = tanh(h @ W1 + b1)", "o = h1 @ B + b");
        assertThat(LayerEdit.removed(ODD, 0))
                .as("the penalty reads its weights")
                .isEmpty();
    }

    @Test
    void a_broken_line_stays_broken_and_hides_no_layer() {
        String broken = ODD + "oops(\n";
        assertThat(LayerEdit.isLayered(broken)).isTrue();
        assertThat(LayerEdit.bent(broken, 0, "relu")).contains(broken.replace("np.tanh", "np.relu"));
        assertThat(LayerEdit.isLayered("oops(\n\n)))\n")).isFalse();
    }

    @Test
    void lines_that_need_the_shape_refuse_it() {
        String skips = ODD.replace("E = ", "k = h[:, 2]\nE = ");
        assertThat(LayerEdit.units(skips, 0, -1)).isEmpty();
        assertThat(LayerEdit.removed(skips, 0)).isEmpty();
    }
}
