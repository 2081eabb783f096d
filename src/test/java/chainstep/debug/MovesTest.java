package chainstep.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Tensor;
import chainstep.op.Negate;
import chainstep.run.Networks;
import chainstep.run.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Program MAZUR = Networks.mazur();
    private final Debugger debugger = new Debugger(MAZUR);
    private final StepTree tree = debugger.tree();

    private static int node(String name) {
        return MAZUR.named(name).orElseThrow();
    }

    private static double value(DebugState state, String name) {
        return state.trace().get(node(name), 0);
    }

    @Test
    void it_begins_before_the_first_step_where_only_leaves_are_known() {
        DebugState state = debugger.state();
        assertThat(state.step()).isEqualTo(Step.start(0));
        assertThat(state.index()).isEqualTo(-1);
        assertThat(state.nodes()).isEmpty();
        assertThat(state.knows(node("W1"))).isTrue();
        assertThat(state.knows(node("h"))).isFalse();
    }

    @Test
    void a_line_at_a_time_visits_the_lines_forward_and_backward() {
        int[] lines = {7, 8, 9, 9, 8, 7, 10, 10, 7};
        for (int k = 0; k < lines.length; k++) {
            DebugState state = debugger.step();
            assertThat(state.line()).isEqualTo(lines[k]);
            assertThat(state.iteration()).isEqualTo(k == 8 ? 1 : 0);
            assertThat(state.stop()).isEqualTo(Stop.STEPPED);
        }
    }

    @Test
    void the_state_knows_what_is_computed_and_no_more() {
        DebugState state = debugger.step();
        assertThat(state.step().node()).isEqualTo(node("h"));
        assertThat(state.knows(node("h"))).isTrue();
        assertThat(state.knows(node("o"))).isFalse();
        debugger.depth(Depth.ELEMENT);
        state = debugger.back();
        assertThat(state.step()).isEqualTo(new Step(0, node("h"), 0));
        assertThat(state.knows(node("h"), 0)).isTrue();
        assertThat(state.knows(node("h"), 1)).isFalse();
        assertThat(state.knows(node("h"))).isFalse();
    }

    @Test
    void steps_of_all_depths_visit_all_steps_in_order_over_three_iterations() {
        for (Depth depth : Depth.values()) {
            debugger.restart();
            debugger.depth(depth);
            for (long k = 0; k < 3 * tree.count(depth); k++) {
                DebugState state = debugger.step();
                assertThat(state.iteration()).isEqualTo(k / tree.count(depth));
                assertThat(state.index()).isEqualTo(k % tree.count(depth));
                assertThat(state.step()).isEqualTo(tree.at(state.iteration(), state.index(), depth));
            }
        }
    }

    @Test
    void back_undoes_step_at_every_depth_and_across_iterations() {
        Random random = new Random(11);
        for (int walk = 0; walk < 400; walk++) {
            Depth depth = Depth.values()[random.nextInt(6)];
            debugger.depth(depth);
            long index = (long) (random.nextDouble() * tree.count(depth));
            DebugState from = debugger.jump(random.nextInt(40), index, Progress.NONE);
            int steps = random.nextInt(60);
            for (int k = 0; k < steps; k++) {
                debugger.step();
            }
            for (int k = 0; k < steps; k++) {
                debugger.back();
            }
            assertThat(debugger.state().step()).isEqualTo(from.step());
            assertThat(debugger.state().index()).isEqualTo(index);
            assertThat(value(debugger.state(), "E")).isEqualTo(value(from, "E"));
        }
    }

    @Test
    void a_random_walk_of_all_moves_always_stands_at_the_end_of_a_step() {
        Random random = new Random(5);
        for (int move = 0; move < 5000; move++) {
            DebugState before = debugger.state();
            DebugState state = switch (random.nextInt(9)) {
                case 0, 1 -> debugger.step();
                case 2 -> debugger.back();
                case 3 -> debugger.into();
                case 4 -> debugger.out();
                case 5 -> debugger.nextLine();
                case 6 -> debugger.previousLine();
                case 7 -> debugger.endOfPhase();
                default -> debugger.runTo(random.nextInt(MAZUR.size()));
            };
            assertThat(state.step())
                    .as("move %s", move)
                    .isEqualTo(tree.at(state.iteration(), state.index(), state.depth()));
            assertThat(state.trace().iteration()).isEqualTo(state.iteration());
            assertThat(Math.abs(state.iteration() - before.iteration())).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void out_undoes_into_wherever_it_goes_deeper() {
        for (Depth depth : List.of(Depth.ITERATION, Depth.PHASE, Depth.LINE, Depth.OPERATION)) {
            debugger.depth(depth);
            for (long k = 0; k < tree.count(depth); k++) {
                DebugState from = debugger.jump(2, k, Progress.NONE);
                DebugState inside = debugger.into();
                assertThat(inside.depth().isFinerThan(depth)).isTrue();
                assertThat(inside.step()).isLessThanOrEqualTo(from.step());
                DebugState again = debugger.out();
                assertThat(again.step()).isEqualTo(from.step());
                assertThat(again.depth()).isEqualTo(depth);
            }
        }
    }

    @Test
    void into_opens_a_line_then_an_operation_then_a_term_then_its_elements() {
        debugger.jump(0, 4, Progress.NONE);
        assertThat(debugger.state().line()).isEqualTo(8);
        assertThat(debugger.state().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(debugger.into().depth()).isEqualTo(Depth.OPERATION);
        DebugState term = debugger.into();
        assertThat(term.depth()).isEqualTo(Depth.TERM);
        assertThat(term.nodes()).hasSize(1);
        DebugState element = debugger.into();
        assertThat(element.depth()).isEqualTo(Depth.ELEMENT);
        assertThat(element.step().element()).isZero();
        assertThat(debugger.into().stop()).isEqualTo(Stop.NO_SUCH_DEPTH);
    }

    @Test
    void a_forward_operation_has_no_terms_but_elements() {
        debugger.step();
        assertThat(debugger.into().depth()).isEqualTo(Depth.OPERATION);
        assertThat(debugger.into().depth()).isEqualTo(Depth.ELEMENT);
    }

    @Test
    void at_the_start_into_opens_the_step_to_come() {
        DebugState state = debugger.into();
        assertThat(state.depth()).isEqualTo(Depth.OPERATION);
        assertThat(state.index()).isZero();
    }

    @Test
    void at_the_very_start_back_stays_and_says_so() {
        assertThat(debugger.back().stop()).isEqualTo(Stop.START);
        debugger.step();
        DebugState state = debugger.back();
        assertThat(state.step()).isEqualTo(Step.start(0));
        assertThat(state.stop()).isEqualTo(Stop.STEPPED);
        assertThat(debugger.previousLine().stop()).isEqualTo(Stop.START);
    }

    @Test
    void back_from_an_iterations_first_step_or_its_start_goes_to_the_last_of_the_one_before() {
        Step last = tree.at(2, tree.count(Depth.LINE) - 1, Depth.LINE);
        debugger.jump(3, 0, Progress.NONE);
        assertThat(debugger.back().step()).isEqualTo(last);
        debugger.jump(3, Progress.NONE);
        assertThat(debugger.state().step()).isEqualTo(Step.start(3));
        assertThat(debugger.back().step()).isEqualTo(last);
    }

    @Test
    void the_run_ends_after_its_last_iteration() {
        debugger.limit(2);
        debugger.depth(Depth.ITERATION);
        debugger.step();
        debugger.step();
        assertThat(debugger.state().iteration()).isEqualTo(1);
        DebugState state = debugger.step();
        assertThat(state.stop()).isEqualTo(new Stop.EndOfRun(2));
        assertThat(state.iteration()).isEqualTo(1);
        assertThat(debugger.jump(2, Progress.NONE).stop()).isEqualTo(new Stop.EndOfRun(2));
    }

    @Test
    void a_program_in_which_nothing_changes_has_one_iteration() {
        ProgramBuilder builder = new ProgramBuilder();
        builder.apply(new Negate(), builder.leaf(Leaf.Kind.CONST, Fixed.of(Tensor.scalar(2))));
        Debugger once = new Debugger(builder.build());
        once.step();
        assertThat(once.step().stop()).isEqualTo(new Stop.EndOfRun(1));
    }

    @Test
    void a_program_of_leaves_alone_has_no_steps() {
        ProgramBuilder builder = new ProgramBuilder();
        builder.leaf(Leaf.Kind.CONST, Fixed.of(Tensor.scalar(2)));
        Debugger none = new Debugger(builder.build());
        assertThat(none.step().stop()).isEqualTo(new Stop.EndOfRun(1));
        assertThat(none.back().stop()).isEqualTo(Stop.START);
        assertThat(none.into().stop()).isEqualTo(Stop.NO_SUCH_DEPTH);
        assertThat(none.out().stop()).isEqualTo(Stop.NO_SUCH_DEPTH);
        assertThat(none.continueRun(Progress.NONE).stop()).isEqualTo(new Stop.EndOfRun(1));
        assertThat(none.depth(Depth.TERM).step()).isEqualTo(Step.start(0));
    }

    @Test
    void an_empty_program_can_be_walked_too() {
        Debugger none = new Debugger(new ProgramBuilder().build());
        assertThat(none.step().stop()).isEqualTo(new Stop.EndOfRun(1));
        assertThat(none.reverseContinue(Progress.NONE).stop()).isEqualTo(Stop.START);
    }

    @Test
    void the_end_of_each_phase_is_reached_in_turn() {
        assertThat(debugger.endOfPhase().step().node()).isEqualTo(node("E"));
        assertThat(debugger.endOfPhase().phase()).isEqualTo(Phase.BACKWARD);
        assertThat(debugger.endOfPhase().phase()).isEqualTo(Phase.UPDATE);
        assertThat(debugger.endOfPhase().iteration()).isEqualTo(1);
    }

    @Test
    void next_line_and_previous_line_keep_the_depth() {
        debugger.depth(Depth.ELEMENT);
        debugger.step();
        DebugState state = debugger.nextLine();
        assertThat(state.depth()).isEqualTo(Depth.ELEMENT);
        assertThat(state.step()).isEqualTo(new Step(0, node("h"), 1));
        assertThat(debugger.nextLine().step().node()).isEqualTo(node("o"));
        assertThat(debugger.previousLine().step()).isEqualTo(new Step(0, node("h"), 1));
    }

    @Test
    void run_to_a_node_goes_on_to_the_next_iteration_where_it_is_past() {
        DebugState state = debugger.runTo(node("o"));
        assertThat(state.step()).isEqualTo(new Step(0, node("o"), -1));
        assertThat(state.depth()).isEqualTo(Depth.LINE);
        assertThat(debugger.runTo(node("h")).iteration()).isEqualTo(1);
    }

    @Test
    void run_to_the_middle_of_a_line_goes_finer() {
        int inner = node("h") - 1;
        assertThat(debugger.runTo(inner).depth()).isEqualTo(Depth.OPERATION);
        assertThat(debugger.out().step().node()).isEqualTo(node("h"));
    }

    @Test
    void run_to_a_parameter_is_run_to_its_update_and_to_a_constant_nowhere() {
        assertThat(debugger.runTo(node("W2")).phase()).isEqualTo(Phase.UPDATE);
        assertThat(debugger.runTo(node("x")).stop()).isEqualTo(new Stop.NeverComputed(node("x")));
        assertThat(debugger.state().iteration()).isZero();
    }

    @Test
    void a_jump_lands_exactly_and_can_be_cancelled() {
        DebugState state = debugger.jump(new Step(2, node("h"), 1), Progress.NONE);
        assertThat(state.depth()).isEqualTo(Depth.ELEMENT);
        assertThat(state.step()).isEqualTo(new Step(2, node("h"), 1));
        DebugState stayed = debugger.jump(50_000, Progress.until(() -> true));
        assertThat(stayed.stop()).isEqualTo(Stop.CANCELLED);
        assertThat(stayed.step()).isEqualTo(state.step());
        assertThat(value(debugger.jump(0, Progress.NONE), "E")).isEqualTo(0.2983711087600027, within(1e-15));
    }

    @Test
    void a_thousand_steps_among_half_a_million_elements_take_less_than_a_second() {
        Debugger wide = new Debugger(Networks.wide());
        wide.depth(Depth.ELEMENT);
        assertTimeout(Duration.ofSeconds(1), () -> {
            for (int k = 0; k < 1000; k++) {
                wide.step();
            }
        });
        assertThat(wide.state().index()).isEqualTo(999);
    }
}
