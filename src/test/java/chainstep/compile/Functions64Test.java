package chainstep.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.data.Lcg;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** How far the quick functions are from StrictMath's, in units of the last place, over numbers of every size. */
class Functions64Test {
    private static final int POINTS = 1_000_000;

    /** The largest distance, half of the points even between ±range, half with even logarithms. */
    private static double worst(DoubleUnaryOperator quick, DoubleUnaryOperator exact, double range) {
        Lcg chance = new Lcg(1);
        double worst = 0;
        for (int k = 0; k < POINTS; k++) {
            double even = chance.uniform(-range, range);
            double small = Math.copySign(StrictMath.pow(10, chance.uniform(-12, 0)), even);
            double x = k % 2 == 0 ? even : small;
            double right = exact.applyAsDouble(x);
            worst = Math.max(worst, Math.abs(quick.applyAsDouble(x) - right) / Math.ulp(right));
        }
        return worst;
    }

    @Test
    void tanh_is_good_to_five_units_of_the_last_place() {
        assertThat(worst(Functions64::tanh, StrictMath::tanh, 21)).isBetween(0.5, 5.0);
    }

    @Test
    void tanh_of_many_is_good_to_eight_units_of_the_last_place_and_ends_at_one() {
        assertThat(worst(Functions64::tanhOfMany, StrictMath::tanh, 21)).isBetween(0.5, 8.0);
        assertThat(worst(x -> Functions32.tanhOfMany((float) x), x -> StrictMath.tanh((float) x), 21) * 0x1p-29)
                .isBetween(0.5, 8.0);
        for (double x : new double[] {Double.POSITIVE_INFINITY, 1e300, 25, 20, 19.5, 19, 18}) {
            assertThat(Functions64.tanhOfMany(x)).isCloseTo(1, within(0x1p-50)).isLessThanOrEqualTo(1);
            assertThat(Functions64.tanhOfMany(-x))
                    .isCloseTo(-1, within(0x1p-50))
                    .isGreaterThanOrEqualTo(-1);
            assertThat(Functions32.tanhOfMany((float) x))
                    .isCloseTo(1, within(0x1p-21f))
                    .isLessThanOrEqualTo(1);
        }
        assertThat(Functions64.tanhOfMany(Double.NaN)).isNaN();
        assertThat(Functions32.tanhOfMany(Float.NaN)).isNaN();
        assertThat(1 / Functions64.tanhOfMany(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void exp_is_good_to_two_units_of_the_last_place() {
        assertThat(worst(Functions64::exp, StrictMath::exp, 700)).isBetween(0.5, 2.0);
    }

    @Test
    void sigmoid_is_good_to_four_units_of_the_last_place() {
        DoubleUnaryOperator exact =
                x -> x >= 0 ? 1 / (1 + StrictMath.exp(-x)) : StrictMath.exp(x) / (1 + StrictMath.exp(x));
        assertThat(worst(Functions64::sigmoid, exact, 700)).isBetween(0.5, 4.0);
    }

    @Test
    void ends_are_what_they_should_be() {
        assertThat(Functions64.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Functions64.tanh(-19.999999999999996)).isEqualTo(-1);
        assertThat(Functions64.tanh(-1e300)).isEqualTo(-1);
        assertThat(Functions64.tanh(Double.NaN)).isNaN();
        assertThat(Functions64.tanh(0)).isZero();
        assertThat(Functions64.exp(0)).isEqualTo(1);
        assertThat(Functions64.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Functions64.exp(710)).isInfinite();
        assertThat(Functions64.exp(-745)).isEqualTo(Double.MIN_VALUE);
        assertThat(Functions64.exp(Double.NaN)).isNaN();
        assertThat(Functions64.sigmoid(-700))
                .isCloseTo(StrictMath.exp(-700), org.assertj.core.data.Percentage.withPercentage(1e-12));
    }
}
