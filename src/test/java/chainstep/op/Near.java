package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Compares arrays of numbers. */
final class Near {
    private Near() {}

    /** Within {@code tolerance} of the largest number. */
    static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest =
                Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d of %s, expected %s", i, Arrays.toString(actual), Arrays.toString(expected))
                    .isCloseTo(expected[i], within(tolerance * largest));
        }
    }
}
