package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.look.Look;
import chainstep.ui.look.Theme;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

/** A window painted larger has no text that is cut. */
class EnlargedTest {
    private static final int SCALE = 2;

    @Test
    void a_word_painted_larger_is_as_wide_as_its_label() {
        Look.install(Theme.LIGHT);
        for (String word : List.of("Derivation", "Timeline", "60 steps", "float64 exact", "Watches")) {
            for (float size = 11; size < 15; size += 0.5f) {
                JLabel label = new JLabel(word);
                label.setFont(Look.words(size).deriveFont(Font.BOLD, size));
                label.setSize(label.getPreferredSize());
                BufferedImage image = new BufferedImage(
                        SCALE * label.getWidth() + 40, SCALE * label.getHeight(), BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = image.createGraphics();
                pen.setColor(Color.WHITE);
                pen.scale(SCALE, SCALE);
                Graphics2D larger = new Enlarged(pen, SCALE);
                larger.setFont(label.getFont());
                larger.drawString(word, 0f, label.getHeight() * 0.8f);
                assertThat(right(image)).as(word + size).isLessThanOrEqualTo(SCALE * label.getWidth());
                assertThat(larger.getFontMetrics().stringWidth(word))
                        .isEqualTo(label.getFontMetrics(label.getFont()).stringWidth(word));
            }
        }
    }

    private static int right(BufferedImage image) {
        for (int x = image.getWidth() - 1; x >= 0; x--) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xff) > 40) {
                    return x;
                }
            }
        }
        return -1;
    }
}
