package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void rows_come_in_order_and_the_last_batch_is_short() {
        Batches batches = new Batches(7, 3, false, 0);
        assertThat(batches.perEpoch()).isEqualTo(3);
        assertThat(batches.lastIsShort()).isTrue();
        assertThat(batches.rows(0)).containsExactly(0, 1, 2);
        assertThat(batches.rows(1)).containsExactly(3, 4, 5);
        assertThat(batches.rows(2)).containsExactly(6);
        assertThat(batches.rows(3)).containsExactly(0, 1, 2);
        assertThat(batches.epochOf(2)).isZero();
        assertThat(batches.epochOf(3)).isEqualTo(1);
    }

    @Test
    void each_epoch_has_an_order_of_its_own() {
        Batches batches = new Batches(7, 3, true, 11);
        assertThat(epoch(batches, 0)).containsExactly(2, 1, 3, 6, 0, 4, 5);
        assertThat(epoch(batches, 1)).containsExactly(4, 5, 0, 2, 3, 1, 6);
        assertThat(epoch(batches, 1000)).containsExactly(3, 5, 0, 4, 2, 1, 6);
    }

    @Test
    void any_iteration_is_found_without_the_earlier_ones() {
        Batches walked = new Batches(100, 16, true, 5);
        for (int k = 0; k < 50; k++) {
            assertThat(walked.rows(k)).isEqualTo(new Batches(100, 16, true, 5).rows(k));
        }
    }

    @Test
    void every_epoch_covers_every_row_once() {
        List<Integer> all = IntStream.range(0, 23).boxed().toList();
        for (int size : new int[] {1, 2, 5, 22, 23}) {
            Batches batches = new Batches(23, size, true, size);
            assertThat(batches.lastIsShort()).isEqualTo(23 % size != 0);
            for (int e = 0; e < 5; e++) {
                assertThat(epoch(batches, e)).containsExactlyInAnyOrderElementsOf(all);
            }
        }
    }

    @Test
    void a_batch_of_no_rows_or_too_many_is_a_message() {
        Expecting.trouble("batch.empty", () -> new Batches(0, 1, false, 0));
        Expecting.trouble("batch.size", () -> new Batches(5, 0, false, 0));
        assertThat(Expecting.trouble("batch.size", () -> new Batches(5, 6, false, 0)))
                .hasMessage("a batch has 1 to 5 rows (as many as there are), not 6");
        Batches batches = new Batches(5, 5, false, 0);
        assertThatThrownBy(() -> batches.rows(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> epoch(Batches batches, long number) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < batches.perEpoch(); i++) {
            for (int row : batches.rows(number * batches.perEpoch() + i)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
