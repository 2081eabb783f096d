package chainstep.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The letters that are lent to a machine without Chinese ones. */
class ChineseFontTest {
    @Test
    void it_has_every_letter_that_the_window_says_in_chinese() throws IOException {
        Font font = new Font(ChineseFont.family(), Font.PLAIN, 13);
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/chainstep"))) {
            List<Path> chinese = bundles.filter(file -> file.toString().endsWith("_zh.properties"))
                    .toList();
            assertThat(chinese)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(missing(font, Files.readString(file))).isEmpty());
        }
    }

    private static String missing(Font font, String text) {
        return text.codePoints()
                .filter(Character::isIdeographic)
                .filter(point -> !font.canDisplay(point))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void its_letters_are_used_where_neither_a_font_nor_the_machine_has_any() {
        Font fit = Letters.fit("单步", new Font("Inter", Font.PLAIN, 13));
        assertThat(fit.canDisplayUpTo("单步")).isNegative();
        assertThat(fit.getSize2D()).isEqualTo(13);
    }
}
