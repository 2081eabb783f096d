package chainstep.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.math.Shape;
import chainstep.op.Add;
import chainstep.op.MatMul;
import chainstep.op.Sum;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void a_broadcast_sum_reads_one_element_of_each() {
        Sources sources = Sources.of(new Add(), List.of(Shape.of(2, 3), Shape.of(3)), 4, 10);
        assertThat(sources.list()).containsExactly(new Sources.Source(0, 4), new Sources.Source(1, 1));
        assertThat(sources.isAll()).isTrue();
    }

    @Test
    void a_product_reads_a_row_and_a_column() {
        Sources sources = Sources.of(MatMul.PLAIN, List.of(Shape.of(2, 3), Shape.of(3, 4)), 5, 10);
        assertThat(sources.list())
                .containsExactly(
                        new Sources.Source(0, 3),
                        new Sources.Source(1, 1),
                        new Sources.Source(0, 4),
                        new Sources.Source(1, 5),
                        new Sources.Source(0, 5),
                        new Sources.Source(1, 9));
    }

    @Test
    void more_than_there_is_room_for_are_left_out_and_told() {
        Sources some = Sources.of(Sum.ALL, List.of(Shape.of(512, 1024)), 0, 100);
        assertThat(some.list()).hasSize(100);
        assertThat(some.isAll()).isFalse();
        assertThat(Sources.of(Sum.ALL, List.of(Shape.of(100)), 0, 100).isAll()).isTrue();
    }
}
