package chainstep.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A few letters find what they stand for, and the likelier the earlier. */
class FuzzyTest {
    private static int score(String letters, String text) {
        return Fuzzy.score(letters, text).orElseThrow();
    }

    @Test
    void letters_must_all_be_there_in_order() {
        assertThat(Fuzzy.score("stp", "Step")).isPresent();
        assertThat(Fuzzy.score("pts", "Step")).isEmpty();
        assertThat(Fuzzy.score("stepp", "Step")).isEmpty();
    }

    @Test
    void no_letters_stand_for_everything() {
        assertThat(Fuzzy.score("", "Step")).isPresent();
        assertThat(Fuzzy.score(" ", "")).isPresent();
    }

    @Test
    void case_and_blanks_do_not_matter() {
        assertThat(Fuzzy.score("RUN to", "run to a line")).isEqualTo(Fuzzy.score("runto", "Run to a line"));
    }

    @Test
    void starts_of_words_come_before_their_middles() {
        assertThat(score("nl", "Next line")).isGreaterThan(score("nl", "Unless"));
    }

    @Test
    void letters_side_by_side_come_before_scattered_ones() {
        assertThat(score("ste", "Step")).isGreaterThan(score("ste", "Set the pace"));
    }

    @Test
    void the_shorter_of_two_texts_comes_first() {
        assertThat(score("step", "Step")).isGreaterThan(score("step", "Step back to the previous number"));
    }

    @Test
    void every_text_is_found_by_its_own_letters() {
        for (String text : new String[] {"Continue", "Breakpoint on this line", "下一步", "Theme: dark"}) {
            assertThat(Fuzzy.score(text, text)).as(text).isPresent();
            assertThat(Fuzzy.score(text.toLowerCase(Locale.ROOT), text))
                    .as(text)
                    .isPresent();
        }
    }
}
