package chainstep.homework.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which sheets stand for others: a teacher's copy of a workbook, or of a sheet that cannot be read, says so in a line {@code # instead of:
 * NAME}, and has its name; then the copy counts, and the other stays as it is.
 */
public final class Replaced {
    /** Behind the name of a sheet that is a text itself, that of its copy. */
    public static final String KEYED = "-keyed";

    private static final Pattern LINE = Pattern.compile("\uFEFF?\"?# instead of: ([^\"]*?)\"?");
    private static final int MOST_LINES = 30;

    private Replaced() {}

    /** What a copy says, as a line of remarks. */
    public static String line(String name) {
        return "instead of: " + name;
    }

    /** The file that a copy of a sheet is written to. */
    public static Path copy(Path sheet) {
        String stem = stem(sheet);
        return sheet.resolveSibling(isText(sheet) ? stem + KEYED + ".csv" : stem + ".csv");
    }

    /** The name of the sheet that a file stands for. */
    public static Optional<String> by(Path copy) {
        if (!isText(copy) || !Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(copy)) {
            return lines.limit(MOST_LINES)
                    .map(line -> LINE.matcher(line.strip()))
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .filter(name -> isItsName(copy, name))
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** Nobody's sheet takes the place of anybody else's. */
    private static boolean isItsName(Path copy, String name) {
        try {
            return copy(copy.resolveSibling(name)).getFileName().equals(copy.getFileName());
        } catch (java.nio.file.InvalidPathException none) {
            return false;
        }
    }

    /** The sheets of a folder but those that another of them stands for. */
    public static List<Path> without(List<Path> sheets) {
        Set<String> replaced = new HashSet<>();
        sheets.forEach(sheet -> by(sheet).ifPresent(replaced::add));
        return sheets.stream()
                .filter(sheet -> !replaced.contains(sheet.getFileName().toString()))
                .toList();
    }

    private static boolean isText(Path sheet) {
        return sheet.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static String stem(Path sheet) {
        return sheet.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
