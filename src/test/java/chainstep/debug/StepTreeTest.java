package chainstep.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.run.Networks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepTreeTest {
    private static final Program MAZUR = Networks.mazur();
    private final StepTree tree = new StepTree(MAZUR);

    @Test
    void mazurs_iteration_has_three_phases_and_a_step_for_each_node_that_is_no_leaf() {
        long steps = MAZUR.nodes().stream().filter(node -> !node.isLeaf()).count();
        assertThat(tree.count(Depth.ITERATION)).isEqualTo(1);
        assertThat(tree.count(Depth.PHASE)).isEqualTo(3);
        assertThat(tree.count(Depth.TERM)).isEqualTo(steps);
        assertThat(tree.count(Depth.ELEMENT))
                .isEqualTo(MAZUR.nodes().stream()
                        .filter(node -> !node.isLeaf())
                        .mapToLong(node -> node.shape().size())
                        .sum());
    }

    @Test
    void lines_are_three_forward_three_backward_and_one_for_each_parameter() {
        List<Integer> lines = new ArrayList<>();
        for (long k = 0; k < tree.count(Depth.LINE); k++) {
            lines.add(tree.nodes(k, Depth.LINE).get(0).origin().line());
        }
        assertThat(lines).containsExactly(7, 8, 9, 9, 8, 7, 10, 10);
        assertThat(tree.endsOfLine(8)).hasSize(2);
        assertThat(tree.endsOfLine(3)).isEmpty();
    }

    /** What each backward operation's terms come back through, by the name of the operation passed. */
    private List<List<String>> passed() {
        List<List<String>> passed = new ArrayList<>();
        for (long k = 0; k < tree.count(Depth.OPERATION); k++) {
            List<Node> nodes = tree.nodes(k, Depth.OPERATION);
            if (nodes.get(0).role() instanceof Role.Term) {
                passed.add(nodes.stream()
                        .map(node -> MAZUR.node(((Role.Term) node.role()).through())
                                .op()
                                .name())
                        .toList());
            } else {
                assertThat(nodes).hasSize(1);
            }
        }
        return passed;
    }

    @Test
    void an_operation_of_the_backward_pass_is_all_terms_through_one_node() {
        assertThat(passed()).contains(List.of("sigmoid"), List.of("power"), List.of("subtract"));
    }

    @Test
    void terms_that_only_copy_join_the_operation_beside_them() {
        assertThat(passed()).contains(List.of("add", "matmul", "matmul"), List.of("add", "matmul"));
        assertThat(passed()).doesNotContain(List.of("add"));
    }

    @Test
    void every_step_at_every_depth_has_one_number() {
        for (Depth depth : Depth.values()) {
            Step last = Step.start(4);
            assertThat(tree.at(4, -1, depth)).isEqualTo(last);
            for (long k = 0; k < tree.count(depth); k++) {
                Step step = tree.at(4, k, depth);
                assertThat(tree.index(step, depth)).isEqualTo(k);
                assertThat(step).isGreaterThan(last);
                assertThat(tree.isEnd(tree.time(step), depth)).isTrue();
                last = step;
            }
            assertThat(tree.time(last)).isEqualTo(tree.end());
        }
    }

    @Test
    void each_depth_divides_the_one_before_without_rest() {
        for (Program program : List.of(MAZUR, Networks.twoEightEightOne(), Networks.wide())) {
            StepTree any = new StepTree(program);
            for (int d = 0; d + 1 < Depth.values().length; d++) {
                Depth depth = Depth.values()[d];
                Depth finer = Depth.values()[d + 1];
                long next = 0;
                for (long k = 0; k < any.count(depth); k++) {
                    StepTree.Span inside = any.inside(k, depth, finer);
                    assertThat(inside.first()).isEqualTo(next);
                    assertThat(inside.count()).isPositive();
                    next += inside.count();
                }
                assertThat(next).isEqualTo(any.count(finer));
            }
        }
    }

    @Test
    void finer_and_coarser_are_inverse() {
        for (Node node : MAZUR.nodes()) {
            for (Depth depth : List.of(Depth.ITERATION, Depth.PHASE, Depth.LINE, Depth.OPERATION)) {
                assertThat(tree.coarser(tree.finer(depth, node.id()), node.id()))
                        .isEqualTo(depth);
            }
        }
    }

    @Test
    void half_a_million_elements_are_numbered_at_once() {
        StepTree wide = new StepTree(Networks.wide());
        assertThat(wide.count(Depth.ELEMENT)).isGreaterThan(3L * 512 * 1024);
        Random random = new Random(3);
        assertTimeout(Duration.ofSeconds(1), () -> {
            for (int k = 0; k < 100_000; k++) {
                long index = (long) (random.nextDouble() * wide.count(Depth.ELEMENT));
                assertThat(wide.index(wide.at(0, index, Depth.ELEMENT), Depth.ELEMENT))
                        .isEqualTo(index);
            }
        });
    }

    @Test
    void a_step_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> tree.at(0, tree.count(Depth.LINE), Depth.LINE))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.time(new Step(0, 0, -1)));
        int error = MAZUR.named("E").orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> tree.time(new Step(0, error, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(-1, 0, 0));
    }

    @Test
    void the_phase_of_a_step_is_its_nodes() {
        assertThat(tree.phase(Step.start(0))).isEqualTo(Phase.FORWARD);
        assertThat(tree.phase(tree.at(0, 1, Depth.PHASE))).isEqualTo(Phase.BACKWARD);
        assertThat(tree.phase(tree.at(0, 0, Depth.ITERATION))).isEqualTo(Phase.UPDATE);
    }
}
