package chainstep.lang;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be made of two inputs x1 and x2 for a first layer to read, as TensorFlow Playground has it. */
public enum Feature {
    X1("@[:, 0:1]"),
    X2("@[:, 1:2]"),
    X1_SQUARED("@[:, 0:1]**2"),
    X2_SQUARED("@[:, 1:2]**2"),
    PRODUCT("@[:, 0:1] * @[:, 1:2]"),
    SIN_X1("sin(@[:, 0:1])"),
    SIN_X2("sin(@[:, 1:2])");

    /** What the data have as they are. */
    public static final Set<Feature> PLAIN = Set.of(X1, X2);

    private final String form;

    Feature(String form) {
        this.form = form;
    }

    /** As it is written of rows, a column for itself. */
    public String of(String rows) {
        return form.replace("@", rows);
    }

    /** All of them in one array, in the order of this list. */
    static String all(Collection<Feature> features, String rows) {
        return EnumSet.copyOf(features).stream()
                .map(feature -> feature.of(rows))
                .collect(Collectors.joining(", ", "concat([", "], axis=1)"));
    }

    /** What a written column, or a pair of them, is. */
    static Optional<Set<Feature>> named(String written, String rows) {
        String text = bare(written).replace("np.", "").replace("torch.", "");
        if (text.equals(rows)) {
            return Optional.of(PLAIN);
        } else if (text.equals(rows + "**2")) {
            return Optional.of(Set.of(X1_SQUARED, X2_SQUARED));
        } else if (text.equals("sin(" + rows + ")")) {
            return Optional.of(Set.of(SIN_X1, SIN_X2));
        }
        for (Feature feature : values()) {
            if (text.equals(bare(feature.of(rows)))) {
                return Optional.of(Set.of(feature));
            }
        }
        return Optional.empty();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
