package chainstep.ui.look;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The shipped Chinese letters, for machines that have none; read when they are asked for first. On any thread. */
public final class ChineseFont {
    private static final String FILE = "/chainstep/font/NotoSansSC.ttf";
    private static final char SIGN = '\u4e2d';

    /** Held apart, so that who never writes Chinese never reads it. */
    private static final class Shipped {
        private static final String FAMILY = family();

        private static String family() {
            try (InputStream file = ChineseFont.class.getResourceAsStream(FILE)) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font.getFamily();
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            } catch (FontFormatException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private static final class Machine {
        private static final boolean LACKING = !new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay(SIGN);
    }

    private ChineseFont() {}

    /** What Java knows it by, from now on. */
    public static String family() {
        return Shipped.FAMILY;
    }

    /** Whether the machine has no Chinese letters of its own. */
    static boolean isNeeded() {
        return Machine.LACKING;
    }
}
