package chainstep.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.math.Tensor;
import chainstep.op.Add;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a program knows of its nodes without going through them. */
class ProgramTest {
    private final ProgramBuilder builder = new ProgramBuilder();
    private final int w = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.scalar(1)));
    private final int v = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.scalar(2)));
    private final int sum = builder.apply(new Add(), w, v);

    @Test
    void a_leaf_leads_to_its_next_value_and_back() {
        builder.carry(v, sum);
        Program program = builder.build();
        assertThat(program.next(v)).isEqualTo(OptionalInt.of(sum));
        assertThat(program.next(w)).isEmpty();
        assertThat(program.isCarried(sum)).isTrue();
        assertThat(program.isCarried(v)).isFalse();
    }

    @Test
    void a_program_goes_on_where_another_ends() {
        builder.carry(v, sum);
        ProgramBuilder longer = new ProgramBuilder(builder.build());
        longer.carry(w, sum);
        assertThat(longer.build().next(v)).isEqualTo(OptionalInt.of(sum));
        assertThat(longer.build().next(w)).isEqualTo(OptionalInt.of(sum));
        assertThat(longer.build().with(sum, new Add(), List.of(v, w)).isCarried(sum))
                .isTrue();
    }
}
