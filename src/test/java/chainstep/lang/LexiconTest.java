package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void every_word_says_what_it_takes() {
        assertThat(Lexicon.words()).hasSizeGreaterThan(100).allSatisfy(word -> {
            assertThat(word.takes()).as(word.name()).isNotEmpty();
            assertThat(word.kind()).as(word.name()).isNotEqualTo(Lexicon.Kind.NONE);
        });
    }

    @Test
    void the_pieces_of_a_line_are_coloured_by_what_they_are() {
        assertThat(shown("h = sigmoid(W1 @ x) # \"h\""))
                .containsExactly(
                        "NAME h",
                        "SIGN =",
                        "FUNCTION sigmoid",
                        "SIGN (",
                        "NAME W1",
                        "SIGN @",
                        "NAME x",
                        "SIGN )",
                        "COMMENT # \"h\"");
        assertThat(shown("W = param([.5, ½])")).contains("KEYWORD param", "NUMBER .5", "NUMBER ½");
    }

    @Test
    void a_name_before_no_bracket_is_a_name() {
        assertThat(shown("step + data")).containsExactly("NAME step", "SIGN +", "NAME data");
    }

    @Test
    void what_no_file_may_hold_is_shown_as_wrong() {
        assertThat(shown("x = \"open")).contains("WRONG \"open");
        assertThat(shown("for $")).containsExactly("WRONG for", "WRONG $");
    }

    @Test
    void letters_beyond_the_first_plane_move_nothing() {
        assertThat(shown("𝛼 = 𝛽 + 1  # 𝛾"))
                .containsExactly("NAME 𝛼", "SIGN =", "NAME 𝛽", "SIGN +", "NUMBER 1", "COMMENT # 𝛾");
    }

    private static List<String> shown(String line) {
        return Lexeme.of(line).stream()
                .map(piece -> piece.kind() + " " + line.substring(piece.from(), piece.to()))
                .toList();
    }
}
