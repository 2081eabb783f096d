package chainstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Source;
import chainstep.run.Progress;
import chainstep.train.Course;
import chainstep.train.Engines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private static final long MILLISECOND = 1_000_000;
    private static final int EPOCHS = 60;

    private static Course spiral() throws IOException {
        Path file = Path.of("samples", "spiral.chain");
        return Course.of(Source.read(file), file.getParent());
    }

    /** Java is slow at what it does first. */
    @Test
    void a_training_that_is_over_soon_has_its_curve_though_the_first_measuring_took_long() throws IOException {
        AtomicLong asked = new AtomicLong();
        AtomicLong now = new AtomicLong();
        Course course = spiral();
        Runner runner = new Runner(
                course,
                Engines.named("jvm").orElseThrow(),
                () -> now.addAndGet(asked.incrementAndGet() == 2 ? 700 * MILLISECOND : 1));
        Progressed far = runner.to((long) EPOCHS * course.perEpoch(), Progress.NONE);
        assertThat(far.marks()).hasSizeGreaterThanOrEqualTo(EPOCHS);
        assertThat(far.reel()).hasSizeGreaterThanOrEqualTo(EPOCHS);
    }

    @Test
    void of_a_long_training_a_twentieth_goes_to_measuring_beside_the_points_of_its_curve() throws IOException {
        AtomicLong now = new AtomicLong();
        Course course = spiral();
        Runner runner = new Runner(course, Engines.named("jvm").orElseThrow(), () -> now.addAndGet(10 * MILLISECOND));
        long updates = 3_000L * course.perEpoch();
        Progressed far = runner.to(updates, Progress.NONE);
        assertThat(far.state().iteration()).isEqualTo(updates);
        double seconds = now.get() / 1e9;
        assertThat(far.marks().size() * 0.01).isLessThan(2.5 + seconds / 20);
    }
}
