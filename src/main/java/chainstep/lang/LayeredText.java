package chainstep.lang;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The layers of a text, one after the other: {@code z = W @ x + b} of a column, or {@code z = X @ W + b} of rows (or with
 * {@code W.T}), and {@code h = sigmoid(z)}, in two lines or in one; all other lines may stand between. Immutable.
 */
final class LayeredText {
    /** Longer texts are written by machines, for machines. */
    private static final int MOST_LINES = 2_000;

    private final Source source;
    private final List<Syntax.Statement> statements;
    private final List<Dense> layers;

    private LayeredText(Source source, List<Syntax.Statement> statements) {
        this.source = source;
        this.statements = List.copyOf(statements);
        this.layers = found();
    }

    /** Empty where the text has another form. */
    static Optional<LayeredText> of(String text) {
        Source source = Source.of("", text);
        if (source.lines() > MOST_LINES) {
            return Optional.empty();
        }
        return Optional.of(new LayeredText(source, SoundLines.of(source))).filter(LayeredText::isChain);
    }

    private List<Dense> found() {
        List<Dense> found = new ArrayList<>();
        for (int at = 0; at < statements.size(); at++) {
            int line = at;
            if (statements.get(at) instanceof Syntax.Assign assign) {
                Dense.of(assign, this::weighs)
                        .map(dense -> dense.bend().isPresent() ? dense : dense.bentBy(bend(dense, line)))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** How far a name can stand for weights: 2 as parameters, 1 as fixed numbers, 0 not at all. */
    private int weighs(String name) {
        return leaf(name)
                .filter(leaf ->
                        numbers(leaf).filter(numbers -> numbers.width() > 0).isPresent())
                .map(leaf -> leaf.kind().equals("param") ? 2 : leaf.kind().equals("const") ? 1 : 0)
                .orElse(0);
    }

    /** The line below that bends a sum. */
    private Optional<Syntax.Assign> bend(Dense layer, int line) {
        return statements.subList(line + 1, statements.size()).stream()
                .filter(Syntax.Assign.class::isInstance)
                .map(Syntax.Assign.class::cast)
                .filter(assign -> assign.targets().size() == 1)
                .filter(assign -> Dense.bent(assign.value()).orElse(assign.value()) instanceof Syntax.Name name
                        && name.text().equals(layer.sum()))
                .findFirst();
    }

    /** Whether each layer reads the one before, the first what is given, and all numbers are leaves of their own. */
    private boolean isChain() {
        Set<String> weights = new HashSet<>();
        for (int at = 0; at < layers.size(); at++) {
            Dense layer = layers.get(at);
            boolean follows = at == 0
                    ? isGiven(layer)
                    : layer.in().text().equals(layers.get(at - 1).out());
            if (!follows
                    || !weights.add(layer.weights())
                    || !weights.add(layer.biases())
                    || !hasBiases(layer)
                    || at > 0 && inputs(layer) != units(layers.get(at - 1))) {
                return false;
            }
        }
        return !layers.isEmpty();
    }

    private boolean isGiven(Dense first) {
        return assigns()
                .filter(assign -> assign.span().line() < first.line().span().line())
                .flatMap(assign -> assign.targets().stream())
                .anyMatch(name -> name.text().equals(first.in().text()));
    }

    private boolean hasBiases(Dense layer) {
        return numbers(layer.biases())
                .filter(biases -> biases.width() == 0
                        ? biases.height() == units(layer)
                        : layer.rows() && biases.height() == 1 && biases.width() == units(layer))
                .isPresent();
    }

    Stream<Syntax.Assign> assigns() {
        return statements.stream().filter(Syntax.Assign.class::isInstance).map(Syntax.Assign.class::cast);
    }

    Stream<Syntax.Call> directives() {
        return statements.stream()
                .filter(Syntax.Directive.class::isInstance)
                .map(statement -> ((Syntax.Directive) statement).call());
    }

    Source source() {
        return source;
    }

    String text(Syntax part) {
        return source.text(part.span());
    }

    List<Dense> layers() {
        return layers;
    }

    Dense last() {
        return layers.get(layers.size() - 1);
    }

    LeafNumbers weights(Dense layer) {
        return numbers(layer.weights()).orElseThrow();
    }

    int units(Dense layer) {
        return layer.unitsFirst() ? weights(layer).height() : weights(layer).width();
    }

    int inputs(Dense layer) {
        return layer.unitsFirst() ? weights(layer).width() : weights(layer).height();
    }

    /**
     * What a line gives a name.
     *
     * @param kind {@code param}, {@code const}, {@code input} or {@code target}
     * @param value the numbers as they are written
     */
    record LeafLine(String name, String kind, Syntax.Assign line, Syntax.Expression value) {}

    Stream<LeafLine> leaves() {
        return assigns()
                .filter(assign -> assign.targets().size() == 1
                        && assign.value() instanceof Syntax.Call call
                        && Leaves.NAMES.contains(call.name())
                        && call.positional().size() == 1)
                .map(assign -> {
                    Syntax.Call call = (Syntax.Call) assign.value();
                    Syntax.Expression value = call.positional().get(0);
                    return new LeafLine(assign.targets().get(0).text(), call.name(), assign, value);
                });
    }

    Optional<LeafLine> leaf(String name) {
        return leaves().filter(leaf -> leaf.name().equals(name)).findFirst();
    }

    Optional<LeafNumbers> numbers(String name) {
        return leaf(name).flatMap(this::numbers);
    }

    /** The numbers, as far as they can be given another shape. */
    Optional<LeafNumbers> numbers(LeafLine leaf) {
        return LeafNumbers.of(source, leaf.value());
    }

    /** The target, if it is a vector whose numbers can be changed. */
    Optional<LeafLine> target() {
        return leaves().filter(leaf -> leaf.kind().equals("target"))
                .filter(leaf ->
                        numbers(leaf).filter(numbers -> numbers.width() == 0).isPresent())
                .findFirst();
    }

    /** The numbers of a leaf in another size, as they are to be written. */
    void resize(Rewriting lines, String name, int height, int width) {
        LeafLine written = leaf(name).orElseThrow();
        lines.put(
                written.value().span(),
                numbers(written).orElseThrow().sized(height, width).text());
    }

    /** The weights of a layer for other numbers of units and inputs. */
    void resize(Rewriting lines, Dense layer, int units, int inputs) {
        resize(lines, layer.weights(), layer.unitsFirst() ? units : inputs, layer.unitsFirst() ? inputs : units);
    }

    /** All names that are taken. */
    Set<String> names() {
        return assigns()
                .flatMap(assign -> assign.targets().stream())
                .map(Syntax.Name::text)
                .collect(Collectors.toSet());
    }
}
