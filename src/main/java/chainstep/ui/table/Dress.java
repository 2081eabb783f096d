package chainstep.ui.table;

import chainstep.ui.Settings;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Font;
import java.awt.FontMetrics;

/** What the tables wear: colours, type and words of the settings. */
record Dress(Settings settings) {
    Palette palette() {
        return Palette.of(settings.theme());
    }

    String say(String key, Object... arguments) {
        return Words.of("ui", settings.locale()).say(key, arguments);
    }

    /** For numbers and names. */
    Font numbers() {
        return Look.numbers(settings.projector() ? 20 : 12);
    }

    /** For words, also Chinese ones. */
    Font words() {
        return Look.words(settings.projector() ? 18 : 12);
    }

    /** A text, cut where there is no room for all of it. */
    static String cut(String text, FontMetrics metrics, int room) {
        String shown = text;
        while (shown.length() > 1 && metrics.stringWidth(shown) > room) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }
}
