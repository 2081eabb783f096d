package chainstep.homework.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for the files made of sheets: that of the sheet's own file, made harmless, and never what a student wrote.
 *
 * <p>No two are the same, on systems either that take capitals for small letters; the same list gives the same names.
 */
public final class FileNames {
    private static final int LONGEST = 50;
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]{1,4}$");
    private static final Pattern HARMFUL = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ()_.-]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private FileNames() {}

    /** A name for each file, without an ending. */
    public static List<String> of(List<String> files) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String file : files) {
            String base = harmless(file);
            String name = base;
            for (int k = 2; !taken.add(name.toLowerCase(Locale.ROOT)); k++) {
                name = base + "-" + k;
            }
            names.add(name);
        }
        return names;
    }

    private static String harmless(String file) {
        String stem = ENDING.matcher(file).replaceFirst("");
        String safe = HARMFUL.matcher(stem)
                .replaceAll("_")
                .replaceAll("^[ .-]+", "")
                .codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[ .]+$", "");
        return safe.isEmpty() || RESERVED.matcher(safe).matches() ? "_" + safe : safe;
    }
}
