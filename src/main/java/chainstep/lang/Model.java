package chainstep.lang;

import chainstep.graph.OperandException;
import chainstep.graph.Origin;
import chainstep.graph.Program;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code .chain} file, read: its program and what it says about it.
 *
 * @param names every name with the node it stands for at the end of the file
 * @param warnings troubles that do not keep the model from running
 */
public record Model(
        Source source,
        Program program,
        Map<String, Integer> names,
        List<Directive> directives,
        List<SourceError> warnings) {
    public Model {
        names = Map.copyOf(names);
        directives = List.copyOf(directives);
        warnings = List.copyOf(warnings);
    }

    /** The directives of one kind, in order. */
    public <D extends Directive> List<D> directives(Class<D> kind) {
        return directives.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The file's title, if it has one. */
    public Optional<String> title() {
        return directives(Directive.Title.class).stream()
                .map(Directive.Title::text)
                .findFirst();
    }

    /** What is minimized and how, as it was written: {@code minimize(E, sgd(lr=0.5))}; empty where nothing is. */
    public Optional<String> minimisation() {
        return SyntaxReader.file(source).statements().stream()
                .filter(Syntax.Directive.class::isInstance)
                .map(line -> ((Syntax.Directive) line).call())
                .filter(Directives::isMinimise)
                .findFirst()
                .map(call -> source.text(call.span()));
    }

    /** The remarks of {@code note(...)}, in their order. */
    public List<String> notes() {
        return directives(Directive.Note.class).stream()
                .map(Directive.Note::text)
                .toList();
    }

    /** The names that {@code label(...)} gives to elements, row-major, by node. */
    public Map<Integer, List<String>> labels() {
        return directives(Directive.Label.class).stream()
                .collect(Collectors.toMap(Directive.Label::node, Directive.Label::names, (first, later) -> later));
    }

    /** How many rows a batch has, of which one may be taken alone; empty where the model reads no data. */
    public OptionalInt batch() {
        return batches().mapToInt(BatchRows::size).min();
    }

    /** Which row of each batch is taken alone, counted from 1; empty where all are. */
    public OptionalInt sample() {
        return batches()
                .map(BatchRows::sample)
                .flatMapToInt(OptionalInt::stream)
                .findFirst();
    }

    private Stream<BatchRows> batches() {
        return program.nodes().stream().map(BatchRows::of).flatMap(Optional::stream);
    }

    /** The element that a {@code label} gives this name. */
    Optional<Wanted> labelled(String name) {
        return directives(Directive.Label.class).stream()
                .filter(label -> label.names().contains(name))
                .findFirst()
                .map(label -> new Wanted(
                        label.node(),
                        List.of(label.part(program.node(label.node()).shape(), name))));
    }

    /** Trouble met while the program ran, at the place in the file of what could not be computed. */
    public SourceError located(OperandException trouble) {
        Origin place = trouble.origin();
        Span span = place.line() == 0
                ? new Span(1, 1, 1, 1)
                : new Span(place.line(), place.column(), place.endLine(), place.endColumn());
        return SourceError.at(source, span, new Phrase("op", trouble.key(), trouble.arguments()));
    }

    /**
     * A quantity in the notation of {@code expect}: {@code h[0]}, {@code grad(W1)[0, 1]}, {@code norm(grad(W)) > 10}.
     *
     * @throws SourceError when the text is not a quantity of this model
     */
    public Quantity quantity(String text) {
        Quantity quantity =
                new Quantity(Source.of("quantity", text), SyntaxReader.expression(Source.of("quantity", text)));
        quantity.shape(this);
        return quantity;
    }
}
