package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same file with other seeds, and with the same ones again. */
class SeedsTest {
    private static final Path FILE = Path.of("samples", "spiral.chain");
    private static final int SEEDS = 10;

    /** The spiral with seeds of its own for the data, the order of its rows, its split and each parameter. */
    private static Course spiral(int seed) throws IOException {
        String text = Source.read(FILE).text();
        for (int k = 1; k <= 3; k++) {
            text = text.replaceAll("(xavier\\(.*), seed=" + k + "\\)", "$1, seed=" + (10 * seed + k) + ")");
        }
        text = text.replace("noise=0, seed=1", "noise=0, seed=" + seed)
                .replace("split=[60, 20, 20], seed=1", "split=[60, 20, 20], seed=" + seed);
        assertThat(text).contains("xavier(16, 1, seed=" + (10 * seed + 3) + ")", "20], seed=" + seed);
        String model = text.lines().filter(line -> !line.startsWith("expect")).collect(Collectors.joining("\n"));
        return Course.of(Source.of("spiral", model), FILE.resolveSibling(""));
    }

    @Test
    void the_spiral_reaches_97_percent_of_its_test_rows_for_the_median_of_ten_seeds() throws IOException {
        double[] reached = new double[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            Course course = spiral(seed);
            Trainer trainer = new Trainer(course, Engines.named("jvm").orElseThrow(), System::nanoTime);
            trainer.to((long) course.epochs().orElseThrow() * course.perEpoch(), Progress.NONE);
            reached[seed - 1] =
                    trainer.measured().scores().get(Take.Part.TEST).accuracy().orElseThrow();
        }
        String all = Arrays.toString(reached);
        Arrays.sort(reached);
        double median = (reached[SEEDS / 2 - 1] + reached[SEEDS / 2]) / 2;
        System.out.println(
                String.format(Locale.ROOT, "spiral, test accuracy of ten seeds: %s, median %.3f", all, median));
        assertThat(median).as(all).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void training_twice_from_a_seed_gives_every_bit_again(String engine) throws IOException {
        Snapshot[] states = new Snapshot[2];
        for (int run = 0; run < 2; run++) {
            Course course = Course.of(Source.read(FILE), FILE.resolveSibling(""));
            Trainer trainer = new Trainer(course, Engines.named(engine).orElseThrow(), System::nanoTime);
            trainer.to(95, Progress.NONE);
            states[run] = trainer.state();
        }
        for (int k = 0; k < states[0].size(); k++) {
            assertThat(states[1].values(k)).containsExactly(states[0].values(k));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void stepping_on_one_by_one_from_any_update_ends_where_training_straight_through_does(String engine)
            throws IOException {
        Course course = Course.of(Source.read(FILE), FILE.resolveSibling(""));
        Trainer straight = new Trainer(course, Engines.named(engine).orElseThrow(), System::nanoTime);
        straight.to(60, Progress.NONE);
        Trainer stepped = new Trainer(course, Engines.named(engine).orElseThrow(), System::nanoTime);
        stepped.to(37, Progress.NONE);
        for (int update = 38; update <= 60; update++) {
            stepped.to(update, Progress.NONE);
        }
        for (int k = 0; k < straight.state().size(); k++) {
            assertThat(stepped.state().values(k))
                    .containsExactly(straight.state().values(k));
        }
    }
}
