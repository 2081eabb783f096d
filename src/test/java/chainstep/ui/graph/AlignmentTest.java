package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Depth;
import chainstep.math.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers under each other in a box, and boxes that keep their width while a network learns. */
class AlignmentTest {
    private static String never(int number, int room) {
        throw new AssertionError("nothing is shortened");
    }

    private static List<String> lines(String... texts) {
        Figures.Numbers numbers = Alignment.of(List.of(texts), AlignmentTest::never, 4, 1, 8, false, Figures.TERSE);
        return numbers.cells().stream().map(row -> row.get(0)).toList();
    }

    @Test
    void points_are_under_each_other() {
        assertThat(lines("0.00085", "−0.6829", "12")).containsExactly(" 0.00085", "−0.6829 ", "12      ");
    }

    @Test
    void numbers_too_long_for_that_end_together() {
        assertThat(lines("−123456.7", "0.00000123")).containsExactly(" −123456.7", "0.00000123");
    }

    @Test
    void a_number_too_long_for_its_column_has_fewer_digits() {
        double[] values = {0.0008517, -0.6829};
        Figures.Numbers numbers = Alignment.of(
                List.of("0.0008517", "−0.6829"),
                (k, room) -> Format.within(values[k], room),
                4,
                1,
                8,
                true,
                Figures.TERSE);
        assertThat(numbers.cells()).containsExactly(List.of(" 8.52e-4"), List.of("−0.6829 "));
    }

    @Test
    void numbers_that_differ_look_different_in_a_narrow_column() {
        double[] values = {-0.00103011, -0.00097929};
        List<String> texts = List.of("−0.001030", "−0.000979");
        assertThat(Alignment.of(
                                texts,
                                (k, room) -> Format.within(values[k], room),
                                4,
                                1,
                                Alignment.VALUE,
                                true,
                                Figures.TERSE)
                        .cells())
                .containsExactly(List.of("-0.0010"), List.of("-9.8e-4"));
        assertThat(Alignment.of(
                                texts,
                                (k, room) -> Format.within(values[k], room),
                                4,
                                1,
                                Alignment.GRADIENT,
                                true,
                                Figures.TERSE)
                        .cells())
                .containsExactly(List.of("-0.00103"), List.of("-9.79e-4"));
    }

    @Test
    void numbers_that_vary_have_columns_as_wide_as_any_will_be() {
        Figures.Numbers first = Alignment.of(List.of("1", "2"), AlignmentTest::never, 4, 2, 7, true, Figures.TERSE);
        Figures.Numbers later =
                Alignment.of(List.of("−0.1234", "0.5"), AlignmentTest::never, 4, 2, 7, true, Figures.TERSE);
        assertThat(first.widths()).isEqualTo(later.widths());
        assertThat(Alignment.of(List.of("1", "2"), AlignmentTest::never, 4, 2, 7, false, Figures.TERSE)
                        .widths())
                .containsExactly(1, 1);
    }

    @Test
    void no_box_grows_or_moves_over_a_long_run() {
        Drawn drawn = Drawn.of("lectures/xor_two_layers.chain");
        drawn.steps(Depth.LINE, 1);
        Picture first = drawn.picture();
        for (long iteration : new long[] {1, 2, 10, 100, 500}) {
            drawn.controller.jump(iteration, 3);
            assertThat(drawn.picture().places()).isSameAs(first.places());
            assertThat(drawn.picture().faces()).isEqualTo(first.faces());
        }
        assertThat(drawn.picture().model()).isNotEqualTo(first.model());
    }
}
