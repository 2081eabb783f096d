package chainstep.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What was probably meant: the nearest known name, by the Damerau-Levenshtein distance in its restricted form (optimal string
 * alignment: insert, delete, replace, swap two neighbours; no substring is edited twice).
 */
public final class Spelling {
    private static final int LONGEST = 64;

    private Spelling() {}

    /**
     * The known name nearest to a written one, if one is near enough: about one slip in three letters, case apart, one in two Chinese characters. Ties go to the
     * name that comes first in the alphabet, so the answer does not depend on the order of a set.
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> !name.equals(written) && near(written, name))
                .min(Comparator.comparingInt((String name) -> slips(written, name))
                        .thenComparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean near(String written, String name) {
        int longest = Math.max(written.length(), name.length());
        boolean words = longest == 2 && isChinese(written) && isChinese(name);
        int allowed = words ? 1 : longest <= 2 ? 0 : Math.max(1, longest / 3);
        return Math.abs(written.length() - name.length()) <= allowed && slips(written, name) <= allowed;
    }

    /** In Chinese two characters are a word, of which one may be wrong. */
    private static boolean isChinese(String name) {
        return name.codePoints().allMatch(Character::isIdeographic);
    }

    private static int slips(String a, String b) {
        return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }

    /** How many slips lie between two names; time and space O(|a|·|b|). */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
