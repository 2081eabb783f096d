package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Multiply;
import chainstep.op.Total;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RerunTest {
    private static final Shape PAIR = Shape.of(2);

    private final ProgramBuilder builder = new ProgramBuilder();
    private final int a = leaf();
    private final int b = leaf();
    private final int product = builder.add(new Multiply(), List.of(a, b), Role.VALUE);
    private final int square = builder.add(new Multiply(), List.of(b, b), Role.VALUE);
    private final int sum = builder.add(new Total(), List.of(product, square), Role.VALUE);
    private final int unwanted = builder.add(new Multiply(), List.of(a, a), Role.VALUE);
    private final Program program = builder.build();
    private final Rerun rerun = new Rerun(program, Set.of(a, b), new int[] {sum, square});

    private int leaf() {
        int id = builder.leaf(Leaf.Kind.STATE, Fixed.of(Tensor.full(PAIR, 0)));
        builder.carry(id, id);
        return id;
    }

    private void run(double... numbers) {
        rerun.run(Map.of(
                a, Tensor.of(PAIR, numbers[0], numbers[1]),
                b, Tensor.of(PAIR, numbers[2], numbers[3])));
    }

    @Test
    void only_what_depends_on_a_leaf_and_is_wanted_is_computed_again() {
        assertThat(rerun.behind(a)).containsExactly(product, sum);
        assertThat(rerun.behind(b)).containsExactly(product, square, sum).doesNotContain(unwanted);
    }

    @Test
    void every_run_and_every_move_is_as_if_it_were_the_first() {
        for (double more : new double[] {0, 1}) {
            run(1, 2, 3 + more, 4);
            assertThat(rerun.value(sum).get(0)).isEqualTo((4 + more) * (3 + more));
            rerun.move(a, 0, 10);
            assertThat(rerun.moved(sum, 0)).isEqualTo((13 + more) * (3 + more));
            rerun.move(a, 1, 10);
            assertThat(rerun.moved(sum, 0)).isEqualTo((4 + more) * (3 + more));
            assertThat(rerun.moved(sum, 1)).isEqualTo(56);
            rerun.move(b, 0, 7);
            assertThat(rerun.moved(sum, 0)).isEqualTo(56);
            assertThat(rerun.moved(sum, 1)).isEqualTo(24);
            assertThat(rerun.value(sum).get(1)).isEqualTo(24);
        }
    }
}
