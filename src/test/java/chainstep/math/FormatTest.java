package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void six_significant_digits() {
        assertThat(Format.significant(0.29837110876, 6)).isEqualTo("0.298371");
        assertThat(Format.significant(-0.03809823651, 6)).isEqualTo("-0.0380982");
        assertThat(Format.significant(1.1059059670, 6)).isEqualTo("1.10591");
        assertThat(Format.significant(0.00005, 6)).isEqualTo("5e-5");
        assertThat(Format.significant(0.00043856773, 6)).isEqualTo("0.000438568");
        assertThat(Format.significant(-1234567, 3)).isEqualTo("-1.23e6");
        assertThat(Format.significant(100, 6)).isEqualTo("100");
        assertThat(Format.significant(999999.7, 6)).isEqualTo("1e6");
        assertThat(Format.significant(-0.0, 6)).isEqualTo("0");
        assertThat(Format.significant(Double.MIN_VALUE, 3)).isEqualTo("4.94e-324");
    }

    @Test
    void a_column_shares_its_decimals() {
        assertThat(Format.column(0.3775, 0.3925)).containsExactly("0.377500", "0.392500");
        assertThat(Format.column(0.082167041, -0.022602540)).containsExactly("0.082167", "-0.022603");
        assertThat(Format.column(6.68396e-4, -2.29828e-4)).containsExactly("0.000668396", "-0.000229828");
        assertThat(Format.column(1234.5678, -1)).containsExactly("1234.57", "-1.00");
        assertThat(Format.column(292.5)).containsExactly("292.500");
        assertThat(Format.column(99.5)).containsExactly("99.500000");
        assertThat(Format.column(100000.5, 2)).containsExactly("100000", "2");
        assertThat(Format.column(new double[] {292.5}, 4)).containsExactly("292.5");
        assertThat(Format.column(new double[] {292.5}, 9)).containsExactly("292.500000");
        assertThat(Format.column(1.5e-12, 0, 2)).containsExactly("1.5e-12", "0", "2.000000");
        assertThat(Format.column(1.5e-12, 0)).containsExactly("1.5e-12", "0");
        assertThat(Format.column(-1e-9, 0.5)).containsExactly("-1e-9", "0.500000");
        assertThat(Format.column()).isEmpty();
    }

    @Test
    void a_number_other_than_zero_never_loses_its_digits_to_its_neighbours() {
        assertThat(Format.column(24122541, 0.5268671)).containsExactly("24122541", "0.526867");
        assertThat(Format.column(1000000.0, 0.001)).containsExactly("1000000", "0.001");
        assertThat(Format.column(0.5, 6.6e-9, 0)).containsExactly("0.500000", "6.6e-9", "0");
        assertThat(Format.column(0.5, 0.0000123456)).containsExactly("0.500000", "1.23e-5");
        assertThat(Format.column(0.5, 0.00012)).containsExactly("0.500000", "0.000120");
        assertThat(Format.column(0.5, 0)).containsExactly("0.500000", "0.000000");
        assertThat(Format.column(0.3775, -5.551e-17)).containsExactly("0.377500", "-5.55e-17");
    }

    @Test
    void a_number_that_is_rounded_up_to_three_digits_stays_in_its_column() {
        assertThat(Format.column(new double[] {-0.12, 0.04, 0.009999999999999998}, 4))
                .containsExactly("-0.1200", "0.0400", "0.0100");
    }

    @Test
    void a_number_has_as_many_digits_as_there_is_room_for() {
        assertThat(Format.within(0.04, 5)).isEqualTo("0.0400");
        assertThat(Format.within(0.00999999999, 5)).isEqualTo("0.0100");
        assertThat(Format.within(0.00103011, 6)).isEqualTo("0.00103");
        assertThat(Format.within(-0.00097929, 6)).isEqualTo("-9.79e-4");
        assertThat(Format.within(2.97184e-7, 5)).isEqualTo("3.0e-7");
        assertThat(Format.within(0.00099999, 4)).isEqualTo("1e-3");
        assertThat(Format.within(1e-120, 5)).isEqualTo("1e-120");
        assertThat(Format.within(-1237005498427341.0, 6)).isEqualTo("-1.24e15");
        assertThat(Format.within(12345678.9, 6)).isEqualTo("12345678.90000");
        assertThat(Format.within(123456789.0, 6)).isEqualTo("1.235e8");
        assertThat(Format.within(0, 5)).isEqualTo("0");
        assertThat(Format.within(Double.NaN, 5)).isEqualTo("NaN");
    }

    @Test
    void integers_are_plain_when_all_are() {
        assertThat(Format.column(1, -0.0, 12)).containsExactly("1", "0", "12");
        assertThat(Format.column(60000)).containsExactly("60000");
    }

    @Test
    void what_is_not_finite_has_its_sign() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(Format.column(Double.NaN, infinity, -infinity, 0.5)).containsExactly("NaN", "∞", "-∞", "0.500000");
        assertThat(Format.typographic("-∞")).isEqualTo("−∞");
        assertThat(Format.typographic("-5e-5")).isEqualTo("−5e-5");
        assertThat(Format.typographic("0.25")).isEqualTo("0.25");
        assertThat(Format.number(0.5)).isEqualTo("0.500000");
    }
}
