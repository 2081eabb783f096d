package chainstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final Set<String> KNOWN = Set.of("sigmoid", "softmax", "sum", "softplus", "tanh", "W1", "h");

    @Test
    void a_missing_letter_is_one_slip() {
        assertThat(Spelling.distance("sigmod", "sigmoid")).isEqualTo(1);
    }

    @Test
    void two_neighbours_swapped_are_one_slip() {
        assertThat(Spelling.distance("sgimoid", "sigmoid")).isEqualTo(1);
    }

    @Test
    void the_distance_to_nothing_is_the_length() {
        assertThat(Spelling.distance("", "tanh")).isEqualTo(4);
    }

    @Test
    void the_nearest_known_name_is_proposed() {
        assertThat(Spelling.nearest("sigmod", KNOWN)).hasValue("sigmoid");
        assertThat(Spelling.nearest("SoftMax", KNOWN)).hasValue("softmax");
        assertThat(Spelling.nearest("sun", KNOWN)).hasValue("sum");
        assertThat(Spelling.nearest("w1", KNOWN)).hasValue("W1");
    }

    @Test
    void nothing_is_proposed_when_all_are_far() {
        assertThat(Spelling.nearest("banana", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("k", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void a_tie_goes_to_the_first_in_the_alphabet() {
        assertThat(Spelling.nearest("bat", List.of("cat", "bad", "hat"))).hasValue("bad");
    }

    @Test
    void one_of_two_chinese_characters_may_be_wrong() {
        assertThat(Spelling.nearest("变亮", List.of("变量", "x", "损失"))).contains("变量");
        assertThat(Spelling.nearest("ab", List.of("ac"))).isEmpty();
    }
}
