package chainstep.ui;

import chainstep.ui.look.Theme;
import java.util.Locale;

/**
 * How the window looks, and in which language it speaks; the same for all pages.
 *
 * @param projector whether formulas and numbers are as large as a lecture hall needs
 */
public record Settings(Locale locale, Theme theme, boolean projector) {
    public static final Settings FIRST = new Settings(Locale.ENGLISH, Theme.LIGHT, false);

    public Settings in(Locale other) {
        return new Settings(other, theme, projector);
    }

    public Settings in(Theme other) {
        return new Settings(locale, other, projector);
    }

    public Settings projector(boolean on) {
        return new Settings(locale, theme, on);
    }
}
