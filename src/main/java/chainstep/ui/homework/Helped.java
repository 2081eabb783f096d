package chainstep.ui.homework;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The help that was taken, as lines of a sheet: {@code # revealed: 7}, {@code # hints: 2 at 5}; questions count from 1. */
final class Helped {
    private static final Pattern REVEALED = Pattern.compile("\uFEFF?\"?# revealed: (\\d{1,4})\"?");
    private static final Pattern HINTS = Pattern.compile("\uFEFF?\"?# hints: (\\d) at (\\d{1,4})\"?");
    private static final int MOST_LINES = 2000;

    private Helped() {}

    static List<String> remarks(Paper paper) {
        List<String> remarks = new ArrayList<>();
        for (int k = 0; k < paper.lines().size(); k++) {
            if (paper.line(k).revealed()) {
                remarks.add("revealed: " + (k + 1));
            }
            if (paper.line(k).hints() > 0) {
                remarks.add("hints: " + paper.line(k).hints() + " at " + (k + 1));
            }
        }
        return remarks;
    }

    /** A paper with the help that its file tells of. */
    static Paper on(Paper paper, Path file) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return paper;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return on(paper, lines.limit(MOST_LINES).toList());
        } catch (java.io.UncheckedIOException unread) {
            if (unread.getCause() instanceof MalformedInputException) {
                return paper;
            }
            throw unread.getCause();
        }
    }

    private static Paper on(Paper paper, List<String> lines) {
        Paper helped = paper;
        for (String line : lines) {
            Matcher revealed = REVEALED.matcher(line.strip());
            Matcher hints = HINTS.matcher(line.strip());
            if (revealed.matches()) {
                int k = Integer.parseInt(revealed.group(1)) - 1;
                helped = isOn(paper, k)
                        ? helped.with(
                                k,
                                new Paper.Line(
                                        helped.line(k).written(), helped.line(k).hints(), true))
                        : helped;
            } else if (hints.matches()) {
                int k = Integer.parseInt(hints.group(2)) - 1;
                int taken = Math.min(Hints.STAGES, Integer.parseInt(hints.group(1)));
                helped = isOn(paper, k)
                        ? helped.with(
                                k,
                                new Paper.Line(
                                        helped.line(k).written(),
                                        taken,
                                        helped.line(k).revealed()))
                        : helped;
            }
        }
        return helped;
    }

    private static boolean isOn(Paper paper, int question) {
        return question >= 0 && question < paper.lines().size();
    }
}
