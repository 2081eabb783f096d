package chainstep.homework.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Takes down what mistakes tell of. Mutable; lives as long as the alternatives of one question are written. */
public final class Suspects {
    private final List<Change> changes = new ArrayList<>();
    private Mistake mistake;

    Suspects() {}

    /** Whose changes come next. */
    void of(Mistake one) {
        mistake = one;
    }

    /** A change that, where it can be made at several nodes, is also tried at all of them together. */
    public void everywhere(String kind, int site, ToIntFunction<Draft> instead, int... about) {
        changes.add(new Change(mistake, kind, site, instead, list(about), List.of()));
    }

    /** A change that is only tried at all its nodes together. */
    public void together(String kind, int site, ToIntFunction<Draft> instead, int... about) {
        changes.add(new Change(mistake, "*" + kind, site, instead, list(about), List.of()));
    }

    /** A change that is tried by itself. */
    public void here(int site, ToIntFunction<Draft> instead, int... about) {
        changes.add(new Change(mistake, "", site, instead, list(about), List.of()));
    }

    /** A change that takes only some elements of what comes in. */
    void some(int site, List<Integer> parts, ToIntFunction<Draft> instead, int... about) {
        changes.add(new Change(mistake, "", site, instead, list(about), parts));
    }

    private static List<Integer> list(int... about) {
        return Arrays.stream(about).boxed().toList();
    }

    List<Change> changes() {
        return changes;
    }
}
