package chainstep.homework.variant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NiceNumbersTest {
    @Test
    void a_number_is_replaced_by_ones_of_its_size_and_sign_written_like_it() {
        assertThat(NiceNumbers.like("0.15", 2)).contains("0.08", "0.20", "0.26").doesNotContain("0.15000", "0.5");
        assertThat(NiceNumbers.like("-0.5", 1)).containsExactly("-0.2", "-0.3", "-0.4", "-0.5", "-0.6", "-0.7", "-0.8");
        assertThat(NiceNumbers.like("3", 0)).containsExactly("2", "3", "4", "5");
        assertThat(NiceNumbers.like("1/3", 0)).contains("1/3", "1/2", "2/5").doesNotContain("1/1");
    }

    @Test
    void none_is_zero_or_one_and_what_is_below_one_stays_so() {
        for (String written : new String[] {"1", "-1", "0.99", "0.01", "1.0", "2", "0.5", "5/6"}) {
            assertThat(NiceNumbers.like(written, 0)).isNotEmpty().doesNotContain("0", "1", "-1", "1.0", "1.00", "0.00");
        }
        assertThat(NiceNumbers.like("0.99", 2)).contains("0.98").allMatch(one -> one.startsWith("0."));
        assertThat(NiceNumbers.notZero(0)).containsExactlyInAnyOrder("2", "-2", "3", "-3", "4", "-4");
    }

    @Test
    void what_nobody_writes_by_hand_stays() {
        assertThat(NiceNumbers.like("1e-8", 0)).isEmpty();
        assertThat(NiceNumbers.like("pi", 0)).isEmpty();
        assertThat(NiceNumbers.like("0", 0)).isEmpty();
    }
}
