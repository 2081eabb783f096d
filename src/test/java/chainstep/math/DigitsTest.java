package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({
        "0.082167041, 8, 1/1000000000",
        "0.30, 2, 1/100",
        "-1.50e-3, 3, 1/100000",
        "\u22120.5, 1, 1/10",
        "100, 3, 1",
        "5, 1, 1",
        "1e3, 1, 1000",
        ".25, 2, 1/100",
        "0.000, 0, 1/1000",
        "22/7, 1, 0"
    })
    void digits_that_count_and_the_worth_of_the_last(String text, int significant, String unit) {
        Digits digits = Digits.parse(text);
        assertThat(digits.significant()).isEqualTo(significant);
        assertThat(digits.unit()).hasToString(unit);
        assertThat(digits).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30, 0.304, true",
        "0.30, 0.3051, false",
        "0.13, 0.125, true",
        "0.12, 0.125, true",
        "0.12, 0.12500000000000003, false",
        "-0.12, -0.125, true",
        "-1.50e-3, -0.001504, true",
        "100, 100.5, true",
        "0.25, NaN, false",
        "1/4, 0.25, true",
        "1/3, 0.3333333333333333, true",
        "1/3, 0.3333333333333334, false"
    })
    void a_number_is_covered_when_it_rounds_to_what_is_written(String text, double number, boolean covered) {
        assertThat(Digits.parse(text).covers(number)).isEqualTo(covered);
    }

    @Test
    void the_interval_is_half_a_unit_to_each_side() {
        assertThat(Digits.parse("2.5").interval().contains(new Interval(2.45, 2.55)))
                .isTrue();
        assertThat(Digits.parse("3").interval()).isEqualTo(new Interval(2.5, 3.5));
        assertThat(Digits.parse("1/4").interval()).isEqualTo(Interval.point(0.25));
        assertThat(Digits.parse("1/3").interval().width()).isEqualTo(Math.ulp(1 / 3.0));
    }

    @Test
    void integers_and_quotients_look_exact() {
        assertThat(Digits.parse("12").exact()).isTrue();
        assertThat(Digits.parse("1/3").exact()).isTrue();
        assertThat(Digits.parse("12.0").exact()).isFalse();
    }

    @Test
    void the_digits_can_be_set_apart_from_the_writing() {
        assertThat(Digits.parse("0.298371109").to(4).unit()).isEqualTo(Rational.parse("0.0001"));
        assertThat(Digits.parse("1/3").to(3).unit()).isEqualTo(Rational.parse("0.001"));
        assertThat(Digits.parse("-99.5").to(2).unit()).isEqualTo(Rational.ONE);
        assertThat(Digits.parse("100").to(1).unit()).isEqualTo(Rational.of(100));
        assertThatThrownBy(() -> Digits.parse("1").to(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.298371109, 0.29837110876000272, true",
        "0.298371109, 0.2983711098, false",
        "5, 5.000000000000001, true",
        "5, 5.01, false",
        "0.4, 0.44, false",
        "0, 5e-17, true",
        "0, 1e-12, false",
        "0.000, 0.0004, false",
        "1/3, 0.33333333333333337, true",
        "1/3, 0.3333, false",
        "0.13, 0.12499999999999997, true",
        "12, 12.3, true",
        "5.8015453193943937, 5.80154531939444, true",
        "0.75, Infinity, false"
    })
    void an_expectation_is_met_by_rounding_or_by_equality(String text, double result, boolean met) {
        assertThat(new Expectation(Digits.parse(text)).isMetBy(result)).isEqualTo(met);
    }

    @Test
    void the_minimum_decides_between_rounding_and_equality() {
        assertThat(new Expectation(Digits.parse("0.4"), 1).isMetBy(0.44)).isTrue();
        assertThat(new Expectation(Digits.parse("0.44"), 3).mustEqual()).isTrue();
    }

    @Test
    void whether_a_number_is_covered_is_judged_exactly_beside_a_tie() {
        Random random = new Random(3);
        for (int k = 0; k < 20_000; k++) {
            Digits digits = Digits.parse(new BigDecimal(random.nextInt(100_000))
                    .movePointLeft(random.nextInt(12))
                    .toString());
            Rational half = digits.unit().multiply(Rational.of(1, 2));
            double tie = digits.value().add(half).doubleValue();
            double number = random.nextBoolean() ? Math.nextAfter(tie, random.nextInt(3) - 1) : random.nextDouble();
            boolean covered = digits.distance(number).compareTo(half) <= 0;
            assertThat(digits.covers(number)).as("%s %s", digits, number).isEqualTo(covered);
        }
    }
}
