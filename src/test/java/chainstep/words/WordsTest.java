package chainstep.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

/** Reads the bundle {@code chainstep/wordstest.properties} of the test resources. */
class WordsTest {
    private final Words english = Words.of("wordstest", Locale.ENGLISH);
    private final Words chinese = Words.of("wordstest", Locale.SIMPLIFIED_CHINESE);

    @Test
    void a_hole_takes_its_argument_and_numbers_are_not_grouped() {
        assertThat(english.say("size", 1_234_567)).isEqualTo("it isn't 1234567 bytes");
    }

    @Test
    void braces_of_latex_stay() {
        assertThat(english.say("latex", "$x")).isEqualTo("\\frac{$x}{b_{ 1}}");
    }

    @Test
    void one_is_singular() {
        assertThat(english.say("terms", 1)).isEqualTo("1 term");
        assertThat(english.say("terms", 2)).isEqualTo("2 terms");
        assertThat(english.say("terms", 0L)).isEqualTo("0 terms");
    }

    @Test
    void a_phrase_within_is_said_in_the_same_language() {
        Phrase whole = Phrase.of("wordstest", "outer", Phrase.of("wordstest", "terms", 3));
        assertThat(whole.in(Locale.ENGLISH)).isEqualTo("there are 3 terms");
        assertThat(whole.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("共 3 项");
        assertThat(whole).hasToString("there are 3 terms");
    }

    @Test
    void the_region_falls_back_to_the_language_and_a_strange_language_to_english() {
        assertThat(chinese.say("size", 5)).isEqualTo("不是 5 字节");
        assertThat(Words.of("wordstest", Locale.GERMAN).say("terms", 1)).isEqualTo("1 term");
    }

    @Test
    void the_machines_own_language_is_never_used() {
        Locale own = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINESE);
            assertThat(Words.of("wordstest", Locale.ENGLISH).say("terms", 1)).isEqualTo("1 term");
        } finally {
            Locale.setDefault(own);
        }
    }

    @Test
    void a_missing_key_and_a_missing_argument_are_bugs_and_say_so() {
        assertThatThrownBy(() -> english.say("nothing")).isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> english.say("size"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sentence 'size' wants argument 0 and got 0");
    }
}
