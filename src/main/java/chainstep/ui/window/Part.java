package chainstep.ui.window;

import java.util.Locale;
import java.util.Set;

/** A part of the Debug page. */
public enum Part {
    SOURCE,
    VARIABLES,
    WATCHES,
    GRAPH,
    DERIVATION,
    TIMELINE;

    /** What is to be seen in a lecture hall at first; the rest is in drawers. */
    static final Set<Part> IN_LECTURES = Set.of(GRAPH, DERIVATION);

    /** Its name in keys of words and commands. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
