package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers to compare with come from an independent Python program. */
class InitialiserTest {
    @Test
    void zeros_and_ones_are_what_they_say() {
        assertThat(Initialiser.zeros(2)).containsExactly(0, 0);
        assertThat(Initialiser.ones(2)).containsExactly(1, 1);
    }

    @Test
    void uniform_weights_are_u_minus_a_half() {
        assertThat(Initialiser.uniform(3, -0.5, 0.5, 3))
                .containsExactly(-0.3867897971384481, -0.17517519194242426, 0.23443153663982474);
    }

    @Test
    void xavier_is_glorots_uniform() {
        double[] expected = {-0.006779116575217312, 0.03772191331284821, 0.04501118968394801};
        assertThat(Initialiser.xavier(3, Fans.of(128, 784), 4)).containsExactly(expected, within(1e-16));
    }

    @Test
    void he_is_a_normal_of_two_over_fan_in() {
        assertThat(Initialiser.he(2, Fans.of(2, 3), 9))
                .containsExactly(new double[] {0.06859094266588844, 0.224188711170083}, within(1e-15));
        assertThat(Initialiser.normal(2, 0.1, 9))
                .containsExactly(new double[] {0.00840064052539614, 0.02745739742294494}, within(1e-15));
    }

    @Test
    void fans_are_counted_as_pytorch_does() {
        assertThat(Fans.of()).isEqualTo(new Fans(1, 1));
        assertThat(Fans.of(4)).isEqualTo(new Fans(4, 4));
        assertThat(Fans.of(2, 3)).isEqualTo(new Fans(3, 2));
        assertThat(Fans.of(8, 3, 5, 5)).isEqualTo(new Fans(75, 200));
        assertThatThrownBy(() -> Fans.of(0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
