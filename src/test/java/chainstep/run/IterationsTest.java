package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.op.Negate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IterationsTest {
    private static final Program MAZUR = Networks.mazur();

    private static double loss(Trace trace) {
        return trace.get(trace.program().named("E").orElseThrow(), 0);
    }

    /** The losses of the first iterations, run once from the start. */
    private static List<Double> losses(Program program, int count) {
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        List<Double> losses = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            losses.add(loss(trace));
            evaluator.advance(trace);
        }
        return losses;
    }

    @Test
    void any_iteration_asked_for_in_any_order_is_the_same_to_the_bit() {
        List<Double> losses = losses(MAZUR, 3000);
        Random random = new Random(7);
        for (long budget : new long[] {20_000, 200_000, Iterations.SNAPSHOT_BYTES}) {
            Iterations iterations = new Iterations(MAZUR, budget);
            for (int k = 0; k < 300; k++) {
                int iteration = random.nextInt(3000);
                assertThat(loss(iterations.trace(iteration))).isEqualTo(losses.get(iteration));
                assertThat(iterations.trace(iteration).iteration()).isEqualTo(iteration);
            }
        }
    }

    @Test
    void a_trace_handed_out_stays_as_it_is() {
        Iterations iterations = new Iterations(MAZUR);
        Trace first = iterations.trace(0);
        double before = loss(first);
        iterations.trace(500);
        assertThat(loss(first)).isEqualTo(before).isEqualTo(loss(new Iterations(MAZUR).trace(0)));
    }

    @Test
    void walking_back_from_far_away_runs_each_iteration_a_few_times_at_most() {
        long[] runs = new long[1];
        Iterations iterations = new Iterations(MAZUR, 40_000);
        Progress counting = new Progress() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void reached(long iteration) {
                runs[0]++;
            }
        };
        iterations.trace(4000, counting);
        runs[0] = 0;
        for (int k = 3999; k >= 2000; k--) {
            iterations.trace(k, counting);
        }
        assertThat(runs[0]).isLessThan(4 * 2000);
    }

    @Test
    void thinned_snapshots_stay_within_their_number() {
        Evaluator evaluator = new Evaluator(MAZUR);
        Snapshots snapshots = new Snapshots(evaluator.start(), 20 * (64 + 256));
        Trace trace = evaluator.run(evaluator.start());
        for (int k = 1; k < 1000; k++) {
            if (snapshots.wants(k)) {
                snapshots.keep(evaluator.after(trace));
            }
            assertThat(snapshots.size()).isLessThanOrEqualTo(20);
            assertThat(k - snapshots.before(k).iteration()).isLessThanOrEqualTo(1 + k / 5);
            evaluator.advance(trace);
        }
    }

    @Test
    void a_jump_to_iteration_5000_of_2_8_8_1_takes_less_than_a_second() {
        Program program = Networks.twoEightEightOne();
        Trace trace = assertTimeout(Duration.ofSeconds(1), () -> new Iterations(program).trace(5000));
        assertThat(loss(trace)).isLessThan(0.01);
    }

    @Test
    void a_sweep_stops_where_the_visitor_says() {
        Iterations iterations = new Iterations(MAZUR);
        Iterations.Swept swept = iterations.sweep(3, 1000, trace -> loss(trace) < 0.2, Progress.NONE);
        assertThat(swept.how()).isEqualTo(Iterations.Swept.How.STOPPED);
        List<Double> losses = losses(MAZUR, 100);
        assertThat(losses.get((int) swept.iteration())).isLessThan(0.2);
        assertThat(losses.get((int) swept.iteration() - 1)).isGreaterThanOrEqualTo(0.2);
        assertThat(iterations.sweep(3, 9, trace -> false, Progress.NONE))
                .isEqualTo(new Iterations.Swept(Iterations.Swept.How.ENDED, 9));
    }

    @Test
    void a_run_can_be_cancelled_and_taken_up_again() {
        Iterations iterations = new Iterations(MAZUR);
        int[] asked = new int[1];
        assertThat(iterations.trace(100, Progress.until(() -> ++asked[0] > 10))).isEmpty();
        assertThat(iterations.sweep(0, 100, trace -> false, Progress.until(() -> true)))
                .isEqualTo(new Iterations.Swept(Iterations.Swept.How.CANCELLED, 0));
        assertThat(loss(iterations.trace(100))).isEqualTo(losses(MAZUR, 101).get(100));
    }

    @Test
    void a_longer_program_goes_on_from_the_same_snapshots() {
        Iterations iterations = new Iterations(MAZUR);
        double expected = loss(iterations.trace(777));
        ProgramBuilder longer = new ProgramBuilder(MAZUR);
        int node = longer.apply(new Negate(), MAZUR.named("E").orElseThrow());
        Iterations more = iterations.computing(longer.build());
        assertThat(more.nearest(777)).isEqualTo(777);
        assertThat(more.trace(777).get(node, 0)).isEqualTo(-expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> iterations.computing(new ProgramBuilder().build()))
                .withMessageContaining("carry");
    }

    @Test
    void iterations_differ_when_something_is_carried_on() {
        assertThat(new Iterations(MAZUR).differ()).isTrue();
        assertThat(new Iterations(new ProgramBuilder().build()).differ()).isFalse();
    }
}
