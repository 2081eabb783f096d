package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HyperbolicTangentTest {
    /** How many of these numbers, and their negatives, have another tanh than StrictMath's. */
    private static long different(DoubleStream numbers) {
        return numbers.flatMap(x -> DoubleStream.of(x, -x))
                .filter(x ->
                        Double.doubleToLongBits(HyperbolicTangent.at(x)) != Double.doubleToLongBits(StrictMath.tanh(x)))
                .count();
    }

    @Test
    void tanh_is_that_of_strict_math_to_the_bit_for_ordinary_numbers() {
        Random random = new Random(1);
        assertThat(different(DoubleStream.generate(random::nextGaussian).limit(500_000)))
                .isZero();
        assertThat(different(
                        DoubleStream.generate(() -> 25 * random.nextDouble()).limit(500_000)))
                .isZero();
    }

    @Test
    void tanh_is_that_of_strict_math_to_the_bit_for_any_bits() {
        Random random = new Random(2);
        assertThat(different(DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
                        .limit(500_000)))
                .isZero();
        assertThat(different(DoubleStream.generate(() -> Math.scalb(1 + random.nextDouble(), random.nextInt(66) - 60))
                        .limit(500_000)))
                .isZero();
    }

    @Test
    void tanh_is_that_of_strict_math_at_every_border_between_its_formulas() {
        double ln2 = StrictMath.log(2);
        DoubleStream borders = DoubleStream.of(
                0,
                0x1p-55,
                0x1p-54,
                1,
                22,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                0.25 * ln2,
                0.75 * ln2,
                10 * ln2,
                28 * ln2);
        assertThat(different(borders.flatMap(HyperbolicTangentTest::around))).isZero();
    }

    /** A number and the thousand next to it on either side. */
    private static DoubleStream around(double x) {
        long bits = Double.doubleToLongBits(x);
        return DoubleStream.iterate(-1000, i -> i + 1).limit(2001).map(i -> Double.longBitsToDouble(bits + (long) i));
    }
}
