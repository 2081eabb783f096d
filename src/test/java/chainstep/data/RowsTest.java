package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Rows rows = Rows.of(2, new int[] {2, 2}, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, List.of());

    @Test
    void rows_are_read_row_major() {
        assertThat(rows.rowShape()).containsExactly(2, 2);
        assertThat(rows.rowSize()).isEqualTo(4);
        assertThat(rows.batchShape(3)).containsExactly(3, 2, 2);
        assertThat(rows.row(1)).containsExactly(5, 6, 7, 8);
        assertThat(rows.at(1, 2)).isEqualTo(7);
        assertThat(rows.values(1, 0, 1)).containsExactly(5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(rows.select(1).values()).containsExactly(5, 6, 7, 8);
        assertThat(rows.flat().rowShape()).containsExactly(4);
    }

    @Test
    void nothing_handed_out_changes_the_table() {
        rows.row(0)[0] = 9;
        rows.values()[0] = 9;
        rows.rowShape()[0] = 9;
        assertThat(rows.row(0)).containsExactly(1, 2, 3, 4);
        assertThat(rows.rowShape()).containsExactly(2, 2);
    }

    @Test
    void bytes_over_255_are_the_same_numbers_as_doubles() {
        Rows bytes = new Rows(1, new int[] {3}, new Cells.Bytes(new byte[] {0, 1, (byte) 255}, 1).over(255), List.of());
        assertThat(bytes.row(0)).containsExactly(0, 1 / 255.0, 1);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> Rows.of(2, new int[] {3}, new double[5], List.of()))
                .hasMessageContaining("5 numbers are not 2 rows of shape [3]");
        assertThatThrownBy(() -> Rows.of(1, new int[] {2}, new double[2], List.of("a")))
                .hasMessageContaining("1 names");
        assertThatThrownBy(() -> Rows.of(1, new int[] {1, 1, 1, 1}, new double[1], List.of()))
                .hasMessageContaining("rank");
        assertThatThrownBy(() -> Rows.of(1, new int[] {0}, new double[0], List.of()))
                .hasMessageContaining("empty axis");
        Rows one = Rows.of(1, new int[] {1}, new double[1], List.of());
        assertThatThrownBy(() -> new Dataset(rows, one, List.of())).hasMessageContaining("2 rows");
    }

    @Test
    void rows_asked_about_must_be_as_wide_as_those_learnt_from() {
        Rows two = Rows.of(1, new int[] {2}, new double[2], List.of());
        Rows one = Rows.of(1, new int[] {1}, new double[1], List.of());
        Dataset learnt = new Dataset(two, one, List.of());
        assertThat(learnt.asking(two).t().values()).containsExactly(0);
        assertThat(Expecting.trouble("rows.width", () -> learnt.asking(one)))
                .hasMessage("rows of 1 number, where the model takes 2");
    }
}
