package chainstep.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Program;
import chainstep.math.Rational;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Rational TENTH = Rational.of(1, 10);

    private static Schedule of(ScheduleKind kind, String name, Rational value) {
        return kind.make(TENTH, Map.of(name, value));
    }

    private static void follows(Schedule schedule, IntToDoubleFunction formula) {
        LeastSquares fit = new LeastSquares();
        Program program = fit.minimised(Settings.of(OptimizerKind.SGD.make(schedule, Map.of())));
        int rate = Updates.part(program, Updates.SHARED, "rate").orElseThrow();
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        for (int t = 0; t < 25; t++) {
            assertThat(trace.value(rate).item()).as("t = %d", t).isEqualTo(formula.applyAsDouble(t), within(1e-15));
            evaluator.advance(trace);
        }
    }

    @Test
    void step_decay_drops_by_a_factor_every_so_many_updates() {
        Map<String, Rational> given = Map.of("every", Rational.of(4), "factor", Rational.of(1, 2));
        follows(ScheduleKind.STEP_DECAY.make(TENTH, given), t -> 0.1 * Math.pow(0.5, t / 4));
    }

    @Test
    void step_decay_may_drop_at_every_update() {
        follows(of(ScheduleKind.STEP_DECAY, "every", Rational.ONE), t -> 0.1 * Math.pow(0.1, t));
    }

    @Test
    void exponential_decay_follows_the_exponential() {
        follows(of(ScheduleKind.EXP_DECAY, "rate", Rational.of(1, 5)), t -> 0.1 * Math.exp(-t / 5.0));
    }

    @Test
    void the_cosine_falls_from_the_first_rate_to_the_least_and_stays() {
        Map<String, Rational> given = Map.of("total", Rational.of(16), "min", Rational.of(1, 50));
        follows(
                ScheduleKind.COSINE.make(TENTH, given),
                t -> 0.02 + 0.04 * (1 + Math.cos(Math.PI * Math.min(t, 16) / 16)));
        follows(
                of(ScheduleKind.COSINE, "total", Rational.of(10)),
                t -> 0.05 * (1 + Math.cos(Math.PI * Math.min(t, 10) / 10)));
    }

    @Test
    void the_warm_up_rises_to_the_rate_and_stays() {
        follows(of(ScheduleKind.WARMUP, "steps", Rational.of(8)), t -> 0.1 * Math.min(1, (t + 1) / 8.0));
    }

    @Test
    void a_schedule_and_adam_share_one_count_of_updates() {
        LeastSquares fit = new LeastSquares();
        Schedule schedule = of(ScheduleKind.WARMUP, "steps", Rational.of(8));
        Program program = fit.minimised(Settings.of(OptimizerKind.ADAM.make(schedule, Map.of())));
        long memories = program.carries().size();
        assertThat(memories).as("W, b, their two moments, and t").isEqualTo(2 + 4 + 1);
    }

    @Test
    void there_are_four_schedules_and_each_is_found_by_its_word() {
        assertThat(ScheduleKind.values()).hasSize(4);
        assertThat(Arrays.stream(ScheduleKind.values()))
                .allSatisfy(kind -> assertThat(ScheduleKind.named(kind.word())).hasValue(kind));
    }

    @Test
    void a_count_of_updates_must_be_a_whole_number() {
        assertThatThrownBy(() -> of(ScheduleKind.WARMUP, "steps", Rational.of(5, 2)))
                .hasMessageContaining("schedule.whole");
        assertThatThrownBy(() -> of(ScheduleKind.COSINE, "total", Rational.ZERO))
                .hasMessageContaining("schedule.whole");
    }
}
