package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Source;
import chainstep.run.Iterations;
import chainstep.run.Progress;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaltTest {
    private static final String SLIDE = """
            w = param(3)
            L = w**2
            minimize(L, sgd(lr=0.1))
            breakpoint(when="L < 1")
            breakpoint(when="w < 0.5")
            """;

    private static Course course(String text) {
        return Course.of(Source.of("slide", text), Path.of(""));
    }

    private static Trainer trainer(String engine, String text) {
        Course course = course(text);
        return new Trainer(
                course, Engines.named(engine).orElseThrow(), System::nanoTime, Conditions.of(course.model()));
    }

    /** w is multiplied by 0.8 in every update: 9·0.64^5 is below 1 first. */
    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void training_stops_before_the_first_update_in_which_a_condition_holds(String engine) {
        Trainer trainer = trainer(engine, SLIDE);
        assertThat(trainer.to(1000, Progress.NONE)).isFalse();
        assertThat(trainer.halted().orElseThrow().iteration()).isEqualTo(5);
        assertThat(trainer.halted().orElseThrow().condition()).isZero();
        assertThat(trainer.state().iteration()).isEqualTo(5);
        assertThat(trainer.state().values(0)[0]).isCloseTo(3 * Math.pow(0.8, 5), within());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm"})
    void going_on_passes_it_to_the_next_update_in_which_one_holds(String engine) {
        Trainer trainer = trainer(engine, SLIDE);
        trainer.to(1000, Progress.NONE);
        assertThat(trainer.to(1000, Progress.NONE)).isFalse();
        assertThat(trainer.halted().orElseThrow().iteration()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm", "jvm32"})
    void a_condition_that_never_holds_changes_no_bit(String engine) {
        Trainer watched = trainer(engine, SLIDE.replace("L < 1", "L < 0").replace("w < 0.5", "L > 1e9"));
        Trainer plain = trainer(engine, SLIDE.replaceAll("breakpoint.*", ""));
        assertThat(watched.to(20, Progress.NONE)).isTrue();
        plain.to(20, Progress.NONE);
        assertThat(watched.state().values(0)).containsExactly(plain.state().values(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejml", "jvm"})
    void the_condition_that_held_is_told(String engine) {
        Trainer trainer = trainer(engine, SLIDE.replace("breakpoint(when=\"L < 1\")\n", ""));
        trainer.to(1000, Progress.NONE);
        assertThat(trainer.halted().orElseThrow().iteration()).isEqualTo(9);
        assertThat(trainer.halted().orElseThrow().condition()).isZero();
    }

    @Test
    void a_run_goes_on_from_states_that_are_told() {
        Course course = course(SLIDE);
        Trainer trainer = trainer("jvm", SLIDE.replaceAll("breakpoint.*", ""));
        trainer.to(100, Progress.NONE);
        Iterations iterations = new Iterations(course.program());
        iterations.trace(3);
        iterations.tell(List.of(trainer.state()));
        int w = course.program().carries().get(0).leaf();
        assertThat(iterations.trace(100).value(w).toArray())
                .containsExactly(trainer.state().values(0));
        assertThat(iterations.nearest(250)).isGreaterThanOrEqualTo(100);
        assertThat(iterations.trace(2).get(w, 0)).isCloseTo(3 * 0.64, within());
    }
}
