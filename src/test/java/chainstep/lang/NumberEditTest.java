package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberEditTest {
    @Test
    void the_number_alone_changes() {
        String text = "# start\nW = param([[0.15, .20],  # first row\n           [1/4, -0.30]])  # done\ny = W * 2\n";
        assertThat(edited(text, "W", 1, 0.5)).isEqualTo(text.replace(".20", "0.5"));
        assertThat(edited(text, "W", 2, -1e-9)).isEqualTo(text.replace("1/4", "-1e-9"));
        assertThat(edited(text, "W", 3, 7)).isEqualTo(text.replace("-0.30", "7"));
    }

    @Test
    void every_way_to_write_numbers_is_found() {
        assertThat(edited("x = input(2)\ny = x + 1", "x", 0, 3)).isEqualTo("x = input(3)\ny = x + 1");
        assertThat(edited("x = input(value=[2, 3])\ny = x + 1", "x", 1, 4))
                .isEqualTo("x = input(value=[2, 4])\ny = x + 1");
        assertThat(edited("x = param(np.array([2, 3]))\ny = x + 1", "x", 0, 4))
                .isEqualTo("x = param(np.array([4, 3]))\ny = x + 1");
        assertThat(edited("𝛼 = const((1, 2))  # 𝛽\ny = 𝛼 + 1", "α", 1, 4))
                .isEqualTo("𝛼 = const((1, 4))  # 𝛽\ny = 𝛼 + 1");
        assertThat(edited("a = 0.5\ny = a + 1", "a", 0, 4)).isEqualTo("a = 4\ny = a + 1");
        assertThat(edited("w = [1, 2]\ny = w + 1", "w", 1, 4)).isEqualTo("w = [1, 4]\ny = w + 1");
        assertThat(edited("a = const(2)\nw = param([a, 2*a])\ny = w + a", "w", 1, 5))
                .isEqualTo("a = const(2)\nw = param([a, 5])\ny = w + a");
    }

    @Test
    void few_drawn_numbers_are_written_out() {
        assertThat(edited("W = param(zeros(2, 2))\ny = W + 1", "W", 2, 0.1))
                .isEqualTo("W = param([[0, 0], [0.1, 0]])\ny = W + 1");
    }

    @Test
    void what_cannot_be_changed_says_why() {
        assertThat(trouble("W = param(zeros(9, 9))\ny = W + 1", "W"))
                .contains("81")
                .contains("64");
        assertThat(trouble("X, t = data(\"xor\", n=4, seed=1)\ny = X + 1", "X")).contains("data(\"xor\", n=4, seed=1)");
        assertThat(trouble("x = input(1)\ny = x + 1", "y")).contains("`y`");
        assertThatThrownBy(() -> edited("x = input(1)\ny = x + 1", "x", 0, Double.NaN))
                .isInstanceOf(SourceError.class);
    }

    @Test
    void numbers_are_written_in_the_shortest_way() {
        assertThat(Stream.of(0.1, -0.25, 1e-7, 2.5e300, 100.0, 1.0 / 3, -0.0).map(NumberEdit::written))
                .containsExactly("0.1", "-0.25", "1e-7", "2.5e300", "100", "0.3333333333333333", "0");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int k = 0; k < 2_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && Math.abs(value) > Double.MIN_NORMAL) {
                assertThat(Double.parseDouble(NumberEdit.written(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void in_every_sample_the_new_number_is_read_back_and_nothing_else_changes() throws IOException {
        int changed = 0;
        for (Path sample : samples()) {
            Model model = ChainReader.read(sample);
            for (Node leaf : model.program().nodes()) {
                if (NumberEdit.canEdit(model, leaf.id()) && leaf.shape().size() <= NumberEdit.MOST) {
                    int element = leaf.shape().size() - 1;
                    changesOnly(model, sample.resolveSibling(""), leaf, element);
                    changed++;
                }
            }
        }
        assertThat(changed).isGreaterThan(400);
    }

    private static void changesOnly(Model model, Path folder, Node leaf, int element) {
        double[] before = numbers(model, leaf.id());
        double value = before[element] == 0.8125 ? 0.4375 : 0.8125;
        String text = NumberEdit.of(model, leaf.id(), element, value);
        Model after;
        try {
            after = ChainReader.read(Source.of(model.source().name(), text), folder);
        } catch (SourceError meant) {
            assertThat(meant.phrase().key()).as(text).startsWith("class");
            return;
        }
        before[element] = value;
        String as = model.source().name() + " " + leaf.name();
        assertThat(numbers(after, after.program().named(leaf.name()).orElseThrow()))
                .as(as)
                .isEqualTo(before);
        assertThat(text.lines().count())
                .as(as)
                .isEqualTo(model.source().text().lines().count());
        List<String> lines = model.source().text().lines().toList();
        assertThat(text.lines().filter(line -> !lines.contains(line)).count())
                .as(as)
                .isLessThanOrEqualTo(1);
        if (after.program().size() == model.program().size()) {
            for (Node other : model.program().nodes()) {
                if (other.isLeaf() && other.id() != leaf.id()) {
                    assertThat(numbers(after, other.id())).as(as).isEqualTo(numbers(model, other.id()));
                }
            }
        }
    }

    private static double[] numbers(Model model, int node) {
        double[] all = new double[model.program().node(node).shape().size()];
        ((Leaf) model.program().node(node).op()).supply().fill(0, all);
        return all;
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
    }

    private static String edited(String text, String name, int element, double value) {
        Model model = ChainReader.read(Source.of("a.chain", text), Path.of(""));
        return NumberEdit.of(model, model.names().get(name), element, value);
    }

    private static String trouble(String text, String name) {
        try {
            return edited(text, name, 0, 1);
        } catch (SourceError error) {
            return error.message(Locale.ENGLISH);
        }
    }
}
