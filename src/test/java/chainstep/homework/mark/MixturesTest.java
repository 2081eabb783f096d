package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixturesTest {
    @Test
    void few_things_are_mixed_in_all_ways_fewest_first() {
        assertThat(Mixtures.of(3, 8))
                .containsExactly(
                        List.of(0),
                        List.of(1),
                        List.of(2),
                        List.of(0, 1),
                        List.of(0, 2),
                        List.of(1, 2),
                        List.of(0, 1, 2));
    }

    @Test
    void of_many_things_each_alone_and_all_together_are_tried() {
        List<List<Integer>> mixtures = Mixtures.of(30, 8).toList();
        assertThat(mixtures).hasSize(30 + 28 + 28 + 30).contains(List.of(29), List.of(6, 7));
        assertThat(mixtures).anyMatch(mixture -> mixture.size() == 30);
        assertThat(new HashSet<>(mixtures)).hasSize(30 + 28 + 28 + 30 - 1);
    }
}
