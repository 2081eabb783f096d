package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Points to compare with come from an independent Python program; only sin, cos and log may differ, in the last bit. */
class GeneratorTest {
    @ParameterizedTest
    @CsvSource({
        "w1-circle, circle, 500, 0, 1",
        "w1-spiral, spiral, 500, 0, 2",
        "circle, circle, 13, 0.3, 5",
        "xor, xor, 12, 0.25, 6",
        "gauss, gauss, 12, 0.2, 7",
        "spiral, spiral, 13, 0.1, 8",
        "plane, plane, 12, 0.2, 9",
        "multi-gauss, multi-gauss, 24, 0.1, 10"
    })
    void points_equal_the_oracles(String golden, String title, int n, double noise, long seed) throws IOException {
        Dataset made = Generator.named(title).make(n, noise, seed);
        List<double[]> expected = golden(golden);
        assertThat(expected).hasSize(n);
        assertThat(made.count()).isEqualTo(n);
        for (int i = 0; i < n; i++) {
            double[] point = {made.x().at(i, 0), made.x().at(i, 1), made.t().at(i, 0)};
            assertThat(point).as("point %d", i).containsExactly(expected.get(i), within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_set_has_two_features_and_one_target(Generator generator) {
        Dataset made = generator.make(generator.usualCount(), 0.1, 3);
        assertThat(made.x().rowShape()).containsExactly(2);
        assertThat(made.x().names()).containsExactly("x1", "x2");
        assertThat(made.t().rowShape()).containsExactly(1);
        assertThat(Arrays.stream(made.t().values()).map(Math::abs).max().orElseThrow())
                .isBetween(0.5, 1.32);
        assertThat(generator.make(50, 0.1, 3).x().values())
                .isEqualTo(generator.make(50, 0.1, 3).x().values());
        assertThat(generator.make(50, 0.1, 3).x().values())
                .isNotEqualTo(generator.make(50, 0.1, 4).x().values());
    }

    @ParameterizedTest
    @EnumSource(names = {"CIRCLE", "XOR", "GAUSS", "SPIRAL"})
    void classes_are_halves_or_nearly(Generator generator) {
        double[] labels = generator.make(500, 0, 1).t().values();
        assertThat(Arrays.stream(labels).map(Math::abs).toArray()).containsOnly(1);
        assertThat(Math.abs(Arrays.stream(labels).sum())).isLessThan(50);
    }

    @Test
    void turning_the_noise_leaves_the_points_where_they_are() {
        double[] still = Generator.CIRCLE.make(100, 0, 4).x().values();
        assertThat(Generator.CIRCLE.make(100, 0.5, 4).x().values()).isEqualTo(still);
    }

    @Test
    void there_are_six_sets() {
        assertThat(Generator.titles()).containsExactly("circle", "xor", "gauss", "spiral", "plane", "multi-gauss");
    }

    @Test
    void a_wrong_name_count_or_noise_is_a_message() {
        assertThat(Expecting.trouble("generate.name", () -> Generator.named("spirall")))
                .hasMessage("there is no data set `spirall`: did you mean `spiral`?");
        assertThat(Expecting.trouble("generate.name", () -> Generator.named("moons")))
                .hasMessageContaining("known are `circle`, `xor`");
        Expecting.trouble("generate.count", () -> Generator.XOR.make(1, 0, 0));
        Expecting.trouble("generate.count", () -> Generator.XOR.make(Generator.MOST + 1, 0, 0));
        for (double wrong : new double[] {-0.1, 11, Double.NaN, Double.POSITIVE_INFINITY}) {
            Expecting.trouble("generate.noise", () -> Generator.XOR.make(10, wrong, 0));
        }
    }

    private static List<double[]> golden(String name) throws IOException {
        try (var in = GeneratorTest.class.getResourceAsStream("/golden/data/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }
}
