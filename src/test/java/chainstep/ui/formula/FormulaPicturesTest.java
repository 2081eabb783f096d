package chainstep.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaPicturesTest {
    private final FormulaPictures pictures = new FormulaPictures();

    private byte[] picture(String latex) {
        return pictures.formula(latex).orElseThrow().png();
    }

    @Test
    void chinese_words_in_a_formula_are_letters_and_no_empty_boxes() {
        assertThat(picture("\\underbrace{x}_{\\text{遗漏}}")).isNotEqualTo(picture("\\underbrace{x}_{\\text{你的}}"));
    }
}
