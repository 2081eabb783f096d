package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.math.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundedTest {
    private static double rounded(Rounded.To to, int digits, double number) {
        double[] result = new double[1];
        Shape one = Shape.of(1);
        new Rounded(to, digits).fastPath(List.of(one)).orElseThrow().compute(new double[][] {{number}}, result);
        return result[0];
    }

    /** Numbers of all sizes, some of them ties or beside one. */
    private static double number(Random random, int k) {
        double number = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
        double tie = new BigDecimal(number)
                .round(new MathContext(1 + random.nextInt(6)))
                .doubleValue();
        return switch (k % 4) {
            case 0 -> number;
            case 1 -> tie;
            case 2 -> Math.nextUp(tie);
            default -> Math.round(random.nextGaussian() * 2000) / 16.0;
        };
    }

    @Test
    void a_number_is_rounded_half_up_exactly() {
        Random random = new Random(5);
        for (int k = 0; k < 40_000; k++) {
            double number = number(random, k);
            int digits = 1 + random.nextInt(5);
            BigDecimal exact = new BigDecimal(number);
            assertThat(rounded(Rounded.To.DECIMALS, digits, number))
                    .isEqualTo(exact.setScale(digits, RoundingMode.HALF_UP).doubleValue());
            assertThat(rounded(Rounded.To.SIGNIFICANT, digits, number))
                    .isEqualTo(exact.round(new MathContext(digits, RoundingMode.HALF_UP))
                            .doubleValue());
        }
    }
}
