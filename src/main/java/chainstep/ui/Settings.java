package chainstep.ui;

import chainstep.ui.look.Theme;
import java.util.Locale;

/**
 * How the window looks, and in which language it speaks; the same for all pages.
 *
 * @param theme of the desk; {@link #theme()} is the one painted, in a lecture hall with more contrast
 * @param projector whether formulas and numbers are as large as a lecture hall needs
 * @param digits to which numbers are written: decimals of an ordinary number, significant digits of a small one
 */
public record Settings(Locale locale, Theme theme, boolean projector, int digits) {
    /** The digits that numbers have at first, at least and at most: with 17 every float64 is told apart. */
    public static final int USUAL_DIGITS = 6;

    public static final int FEWEST_DIGITS = 3;
    public static final int MOST_DIGITS = 17;

    public static final Settings FIRST = new Settings(Locale.ENGLISH, Theme.LIGHT, false);

    public Settings {
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException(digits + " digits");
        }
        theme = theme.hall(false);
    }

    /** With the usual digits. */
    public Settings(Locale locale, Theme theme, boolean projector) {
        this(locale, theme, projector, USUAL_DIGITS);
    }

    @Override
    public Theme theme() {
        return theme.hall(projector);
    }

    public Settings in(Locale other) {
        return new Settings(other, theme, projector, digits);
    }

    public Settings in(Theme other) {
        return new Settings(locale, other, projector, digits);
    }

    public Settings projector(boolean on) {
        return new Settings(locale, theme, on, digits);
    }

    /** With so many digits, or as many as there may be. */
    public Settings digits(int count) {
        int near = Math.max(FEWEST_DIGITS, Math.min(MOST_DIGITS, count));
        return new Settings(locale, theme, projector, near);
    }
}
