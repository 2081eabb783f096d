package chainstep.debug;

import chainstep.graph.Program;
import chainstep.lang.Primes;
import chainstep.words.Words;
import java.util.Locale;
import java.util.function.IntFunction;

/** Writes where a run stops: in words for people, and in the notation that {@link PlaceReader} reads. */
public final class PlaceText {
    private PlaceText() {}

    /**
     * What a place is, in words.
     *
     * @param names what people call a node
     */
    public static String words(Breakpoint.Place place, IntFunction<String> names, Locale locale) {
        Words words = Words.of("debug", locale);
        if (place instanceof Breakpoint.OnLine line) {
            return words.say("place.line", line.number());
        } else if (place instanceof Breakpoint.OnNode node) {
            return names.apply(node.node());
        } else if (place instanceof Breakpoint.OnGradient gradient) {
            return words.say("place.gradient", names.apply(gradient.node()));
        } else if (place instanceof Breakpoint.Computed computed) {
            return computed.measure().text();
        } else if (place instanceof Breakpoint.When when) {
            return words.say("place.when", when.condition().text());
        } else if (place instanceof Breakpoint.Narrowed narrowed) {
            String at = words(narrowed.at(), names, locale);
            return words.say("place.narrowed", at, narrowed.condition().text());
        }
        return words.say("place.finite");
    }

    /** A place as a user could write it; empty for a node without a name. */
    public static String notation(Breakpoint.Place place, Program program) {
        if (place instanceof Breakpoint.OnLine line) {
            return Integer.toString(line.number());
        } else if (place instanceof Breakpoint.OnNode node) {
            return Primes.written(program, node.node());
        } else if (place instanceof Breakpoint.OnGradient gradient) {
            String name = Primes.written(program, gradient.node());
            return name.isEmpty() ? "" : "grad(" + name + ")";
        } else if (place instanceof Breakpoint.Computed computed) {
            return computed.measure().text();
        } else if (place instanceof Breakpoint.When when) {
            return "if " + when.condition().text();
        } else if (place instanceof Breakpoint.Narrowed narrowed) {
            String at = notation(narrowed.at(), program);
            return at.isEmpty() ? "" : at + " if " + narrowed.condition().text();
        }
        return "nan";
    }
}
