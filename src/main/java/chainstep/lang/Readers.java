package chainstep.lang;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which other lines of a text read what a change of some layers changes. */
final class Readers {
    private final LayeredText text;

    Readers(LayeredText text) {
        this.text = text;
    }

    /** Whether some line that is no part of these layers, or what is minimized, needs one of these names. */
    boolean need(Collection<String> names, List<Dense> layers) {
        return others(layers).anyMatch(line -> meets(line, Mentions::of, names));
    }

    /** Whether such a line needs the shape of one of these names. */
    boolean needShape(Collection<String> names, List<Dense> layers) {
        return others(layers)
                .filter(Syntax.Assign.class::isInstance)
                .anyMatch(line -> meets(line, Mentions::shaped, names));
    }

    /** Whether such a line takes elements of one of these names, or a product of matrices with it. */
    boolean pick(Collection<String> names, List<Dense> layers) {
        return others(layers).filter(Mentions::picks).anyMatch(line -> meets(line, Mentions::of, names));
    }

    private static boolean meets(Syntax line, Function<Syntax, Set<String>> read, Collection<String> names) {
        return read.apply(line).stream().anyMatch(names::contains);
    }

    private Stream<Syntax> others(List<Dense> layers) {
        Stream<Syntax> lines = text.assigns()
                .filter(line -> layers.stream()
                        .noneMatch(layer -> layer.line() == line
                                || layer.bendLine().filter(line::equals).isPresent()))
                .map(Syntax.class::cast);
        return Stream.concat(lines, text.directives().filter(Directives::isMinimise));
    }
}
