package chainstep.lang;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What was expected, asked and named in a text before it was changed: lines that cannot hold any more become comments. */
final class Held {
    private final Source source;
    private final List<Syntax.Call> directives;
    private final Rewriting lines;

    Held(Source source, List<Syntax.Call> directives, Rewriting lines) {
        this.source = source;
        this.directives = directives;
        this.lines = lines;
    }

    /** Numbers are others, all shapes are the same. */
    void numbers() {
        directives.stream().filter(call -> call.name().equals("expect")).forEach(call -> lines.comment(call.span()));
    }

    /** Some names have another shape. */
    void shaped(Set<String> names) {
        gone(Set.of(), names);
    }

    /** @param changed whose shape is another, those that are gone too */
    void gone(Set<String> gone, Set<String> changed) {
        numbers();
        for (Syntax.Call call : directives) {
            boolean lost = switch (call.name()) {
                case "label" -> meets(Mentions.of(call), changed);
                case "ask", "breakpoint" ->
                    call.positional().stream().anyMatch(asked -> isLost(asked, gone, changed))
                            || call.named().stream()
                                    .filter(named -> named.name().equals("when")
                                            || named.name().equals("quantity"))
                                    .anyMatch(named -> isLost(named.value(), gone, changed));
                default -> false;
            };
            if (lost) {
                lines.comment(call.span());
            }
        }
    }

    private boolean isLost(Syntax.Expression asked, Set<String> gone, Set<String> changed) {
        Syntax.Expression quantity = asked;
        if (asked instanceof Syntax.Text text) {
            try {
                quantity = SyntaxReader.expression(Source.of(source.name(), text.value()));
            } catch (SourceError unread) {
                return false;
            }
        }
        Set<String> names = Mentions.of(quantity);
        return meets(names, gone) || meets(names, changed) && Mentions.picks(quantity);
    }

    private static boolean meets(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
