package chainstep.ui.train;

import chainstep.lang.LayerEdit;
import chainstep.lang.TrainingText;
import chainstep.lang.TrainingText.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A training that is over, kept to compare with.
 *
 * @param place among those kept, which its colour depends on; from 0
 * @param settings by the keys of their names
 * @param lines of its text that mean something
 */
record Run(int place, Map<String, String> settings, List<String> lines, List<Mark> marks) {
    /** The key of what computed it. */
    static final String ENGINE = "train.engine";

    Run {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    static Run of(int place, Lesson lesson, List<Mark> marks) {
        String text = lesson.course().model().source().text();
        Map<String, String> settings = new LinkedHashMap<>();
        TrainingText said = TrainingText.of(text);
        for (Field field : Field.values()) {
            said.holds(field)
                    .ifPresent(
                            value -> settings.put("train.field." + field.name().toLowerCase(Locale.ROOT), value));
        }
        settings.put(
                "train.section.features",
                said.features().stream().map(FeaturesView::sign).collect(Collectors.joining(" ")));
        settings.put(
                "train.section.layers",
                LayerEdit.layers(text).stream()
                        .map(layer -> (layer.units() + " " + layer.activation()).strip())
                        .collect(Collectors.joining("–")));
        LayerEdit.loss(text).ifPresent(loss -> settings.put("train.layer.loss", loss));
        settings.put(ENGINE, lesson.engine());
        return new Run(place, settings, meaning(text), marks);
    }

    private static List<String> meaning(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
