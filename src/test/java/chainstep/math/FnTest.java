package chainstep.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FnTest {
    /** x and erf(x) to 40 digits by mpmath, rounded. */
    private static final double[][] ERF = {
        {1e-300, 1.1283791670955126e-300},
        {1e-9, 1.1283791670955127e-09},
        {0.1, 0.1124629160182849},
        {0.5, 0.5204998778130465},
        {0.84, 0.7651427114549945},
        {0.85, 0.7706680576083526},
        {1.0, 0.8427007929497149},
        {1.2, 0.9103139782296353},
        {1.3, 0.9340079449406524},
        {2.0, 0.9953222650189527},
        {2.85, 0.9999443437200386},
        {2.9, 0.9999589021219005},
        {3.5, 0.9999992569016276},
        {5.0, 0.9999999999984626},
        {5.9, 0.9999999999999999}
    };

    @Test
    void erf_is_within_one_ulp_of_forty_digit_values_and_odd() {
        for (double[] pair : ERF) {
            assertThat(Fn.ERF.at(pair[0])).as("erf(%s)", pair[0]).isCloseTo(pair[1], within(pair[1]));
            assertThat(Fn.ERF.at(-pair[0])).isEqualTo(-Fn.ERF.at(pair[0]));
        }
    }

    @Test
    void erf_is_one_far_out() {
        assertThat(Fn.ERF.at(6)).isEqualTo(1);
        assertThat(Fn.ERF.at(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    }

    @Test
    void sigmoid_neither_overflows_nor_loses_its_small_side() {
        assertThat(Fn.SIGMOID.at(0)).isEqualTo(0.5);
        assertThat(Fn.SIGMOID.at(1000)).isEqualTo(1);
        assertThat(Fn.SIGMOID.at(-1000)).isZero();
        assertThat(Fn.SIGMOID.at(-40)).isCloseTo(4.248354255291589e-18, within(4.248354255291589e-18));
    }

    @Test
    void softplus_neither_overflows_nor_loses_its_small_side() {
        assertThat(Fn.SOFTPLUS.at(1000)).isEqualTo(1000);
        assertThat(Fn.SOFTPLUS.at(-40)).isCloseTo(4.248354255291589e-18, within(4.248354255291589e-18));
        assertThat(Fn.SOFTPLUS.at(0)).isEqualTo(StrictMath.log(2));
    }

    @Test
    void sign_and_step_are_zero_at_zero() {
        assertThat(Fn.SIGN.at(0)).isZero();
        assertThat(Double.doubleToLongBits(Fn.SIGN.at(-0.0))).isZero();
        assertThat(Fn.STEP.at(0)).isZero();
        assertThat(Fn.STEP.at(Double.MIN_VALUE)).isEqualTo(1);
        assertThat(Fn.SIGN.at(-3)).isEqualTo(-1);
    }

    @Test
    void every_function_passes_nan_on() {
        assertThat(Fn.values())
                .hasSize(13)
                .allSatisfy(f -> assertThat(f.at(Double.NaN)).isNaN());
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(Math.ulp(value));
    }
}
