package chainstep.ui.command;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a few letters stand for a text: in order, and the better the closer together and the nearer to starts of words. */
final class Fuzzy {
    private static final int AT_START = 8;
    private static final int NEXT = 5;

    private Fuzzy() {}

    /** Higher is better; empty where a letter is missing. */
    static OptionalInt score(String letters, String text) {
        String wanted = letters.toLowerCase(Locale.ROOT).replace(" ", "");
        String said = text.toLowerCase(Locale.ROOT);
        int score = -said.length() / 8;
        int last = -2;
        for (int k = 0; k < wanted.length(); k++) {
            int at = said.indexOf(wanted.charAt(k), last + 1);
            int start = startOfWord(said, wanted.charAt(k), Math.max(0, last + 1));
            if (at < 0) {
                return OptionalInt.empty();
            }
            int best = at == last + 1 || start < 0 ? at : start;
            score += best == last + 1 ? NEXT : 0;
            score += best == start ? AT_START : 0;
            last = best;
        }
        return OptionalInt.of(score);
    }

    private static int startOfWord(String said, char letter, int from) {
        for (int k = from; k < said.length(); k++) {
            boolean starts = k == 0 || !Character.isLetterOrDigit(said.charAt(k - 1));
            if (starts && said.charAt(k) == letter) {
                return k;
            }
        }
        return -1;
    }
}
