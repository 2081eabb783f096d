package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Compares arrays of numbers. */
final class Near {
    private Near() {}

    /**
     * Within {@code tolerance} of the largest number expected, or, where all are small, within what rounding alone may have done.
     *
     * @param rounding a bound of the rounding error; no more than {@code tolerance} itself is granted
     */
    static void assertClose(double[] actual, double[] expected, double tolerance, double rounding) {
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(rounding).isNotNaN();
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double allowed = Math.max(tolerance * largest, Math.min(rounding, tolerance));
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d of %s, expected %s", i, Arrays.toString(actual), Arrays.toString(expected))
                    .isCloseTo(expected[i], within(allowed));
        }
    }
}
