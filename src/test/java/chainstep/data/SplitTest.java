package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void parts_in_order_follow_each_other() {
        Split split = Split.inOrder(counting(10), 60, 20, 20);
        assertThat(split.train().x().values()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(split.validation().x().values()).containsExactly(6, 7);
        assertThat(split.test().t().values()).containsExactly(80, 90);
    }

    @Test
    void shuffled_parts_are_fixed_by_the_seed() {
        Split split = Split.shuffled(counting(10), 1, 60, 20, 20);
        assertThat(split.train().x().values()).containsExactly(6, 0, 3, 4, 7, 5);
        assertThat(split.validation().x().values()).containsExactly(8, 1);
        assertThat(split.test().x().values()).containsExactly(2, 9);
    }

    @Test
    void two_parts_leave_nothing_to_validate_with() {
        Split split = Split.inOrder(counting(7), 50, 50);
        assertThat(split.train().count()).isEqualTo(3);
        assertThat(split.validation().count()).isZero();
        assertThat(split.test().count()).isEqualTo(4);
        assertThat(Split.inOrder(counting(7), 100, 0, 0).train().count()).isEqualTo(7);
    }

    @Test
    void every_row_is_in_one_part() {
        for (int n = 3; n < 40; n++) {
            Split split = Split.shuffled(counting(n), n, 34, 33, 33);
            assertThat(split.train().count()
                            + split.validation().count()
                            + split.test().count())
                    .isEqualTo(n);
        }
    }

    @Test
    void a_split_that_is_not_a_hundred_percent_is_a_message() {
        for (int[] wrong : new int[][] {{}, {100}, {50, 20, 20}, {110, -10}, {0, 50, 50}, {25, 25, 25, 25}}) {
            Expecting.trouble("split.percent", () -> Split.inOrder(counting(10), wrong));
        }
        Expecting.trouble(
                "split.percent", () -> Split.inOrder(counting(10), Integer.MAX_VALUE, Integer.MAX_VALUE, 102));
        assertThat(Expecting.trouble("split.small", () -> Split.inOrder(counting(2), 60, 20, 20)))
                .hasMessage("2 rows are too few to split: 20 % of them is no row at all");
    }

    private static Dataset counting(int n) {
        double[] numbers = IntStream.range(0, n).asDoubleStream().toArray();
        double[] tens = IntStream.range(0, n).mapToDouble(i -> 10.0 * i).toArray();
        return new Dataset(
                Rows.of(n, new int[] {1}, numbers, List.of("i")), Rows.of(n, new int[0], tens, List.of()), List.of());
    }
}
