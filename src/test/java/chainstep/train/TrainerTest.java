package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final String SPIRAL = """
            X, t = data("gauss", n=200, noise=0.1, seed=1)
            W1 = param(xavier(2, 6, seed=1))
            b1 = param(zeros(6))
            W2 = param(xavier(6, 1, seed=2))
            b2 = param(zeros(1))
            y = tanh(tanh(X @ W1 + b1) @ W2 + b2)
            L = mean((y - t)**2)
            minimize(L, adam(lr=0.02))
            train(epochs=5, batch=10, shuffle=True, split=[60, 20, 20], seed=3)
            """;

    private static Course course(String text) {
        return Course.of(Source.of("test", text), Path.of("samples"));
    }

    private static Trainer trainer(Course course, String engine) {
        return new Trainer(course, Engines.named(engine).orElseThrow(), System::nanoTime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void learns_two_clouds_apart(String engine) {
        Trainer trainer = trainer(course(SPIRAL), engine);
        Epoch before = trainer.measured();
        Optional<Epoch> after = Optional.empty();
        for (int epoch = 0; epoch < 5; epoch++) {
            after = trainer.toEpochEnd(Progress.NONE);
        }
        Measure.Score test = after.orElseThrow().scores().get(Take.Part.TEST);
        assertThat(test.loss()).isLessThan(before.scores().get(Take.Part.TEST).loss() / 2);
        assertThat(test.accuracy().orElseThrow()).isGreaterThan(0.95);
        assertThat(after.orElseThrow().updates()).isEqualTo(60);
        assertThat(after.orElseThrow().number()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void stopping_on_the_way_changes_nothing(String engine) {
        Course course = course(SPIRAL);
        Trainer straight = trainer(course, engine);
        straight.to(50, Progress.NONE);
        Trainer halting = trainer(course, engine);
        halting.to(7, Progress.NONE);
        Trainer other = trainer(course, engine);
        other.load(halting.state());
        other.to(50, Progress.NONE);
        assertSame(other.state(), straight.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void a_checkpoint_gives_back_every_bit(String engine, @TempDir Path folder) throws IOException {
        Course course = course(SPIRAL);
        Trainer trainer = trainer(course, engine);
        trainer.to(33, Progress.NONE);
        Path file = folder.resolve("state.npz");
        Checkpoint.write(file, course, trainer.state());
        assertSame(Checkpoint.read(file, course), trainer.state());
    }

    @Test
    void a_checkpoint_that_is_cut_off_is_refused(@TempDir Path folder) throws IOException {
        Course course = course(SPIRAL);
        Path file = folder.resolve("state.npz");
        Checkpoint.write(file, course, trainer(course, "ejml").state());
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 100}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Checkpoint.read(file, course)).isInstanceOf(TrainException.class);
        }
    }

    @Test
    void a_checkpoint_of_another_model_is_refused(@TempDir Path folder) throws IOException {
        Course course = course(SPIRAL);
        Path file = folder.resolve("state.npz");
        Checkpoint.write(file, course, trainer(course, "ejml").state());
        Course wider = course(
                SPIRAL.replace("2, 6", "2, 7").replace("zeros(6)", "zeros(7)").replace("6, 1", "7, 1"));
        assertThatThrownBy(() -> Checkpoint.read(file, wider))
                .isInstanceOf(TrainException.class)
                .hasMessageContaining("2×6, here it is 2×7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void too_large_a_rate_stops_before_the_update_that_broke(String engine) {
        Course course = course("""
                w = param(1)
                L = w**4
                minimize(L, sgd(lr=10))
                """);
        Trainer trainer = trainer(course, engine);
        assertThat(trainer.to(1000, Progress.NONE)).isFalse();
        Diverged diverged = trainer.diverged().orElseThrow();
        assertThat(diverged.before().isFinite()).isTrue();
        assertThat(diverged.iteration()).isLessThan(10);
        assertThat(trainer.state().iteration()).isEqualTo(diverged.iteration());
    }

    @Test
    void a_model_of_single_rows_is_measured_row_by_row() {
        String rows = "X, t = data(\"gauss\", n=40, seed=1)\ntrain(epochs=1, batch=10)\n"
                + "w = param([[0.1], [0.2]])\ny = X @ w\nL = mean((y - t)**2)\nminimize(L, sgd(lr=0.01))\n";
        String single = "x, t = data(\"gauss\", n=40, seed=1)\ntrain(epochs=1, batch=1)\n"
                + "w = param([[0.1, 0.2]])\ny = w @ x\nL = mean((y - t)**2)\nminimize(L, sgd(lr=0.01))\n";
        Measure.Score one = trainer(course(rows), "jvm").measured().scores().get(Take.Part.TRAINING);
        Measure.Score other = trainer(course(single), "jvm").measured().scores().get(Take.Part.TRAINING);
        assertThat(other.loss()).isCloseTo(one.loss(), org.assertj.core.data.Offset.offset(1e-14));
        assertThat(other.accuracy()).isEqualTo(one.accuracy());
    }

    @Test
    void nothing_minimized_is_no_course() {
        assertThatThrownBy(() -> course("w = param(1)\nL = w * w\n"))
                .isInstanceOf(TrainException.class)
                .hasMessageContaining("minimizes nothing");
    }

    private static void assertSame(Snapshot one, Snapshot other) {
        assertThat(one.iteration()).isEqualTo(other.iteration());
        for (int k = 0; k < other.size(); k++) {
            assertThat(one.values(k)).containsExactly(other.values(k));
        }
    }
}
