package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers to compare with come from an independent Python program of the same definitions. */
class LcgTest {
    @Test
    void a_seed_gives_the_published_numbers() {
        Lcg lcg = new Lcg(42);
        assertThat(new double[] {lcg.next(), lcg.next(), lcg.next(), lcg.next()})
                .containsExactly(0.5682303266439076, 0.2254634289477513, 0.41283831882951183, 0.6303980498395979);
    }

    @Test
    void a_negative_seed_is_taken_modulo_two_to_the_64() {
        Lcg lcg = new Lcg(-1);
        assertThat(new double[] {lcg.next(), lcg.next()}).containsExactly(0.7332081388838745, 0.6939900777098654);
    }

    @Test
    void skipping_equals_drawing() {
        Lcg skipped = new Lcg(7);
        skipped.skip(1000);
        assertThat(skipped.next()).isEqualTo(0.3307280694113922);
        Lcg drawn = new Lcg(7);
        for (int i = 0; i < 37; i++) {
            drawn.next();
        }
        Lcg jumped = new Lcg(7);
        jumped.skip(37);
        assertThat(jumped.next()).isEqualTo(drawn.next());
    }

    @Test
    void gaussian_numbers_are_box_and_mullers() {
        Lcg lcg = new Lcg(7);
        double[] expected = {1.1209460786301795, -0.3101414126217002, 0.5077079750061135};
        for (double value : expected) {
            assertThat(lcg.gaussian()).isCloseTo(value, within(1e-14));
        }
    }

    @Test
    void gaussian_numbers_have_mean_0_and_variance_1() {
        double[] values = Initialiser.normal(100_000, 1, 3);
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(square).isCloseTo(1, within(0.02));
    }

    @Test
    void a_shuffle_is_fisher_and_yates() {
        assertThat(new Lcg(5).permutation(8)).containsExactly(3, 2, 7, 5, 1, 4, 0, 6);
        assertThat(new Lcg(5).permutation(0)).isEmpty();
    }

    @Test
    void keyed_streams_are_fixed_and_different() {
        assertThat(Lcg.keyed(3, 0).next()).isEqualTo(0.1286024070843217);
        assertThat(Lcg.keyed(3, 1).next()).isEqualTo(0.8129974997790881);
        assertThat(Lcg.keyed(3, 1, 2).next()).isEqualTo(0.5131545108864441);
    }

    @Test
    void an_index_stays_below_its_bound() {
        Lcg lcg = new Lcg(1);
        int[] seen = new int[6];
        for (int i = 0; i < 6000; i++) {
            seen[lcg.index(6)]++;
        }
        assertThat(Arrays.stream(seen).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(900, 1100));
        assertThatThrownBy(() -> lcg.index(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
