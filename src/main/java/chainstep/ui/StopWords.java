package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.PlaceText;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.Locale;
import java.util.OptionalInt;

/** What people call the place of a breakpoint; every place has words, also one that has no name to be written by. */
public final class StopWords {
    private StopWords() {}

    public static String of(Breakpoint.Place place, Sitting sitting, Locale locale) {
        if (place instanceof Breakpoint.OnNode on) {
            return node(sitting, on.node());
        }
        return PlaceText.words(place, node -> sitting.explainer().name(node).plain(), locale);
    }

    /** As it would be written, where it can be. */
    public static String written(Breakpoint.Place place, Sitting sitting, Locale locale) {
        String notation = PlaceText.notation(place, sitting.state().program());
        return notation.isEmpty() ? of(place, sitting, locale) : notation;
    }

    private static String node(Sitting sitting, int node) {
        Program program = sitting.state().program();
        OptionalInt next = program.node(node).isLeaf() ? program.next(node) : OptionalInt.empty();
        boolean isPart = program.node(node).role() instanceof Role.Term;
        return next.isPresent() || isPart
                ? sitting.explainer().step(next.orElse(node)).title().plain()
                : sitting.explainer().name(node).plain();
    }
}
