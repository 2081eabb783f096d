package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElidedTest {
    @Test
    void a_long_text_loses_its_middle_and_keeps_both_ends() {
        assertThat(Elided.of("0.3775", 12)).isEqualTo("0.3775");
        assertThat(Elided.of("1" + "9".repeat(20_000) + "2", 12))
                .isEqualTo("1999999…9992")
                .hasSize(12);
        assertThat(Elided.of("𝔸".repeat(30), 9)).isEqualTo("𝔸".repeat(5) + "…" + "𝔸".repeat(3));
    }

    @Test
    void of_a_sentence_only_endless_words_do() {
        assertThat(Elided.words("\"" + "9".repeat(300) + "\" cannot be read as a number", 9))
                .isEqualTo("\"9999…99\" cannot be read as a number");
    }
}
