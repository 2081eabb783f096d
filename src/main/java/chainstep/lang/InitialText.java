package chainstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the weights of a text are drawn by: all layers', or where it has none, every matrix that is drawn by chance. */
final class InitialText {
    private final Source source;
    private final List<Syntax.Call> drawn;

    InitialText(Source source, List<Syntax.Statement> statements) {
        this.source = source;
        Optional<LayeredText> layered = LayeredText.of(source.text());
        this.drawn = layered.map(InitialText::ofLayers)
                .orElseGet(() -> statements.stream()
                        .flatMap(InitialText::ofLine)
                        .filter(call -> !isEven(call.name()))
                        .toList());
    }

    private static List<Syntax.Call> ofLayers(LayeredText text) {
        return text.layers().stream()
                .flatMap(layer -> text.leaf(layer.weights()).stream())
                .flatMap(leaf -> ofLine(leaf.line()))
                .toList();
    }

    /** The initialiser of a parameter of rank 2. */
    private static Stream<Syntax.Call> ofLine(Syntax.Statement line) {
        return line instanceof Syntax.Assign assign
                        && assign.value() instanceof Syntax.Call leaf
                        && leaf.name().equals("param")
                        && leaf.positional().size() == 1
                        && leaf.positional().get(0) instanceof Syntax.Call call
                        && Leaves.INITIALISERS.contains(call.name())
                        && extents(call) == 2
                ? Stream.of(call)
                : Stream.empty();
    }

    private static int extents(Syntax.Call call) {
        return call.positional().size() == 1 && call.positional().get(0) instanceof Syntax.TupleOf tuple
                ? tuple.elements().size()
                : call.positional().size();
    }

    private static boolean isEven(String word) {
        return word.equals("zeros") || word.equals("ones");
    }

    /** The word, with its numbers but for shape and seed; several where weights differ. */
    Optional<String> word() {
        return drawn.isEmpty()
                ? Optional.empty()
                : Optional.of(drawn.stream().map(this::word).distinct().collect(Collectors.joining(", ")));
    }

    private String word(Syntax.Call call) {
        String options = options(call);
        return call.name() + (options.isEmpty() ? "" : "(" + options + ")");
    }

    private String options(Syntax.Call call) {
        return call.named().stream()
                .filter(named -> !named.name().equals("seed"))
                .map(named -> source.text(named.span()))
                .collect(Collectors.joining(", "));
    }

    /** The text with other weights; empty where there are none, or the value is no initialiser. */
    Optional<Rewriting> with(String value) {
        Source alone = Source.of("", value);
        Syntax.Expression given = SyntaxReader.expression(alone);
        String word = given instanceof Syntax.Name name ? name.text() : given instanceof Syntax.Call c ? c.name() : "";
        boolean bare = !(given instanceof Syntax.Call call) || call.positional().isEmpty();
        if (!bare || drawn.isEmpty() || !Leaves.INITIALISERS.contains(word)) {
            return Optional.empty();
        }
        String options = given instanceof Syntax.Call call
                ? new InitialText(alone, List.of()).options(call)
                : word.equals("uniform") ? "lo=-0.5, hi=0.5" : word.equals("normal") ? "std=0.1" : "";
        Rewriting lines = new Rewriting(source);
        for (int k = 0; k < drawn.size(); k++) {
            rewrite(lines, drawn.get(k), word, options, k + 1);
        }
        return Optional.of(lines);
    }

    private void rewrite(Rewriting lines, Syntax.Call call, String word, String options, int otherwise) {
        lines.put(call.function().span(), word);
        if (options(call).equals(options) && isEven(word) == isEven(call.name())) {
            return;
        }
        List<String> tail = new ArrayList<>();
        if (!options.isEmpty()) {
            tail.add(options);
        }
        if (!isEven(word)) {
            tail.add(TrainingText.argument(call, -1, "seed")
                    .map(seed -> "seed=" + source.text(seed.span()))
                    .orElse(isEven(call.name()) ? "seed=" + otherwise : ""));
        }
        tail.removeIf(String::isEmpty);
        Span last = call.positional().get(call.positional().size() - 1).span();
        Span end = call.span();
        lines.put(
                new Span(last.endLine(), last.endColumn(), end.endLine(), end.endColumn()),
                tail.stream().map(part -> ", " + part).collect(Collectors.joining()) + ")");
    }
}
