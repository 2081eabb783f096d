package chainstep.ui.table;

import chainstep.ui.Settings;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Font;

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
}
