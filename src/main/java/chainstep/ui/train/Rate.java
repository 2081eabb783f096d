package chainstep.ui.train;

import java.util.Locale;

/** A number of things a second, in few signs. */
final class Rate {
    private static final double THOUSAND = 1000;

    private Rate() {}

    static String told(double rate) {
        if (rate >= THOUSAND * THOUSAND) {
            return String.format(Locale.ROOT, "%.3g M", rate / THOUSAND / THOUSAND);
        } else if (rate >= 10 * THOUSAND) {
            return String.format(Locale.ROOT, "%.0f k", rate / THOUSAND);
        }
        return String.format(Locale.ROOT, "%.0f", rate);
    }
}
