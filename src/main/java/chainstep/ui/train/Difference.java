package chainstep.ui.train;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What tells one training from the next: the line that is another. */
final class Difference {
    private static final int LONGEST = 34;

    private Difference() {}

    /** What the first had that the second has not: a line of its text, else its engine. */
    static String between(Lesson first, Lesson second) {
        List<String> lines = lines(first);
        Set<String> others = Set.copyOf(lines(second));
        String own = lines.stream().filter(line -> !others.contains(line)).collect(Collectors.joining(" · "));
        String name = own.isEmpty() ? first.engine() : own;
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }

    private static List<String> lines(Lesson lesson) {
        return lesson.course()
                .model()
                .source()
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
