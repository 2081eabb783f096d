package chainstep.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chainstep.graph.OperandException;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Rational;
import chainstep.op.Compare;
import chainstep.op.MatMul;
import chainstep.op.Power;
import chainstep.op.Sum;
import chainstep.run.Iterations;
import chainstep.run.Networks;
import chainstep.run.Progress;
import chainstep.run.Quantities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BreakpointsTest {
    private static final Program MAZUR = Networks.mazur();
    private static final int E = MAZUR.named("E").orElseThrow();
    private static final int W1 = MAZUR.named("W1").orElseThrow();
    private final Debugger debugger = new Debugger(MAZUR);

    private static Breakpoint.When compares(int node, Compare.Relation relation, double bound) {
        return new Breakpoint.When(Measure.built(
                relation + " " + bound,
                program -> program.apply(new Compare(relation), node, program.literal(Rational.of(bound)))));
    }

    private static Breakpoint.When lossBelow(double bound) {
        return compares(E, Compare.Relation.LESS, bound);
    }

    /** ‖∂E/∂W1‖² above a bound. */
    private static Breakpoint.When gradientAbove(double bound) {
        return new Breakpoint.When(Measure.built("norm(grad(W1))**2 > " + bound, program -> {
            int gradient = program.gradient(E, W1).orElseThrow();
            int square = program.apply(Sum.ALL, program.apply(new Power(Rational.of(2)), gradient));
            return program.apply(new Compare(Compare.Relation.GREATER), square, program.literal(Rational.of(bound)));
        }));
    }

    private DebugState run() {
        return debugger.continueRun(Progress.NONE);
    }

    private DebugState reverse() {
        return debugger.reverseContinue(Progress.NONE);
    }

    @Test
    void a_line_stops_the_run_each_time_it_has_been_computed() {
        Breakpoint line = debugger.add(new Breakpoint.OnLine(8));
        DebugState forward = run();
        assertThat(forward.stop()).isEqualTo(new Stop.Hit(line));
        assertThat(forward.phase()).isEqualTo(Phase.FORWARD);
        assertThat(forward.step().node()).isEqualTo(MAZUR.named("o").orElseThrow());
        assertThat(run().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(run().iteration()).isEqualTo(1);
        assertThat(reverse().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(reverse().step()).isEqualTo(forward.step());
        DebugState start = reverse();
        assertThat(start.stop()).isEqualTo(Stop.START);
        assertThat(start.step()).isEqualTo(Step.start(0));
    }

    @Test
    void playing_is_stepping_until_a_breakpoint_lies_within_the_step() {
        Breakpoint line = debugger.add(new Breakpoint.OnLine(8));
        debugger.depth(Depth.LINE);
        while (debugger.play(Progress.NONE).stop() instanceof Stop.Stepped) {
            assertThat(debugger.state().line()).isLessThan(8);
        }
        assertThat(debugger.state().stop()).isEqualTo(new Stop.Hit(line));
        assertThat(debugger.state().line()).isEqualTo(8);
        assertThat(debugger.play(Progress.NONE).stop()).isEqualTo(Stop.STEPPED);
        debugger.depth(Depth.ITERATION);
        assertThat(debugger.play(Progress.NONE).iteration()).isEqualTo(1);
        assertThat(debugger.state().line()).isEqualTo(8);
    }

    @Test
    void playing_counts_the_hits_of_all_its_steps_until_someone_goes_elsewhere() {
        Breakpoint third = debugger.add(new Breakpoint.OnNode(E), 3);
        debugger.depth(Depth.LINE);
        while (debugger.play(Progress.NONE).stop() instanceof Stop.Stepped) {
            assertThat(debugger.state().iteration()).isLessThanOrEqualTo(2);
        }
        assertThat(debugger.state().stop()).isEqualTo(new Stop.Hit(third));
        assertThat(debugger.state().iteration()).isEqualTo(2);
        assertThat(debugger.state().step().node()).isEqualTo(E);
        debugger.depth(Depth.ITERATION);
        debugger.play(Progress.NONE);
        debugger.play(Progress.NONE);
        debugger.back();
        debugger.play(Progress.NONE);
        assertThat(debugger.play(Progress.NONE).stop()).isEqualTo(Stop.STEPPED);
        assertThat(debugger.play(Progress.NONE).stop()).isEqualTo(new Stop.Hit(third));
    }

    @Test
    void a_node_and_a_gradient_stop_the_run() {
        debugger.add(new Breakpoint.OnNode(E));
        debugger.add(new Breakpoint.OnGradient(W1));
        assertThat(run().step().node()).isEqualTo(E);
        assertThat(run().step().node()).isEqualTo(MAZUR.gradient(E, W1).orElseThrow());
        assertThat(run().step()).isEqualTo(new Step(1, E, -1));
    }

    @Test
    void a_breakpoint_on_a_parameter_is_one_on_its_update() {
        debugger.add(new Breakpoint.OnNode(W1));
        assertThat(run().step().node()).isEqualTo(MAZUR.next(W1).orElseThrow());
    }

    @Test
    void a_condition_stops_where_its_last_quantity_is_computed() {
        Breakpoint small = debugger.add(lossBelow(0.05));
        DebugState state = run();
        assertThat(state.stop()).isEqualTo(new Stop.Hit(small));
        assertThat(state.step().node()).isEqualTo(E);
        assertThat(state.trace().get(E, 0)).isLessThan(0.05);
        debugger.jump(state.iteration() - 1, Progress.NONE);
        assertThat(debugger.state().trace().get(E, 0)).isGreaterThanOrEqualTo(0.05);
    }

    @Test
    void a_condition_on_parameters_alone_stops_at_the_start_of_an_iteration() {
        debugger.add(compares(W1, Compare.Relation.GREATER, 0.301));
        DebugState state = run();
        assertThat(state.step()).isEqualTo(Step.start(state.iteration()));
        assertThat(state.iteration()).isPositive();
        long found = state.iteration();
        run();
        assertThat(debugger.state().iteration()).isEqualTo(found + 1);
        assertThat(reverse().iteration()).isEqualTo(found);
        assertThat(reverse().stop()).isEqualTo(Stop.START);
    }

    @Test
    void reverse_continue_lands_on_the_places_of_a_forward_scan_in_reverse() {
        debugger.add(gradientAbove(4e-4));
        debugger.add(lossBelow(0.002));
        debugger.limit(6000);
        List<Step> forward = hits(this::run, Comparator.naturalOrder());
        assertThat(forward).hasSizeGreaterThan(100);
        List<Step> backward = hits(this::reverse, Comparator.reverseOrder());
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }

    /** Where a move stops again and again; it fails at once where a stop is not beyond the one before. */
    private static List<Step> hits(Supplier<DebugState> move, Comparator<Step> order) {
        List<Step> hits = new ArrayList<>();
        for (DebugState state = move.get(); state.stop() instanceof Stop.Hit; state = move.get()) {
            if (!hits.isEmpty()) {
                assertThat(state.step()).usingComparator(order).isGreaterThan(hits.get(hits.size() - 1));
            }
            hits.add(state.step());
        }
        return hits;
    }

    @Test
    void reverse_continue_from_far_finds_the_only_hit_long_ago() {
        Debugger twin = new Debugger(MAZUR);
        twin.add(lossBelow(0.2));
        Step only = twin.continueRun(Progress.NONE).step();
        double loss = twin.state().trace().get(E, 0);
        debugger.add(compares(E, Compare.Relation.EQUAL, loss));
        debugger.jump(20_000, Progress.NONE);
        DebugState found = assertTimeout(Duration.ofSeconds(2), this::reverse);
        assertThat(found.step()).isEqualTo(only);
    }

    @Test
    void ten_thousand_iterations_under_a_condition_that_never_holds_take_less_than_two_seconds() {
        debugger.add(gradientAbove(10));
        debugger.limit(10_000);
        DebugState end = assertTimeout(Duration.ofSeconds(2), this::run);
        assertThat(end.stop()).isEqualTo(new Stop.EndOfRun(10_000));
        assertThat(end.iteration()).isEqualTo(9_999);
        assertThat(assertTimeout(Duration.ofSeconds(2), this::reverse).stop()).isEqualTo(Stop.START);
    }

    @Test
    void a_pass_count_lets_hits_pass_in_both_directions() {
        debugger.add(new Breakpoint.OnNode(E), 5);
        assertThat(run().iteration()).isEqualTo(4);
        assertThat(run().iteration()).isEqualTo(9);
        assertThat(reverse().iteration()).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> debugger.add(new Breakpoint.OnNode(E), 0));
    }

    @Test
    void a_breakpoint_switched_off_or_removed_stops_nothing() {
        Breakpoint line = debugger.add(new Breakpoint.OnLine(7));
        Breakpoint loss = debugger.add(lossBelow(1));
        debugger.limit(3);
        assertThat(debugger.enable(line.id(), false)).isTrue();
        assertThat(run().stop()).isEqualTo(new Stop.Hit(loss));
        assertThat(debugger.remove(loss.id())).isTrue();
        assertThat(debugger.remove(loss.id())).isFalse();
        assertThat(run().stop()).isEqualTo(new Stop.EndOfRun(3));
        assertThat(debugger.enable(line.id(), true)).isTrue();
        assertThat(reverse().line()).isEqualTo(7);
        assertThat(debugger.breakpoints()).containsExactly(line);
    }

    @Test
    void the_first_node_that_is_not_finite_stops_the_run() {
        Debugger wild = new Debugger(Networks.overflowing());
        Breakpoint trouble = wild.add(new Breakpoint.OnNotFinite());
        DebugState state = wild.continueRun(Progress.NONE);
        assertThat(state.stop()).isEqualTo(new Stop.Hit(trouble));
        int node = state.step().node();
        assertThat(Finite.is(state.trace(), node)).isFalse();
        for (int id = 0; id < node; id++) {
            assertThat(Finite.is(state.trace(), id)).isTrue();
        }
    }

    @Test
    void a_breakpoint_that_cannot_be_computed_is_refused_and_changes_nothing() {
        DebugState before = debugger.step();
        Measure bad = Measure.built("W1 @ E", program -> program.apply(MatMul.PLAIN, W1, E));
        assertThatThrownBy(() -> debugger.add(new Breakpoint.When(bad))).isInstanceOf(OperandException.class);
        assertThat(debugger.breakpoints()).isEmpty();
        assertThat(debugger.state()).isEqualTo(before);
    }

    @Test
    void adding_a_condition_keeps_the_cursor_where_it_is() {
        debugger.jump(1234, 3, Progress.NONE);
        DebugState before = debugger.state();
        debugger.add(lossBelow(0.1));
        assertThat(debugger.state().step()).isEqualTo(before.step());
        assertThat(debugger.state().trace().get(E, 0)).isEqualTo(before.trace().get(E, 0));
        assertThat(debugger.state().trace().program()).isSameAs(MAZUR);
        assertThat(debugger.state().program()).isSameAs(MAZUR);
    }

    @Test
    void a_continue_that_is_cancelled_stands_where_it_came_to() {
        int[] asked = new int[1];
        DebugState state = debugger.continueRun(Progress.until(() -> ++asked[0] > 20));
        assertThat(state.stop()).isEqualTo(Stop.CANCELLED);
        assertThat(state.iteration()).isBetween(10L, 30L);
        debugger.add(lossBelow(-1));
        DebugState stays = debugger.reverseContinue(Progress.until(() -> true));
        assertThat(stays.stop()).isEqualTo(Stop.CANCELLED);
        assertThat(stays.step()).isEqualTo(state.step());
    }

    @Test
    void the_conditions_that_a_file_sets_are_there_from_the_start() {
        Model model = ChainReader.read(Source.of("given.chain", """
                w = param(3)
                E = (w - 1)**2
                minimize(E, sgd(lr=0.1))
                breakpoint(grad(w))
                breakpoint(when="abs(new(w) - w) < 0.01")
                """), Path.of(""));
        Quantities quantities = new Quantities(model, new Iterations(model.program()));
        Debugger given = Debugger.of(model, quantities::value);
        DebugState state = given.continueRun(Progress.NONE);
        assertThat(state.phase()).isEqualTo(Phase.BACKWARD);
        given.remove(1);
        state = given.continueRun(Progress.NONE);
        assertThat(state.phase()).isEqualTo(Phase.UPDATE);
        assertThat(quantities
                        .value(state.iteration(), model.quantity("abs(new(w) - w)"))
                        .item())
                .isLessThan(0.01);
        assertThat(quantities
                        .value(state.iteration() - 1, model.quantity("abs(new(w) - w)"))
                        .item())
                .isGreaterThanOrEqualTo(0.01);
    }

    @Test
    void any_place_may_have_a_condition() {
        int h = MAZUR.named("h").orElseThrow();
        Measure below = lossBelow(0.2).condition();
        debugger.add(new Breakpoint.Narrowed(new Breakpoint.OnNode(h), below));
        DebugState first = run();
        assertThat(first.step().node()).isEqualTo(h);
        assertThat(first.iteration()).isPositive();
        assertThat(run().iteration()).isEqualTo(first.iteration() + 1);
        debugger.remove(1);
        debugger.restart();
        Breakpoint.Place computed =
                new Breakpoint.Computed(Measure.node("o", MAZUR.named("o").orElseThrow()));
        debugger.add(new Breakpoint.Narrowed(computed, below));
        DebugState second = run();
        assertThat(second.iteration()).isEqualTo(first.iteration());
        assertThat(second.step().node()).isEqualTo(MAZUR.named("o").orElseThrow());
        debugger.add(new Breakpoint.Narrowed(new Breakpoint.OnNotFinite(), below));
        assertThat(run().iteration()).isEqualTo(first.iteration() + 1);
    }
}
