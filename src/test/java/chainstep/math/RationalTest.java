package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void text_is_read_exactly_and_reduced() {
        assertThat(Rational.parse("0.15")).isEqualTo(Rational.of(3, 20)).hasToString("3/20");
        assertThat(Rational.parse("1/3")).isEqualTo(Rational.of(2, 6));
        assertThat(Rational.parse("1e-3")).isEqualTo(Rational.of(1, 1000));
        assertThat(Rational.parse("-2.50E1")).hasToString("-25");
        assertThat(Rational.of(4, -6)).hasToString("-2/3");
    }

    @Test
    void a_huge_exponent_is_refused_before_it_is_expanded() {
        assertThatThrownBy(() -> Rational.parse("1e999999999999"))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("±400");
        assertThatThrownBy(() -> Rational.parse("9".repeat(1001))).hasMessageContaining("at most 1000");
    }

    @Test
    void what_is_no_number_is_named() {
        for (String text : new String[] {"", "x", "1/2/3", "0x1", "1e", ".", "NaN", "1 2", "--1", "١"}) {
            assertThatThrownBy(() -> Rational.parse(text))
                    .as(text)
                    .isInstanceOf(NumberFormatException.class)
                    .hasMessageContaining("is not a number");
        }
    }

    @Test
    void dividing_by_zero_names_the_dividend() {
        assertThatThrownBy(() -> Rational.of(2, 3).divide(Rational.ZERO))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero: (2/3) / 0");
        assertThatThrownBy(() -> Rational.parse("1/0")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.ZERO.pow(-1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_bits_of_a_double_come_back_unchanged() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x) && x != 0) {
                assertThat(Rational.of(x).doubleValue()).isEqualTo(x);
            }
        }
        assertThat(Rational.of(Double.MIN_VALUE).doubleValue()).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void a_decimal_rounds_to_the_double_that_java_reads() {
        Random random = new Random(2);
        for (int i = 0; i < 3000; i++) {
            String text = new BigInteger(1 + random.nextInt(90), random) + "e" + (random.nextInt(760) - 380);
            assertThat(Rational.parse(text).doubleValue()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void ties_between_doubles_go_to_even() {
        Rational half = Rational.of(1, 2);
        Rational tiny = Rational.of(Double.MIN_VALUE);
        assertThat(tiny.multiply(half).doubleValue()).isZero();
        assertThat(tiny.multiply(Rational.of(3, 2)).doubleValue()).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(Rational.of((1L << 53) + 1).doubleValue()).isEqualTo(0x1p53);
        assertThat(Rational.of((1L << 53) + 3).doubleValue()).isEqualTo(0x1p53 + 4);
        assertThat(Rational.of(10).pow(400).doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Rational.of(-10).pow(-401).doubleValue()).isZero();
    }

    @Test
    void sums_and_products_agree_with_big_decimals() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            BigDecimal a = new BigDecimal(new BigInteger(60, random), random.nextInt(30)).negate();
            BigDecimal b = new BigDecimal(new BigInteger(60, random), random.nextInt(30));
            Rational x = Rational.of(a);
            Rational y = Rational.of(b);
            assertThat(x.add(y)).isEqualTo(Rational.of(a.add(b)));
            assertThat(x.subtract(y)).isEqualTo(Rational.of(a.subtract(b)));
            assertThat(x.multiply(y)).isEqualTo(Rational.of(a.multiply(b)));
            assertThat(x.compareTo(y)).isEqualTo(a.compareTo(b));
        }
    }

    @Test
    void dividing_undoes_multiplying() {
        Rational x = Rational.parse("-3.7");
        Rational y = Rational.of(5, 11);
        assertThat(x.multiply(y).divide(y)).isEqualTo(x);
        assertThat(Rational.of(2, 3).pow(-2)).isEqualTo(Rational.of(9, 4));
        assertThat(Rational.ZERO.pow(0)).isEqualTo(Rational.ONE);
    }

    @Test
    void decimals_are_written_by_hand_rounding() {
        assertThat(Rational.of(1, 8).toDecimal(2)).isEqualTo("0.13");
        assertThat(Rational.of(-2, 3).toDecimal(4)).isEqualTo("-0.6667");
        assertThat(Rational.of(5).isInteger()).isTrue();
    }
}
