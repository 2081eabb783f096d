package chainstep.run;

import static chainstep.run.Chain.holds;
import static chainstep.run.Chain.model;
import static chainstep.run.Chain.refused;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where numbers come from: written out, made from a seed, read from data. */
class LeavesTest {
    @TempDir
    Path folder;

    private static Tensor value(Model model, String name) {
        return new Iterations(model.program()).trace(0).value(model.names().get(name));
    }

    @Test
    void leaves_take_numbers_lists_and_arrays() {
        holds("""
                a = input(0.5)
                b = target([1, 2/3])
                c = param([[1, 2], [3, 4]])
                d = const(torch.tensor([1e-3, -2]))
                e = param(np.array([[[[1]]]]))
                f = const((1, 2))
                expect(a + b[1] * 3, 2.5)
                expect(c[1, 0], 3)
                expect(d, [0.001, -2])
                expect(e[0, 0, 0, 0], 1)
                expect(f, [1, 2])
                """);
    }

    @Test
    void initialisers_give_the_same_numbers_everywhere() {
        Model model = model("""
                z = param(zeros(2, 3))
                o = param(ones(3))
                n = param(normal(100, 10, std=2, seed=1))
                u = param(uniform(100, 10, lo=-1, hi=3, seed=1))
                x = param(xavier(100, 20, seed=1))
                h = param(he(100, 20, seed=1))
                n2 = param(normal(100, 10, std=2, seed=1))
                n3 = param(normal((100, 10), std=2, seed=3))
                """);
        assertThat(value(model, "z")).isEqualTo(Tensor.full(Shape.of(2, 3), 0));
        assertThat(value(model, "o")).isEqualTo(Tensor.full(Shape.of(3), 1));
        assertThat(value(model, "n")).isEqualTo(value(model, "n2")).isNotEqualTo(value(model, "n3"));
        assertThat(value(model, "n").get(0))
                .isEqualTo(
                        value(model("n = param(normal(7, std=2, seed=1))"), "n").get(0));
        double mean = Arrays.stream(value(model, "u").toArray()).average().orElseThrow();
        assertThat(mean).isBetween(0.8, 1.2);
        assertThat(Arrays.stream(value(model, "u").toArray())).allMatch(number -> number >= -1 && number < 3);
        assertThat(Arrays.stream(value(model, "x").toArray()))
                .allMatch(number -> Math.abs(number) <= Math.sqrt(6.0 / 120));
    }

    @Test
    void generated_data_fills_two_leaves() {
        for (String name : new String[] {"circle", "xor", "gauss", "spiral", "plane", "multi-gauss"}) {
            Model model = model("X, t = data(\"" + name + "\", n=50, noise=0.1, seed=1)");
            assertThat(value(model, "X").shape()).isEqualTo(Shape.of(50, 2));
            assertThat(value(model, "t").size()).isEqualTo(50);
        }
    }

    @Test
    void a_csv_file_is_found_beside_the_chain_file() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "a,b,kind\n1,2,yes\n3,4,no\n5,6,yes\n");
        Path file = folder.resolve("net.chain");
        Files.writeString(file, "X, t = csv(\"points.csv\", x=[\"a\", 1], y=[\"kind\"])\n");
        Model model = ChainReader.read(file);
        assertThat(value(model, "X")).isEqualTo(Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));
        assertThat(value(model, "t").shape()).isEqualTo(Shape.of(3, 2));
    }

    @Test
    void digits_are_read_flat_or_as_images() {
        String call =
                "X, t = idx(\"../data/digits-200-images-idx3-ubyte.gz\", \"../data/digits-200-labels-idx1-ubyte.gz\"";
        assertThat(value(model(call + ")"), "X").shape()).isEqualTo(Shape.of(200, 784));
        assertThat(value(model(call + ")"), "t").shape()).isEqualTo(Shape.of(200, 10));
        Model images = model(call + ", flat=False, one_hot=False)\ntrain(batch=50)");
        assertThat(value(images, "X").shape().dim(0)).isEqualTo(50);
        assertThat(value(images, "X").shape().rank()).isGreaterThan(2);
        assertThat(value(images, "t").shape()).isEqualTo(Shape.of(50));
    }

    @Test
    void what_is_not_finite_is_refused() {
        refused("x = param(1e999)", "1:11", "this number is beyond float64");
        refused("x = param([1, inf])", "1:15", "`inf` is not a number: only finite numbers are written");
        refused("x = param(2)\ny = x * nan", "2:9", "`nan` is not a number: only finite numbers are written");
        refused("y = 2 + 1e200 * 1e200", "1:9", "this number is beyond float64");
        refused("W = param(normal(2, std=1e305))", "1:25", "the standard deviation `std` is a number from 0 to 1e300");
    }

    @Test
    void a_name_used_before_it_is_defined_is_told_with_the_line() {
        refused("y = x + 1\nx = param(2)", "1:5", "`x` is used before it is defined, in line 2");
    }
}
