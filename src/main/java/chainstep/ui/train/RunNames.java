package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What trainings are called beside each other: what not all of them have in common. */
final class RunNames {
    private RunNames() {}

    /** The name of one of them. */
    static String of(Run run, List<Run> all, Style style) {
        String name = differing(all).stream()
                .map(key -> style.say(key) + " " + value(run, key, style))
                .collect(Collectors.joining(", "));
        if (!name.isEmpty()) {
            return name;
        }
        Set<String> common = new LinkedHashSet<>(run.lines());
        all.forEach(other -> common.retainAll(other.lines()));
        String lines =
                run.lines().stream().filter(line -> !common.contains(line)).collect(Collectors.joining(" · "));
        return lines.isEmpty() ? style.say("train.runs.same") : lines;
    }

    /** The keys of the settings that are not the same in all. */
    private static Set<String> differing(List<Run> all) {
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(run -> keys.addAll(run.settings().keySet()));
        keys.removeIf(key -> all.stream()
                        .map(run -> run.settings().getOrDefault(key, ""))
                        .distinct()
                        .count()
                < 2);
        return keys;
    }

    private static String value(Run run, String key, Style style) {
        String value = run.settings().getOrDefault(key, "");
        return value.isEmpty() ? "–" : key.equals(Run.ENGINE) ? style.say("train.engine." + value) : value;
    }
}
