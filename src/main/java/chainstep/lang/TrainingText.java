package chainstep.lang;

import chainstep.grad.Hyperparameter;
import chainstep.grad.OptimizerKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a text says about its data and how it is trained, and the text with one of these changed: only what is concerned is another; what
 * was expected of the numbers before becomes a comment. Immutable.
 *
 * <p>A value is taken as it is: whether the text can be read with it, its reader says.
 */
public final class TrainingText {
    private static final Pattern EXPECTED = Pattern.compile("(?m)^([ \\t]*)(expect\\()");

    /** What can be changed. */
    public enum Field {
        /** Which data are made: {@code "spiral"}, with its quotes. */
        DATA("data", 0, "name"),
        SAMPLES("data", 1, "n"),
        NOISE("data", 2, "noise"),
        DATA_SEED("data", 3, "seed"),
        OPTIMIZER("minimize", 1, "optimizer"),
        /** The learning rate, or a schedule of it. */
        RATE("minimize", 1, "lr"),
        L1("minimize", -1, "l1"),
        L2("minimize", -1, "l2"),
        CLIP("minimize", -1, "clip"),
        EPOCHS("train", -1, "epochs"),
        BATCH("train", -1, "batch"),
        SHUFFLE("train", -1, "shuffle"),
        SPLIT("train", -1, "split"),
        SEED("train", -1, "seed");

        private final String call;
        private final int place;
        private final String name;

        Field(String call, int place, String name) {
            this.call = call;
            this.place = place;
            this.name = name;
        }
    }

    private final Source source;
    private final List<Syntax.Statement> statements;

    private TrainingText(Source source, List<Syntax.Statement> statements) {
        this.source = source;
        this.statements = List.copyOf(statements);
    }

    /** Reads a text; one that is no text of the language says nothing. */
    public static TrainingText of(String text) {
        Source source = Source.of("", text);
        try {
            return new TrainingText(source, SyntaxReader.file(source).statements());
        } catch (SourceError broken) {
            return new TrainingText(source, List.of());
        }
    }

    /** What is written for a field; empty where it is unsaid. */
    public Optional<String> get(Field field) {
        return switch (field) {
            case OPTIMIZER -> optimizer().map(Syntax.Call::name);
            case RATE -> optimizer().flatMap(rule -> argument(rule, 0, "lr")).map(this::text);
            default ->
                call(field.call)
                        .flatMap(call -> argument(call, field.place, field.name))
                        .map(this::text);
        };
    }

    /** Whether the text has what the field is said in, or could have. */
    public boolean has(Field field) {
        return field.call.equals("data")
                ? call("data").isPresent()
                : call("minimize").isPresent();
    }

    /** The text with another value for a field; empty where it cannot be said. */
    public Optional<String> with(Field field, String value) {
        if (value.isBlank() || !has(field)) {
            return Optional.empty();
        } else if (get(field).filter(value.strip()::equals).isPresent()) {
            return Optional.of(source.text());
        }
        String changed = switch (field) {
            case OPTIMIZER -> withRule(value.strip());
            case RATE ->
                optimizer()
                        .map(rule -> put(rule, 0, "lr", value.strip()))
                        .orElseGet(() -> withRule("sgd", value.strip()));
            default ->
                call(field.call)
                        .map(call -> put(call, field.place, field.name, value.strip()))
                        .orElseGet(() -> behind(field.name + "=" + value.strip()));
        };
        return Optional.of(
                field == Field.EPOCHS ? changed : EXPECTED.matcher(changed).replaceAll("$1# $2"));
    }

    /** The call of a name that stands alone, or that a line's value is. */
    private Optional<Syntax.Call> call(String name) {
        return statements.stream()
                .map(statement -> statement instanceof Syntax.Directive directive
                        ? directive.call()
                        : statement instanceof Syntax.Assign assign ? assign.value() : null)
                .filter(Syntax.Call.class::isInstance)
                .map(Syntax.Call.class::cast)
                .filter(call -> call.name().equals(name))
                .findFirst();
    }

    private Optional<Syntax.Call> optimizer() {
        return call("minimize")
                .flatMap(call -> argument(call, 1, "optimizer"))
                .filter(Syntax.Call.class::isInstance)
                .map(Syntax.Call.class::cast);
    }

    /** @param place among the arguments without names; −1 for none */
    private static Optional<Syntax.Expression> argument(Syntax.Call call, int place, String name) {
        return place >= 0 && place < call.positional().size()
                ? Optional.of(call.positional().get(place))
                : call.named().stream()
                        .filter(named -> named.name().equals(name))
                        .map(Syntax.Named::value)
                        .findFirst();
    }

    private String text(Syntax part) {
        return source.text(part.span());
    }

    private String put(Syntax.Call call, int place, String name, String value) {
        return argument(call, place, name)
                .map(written -> replaced(written.span(), value))
                .orElseGet(() -> replaced(end(call), (isEmpty(call) ? "" : ", ") + name + "=" + value));
    }

    private static boolean isEmpty(Syntax.Call call) {
        return call.positional().isEmpty() && call.named().isEmpty();
    }

    /** Behind the last argument of a call; before its closing bracket where it has none. */
    private static Span end(Syntax.Call call) {
        Optional<Span> last = Stream.concat(call.positional().stream(), call.named().stream())
                .map(Syntax::span)
                .reduce((first, second) -> second);
        return last.map(Span::end)
                .orElseGet(() -> new Span(
                        call.span().endLine(),
                        call.span().endColumn() - 1,
                        call.span().endLine(),
                        call.span().endColumn() - 1));
    }

    private String replaced(Span span, String put) {
        StringBuilder text = new StringBuilder(source.text());
        int from = source.index(span.line(), span.column());
        return text.replace(from, source.index(span.endLine(), span.endColumn()), put)
                .toString();
    }

    /** With a {@code train} line below that which says what is minimized. */
    private String behind(String argument) {
        Span last = call("minimize").orElseThrow().span();
        int at = source.text().indexOf('\n', source.index(last.endLine(), last.endColumn()));
        String line = "train(" + argument + ")\n";
        return at < 0
                ? source.text() + "\n" + line
                : new StringBuilder(source.text()).insert(at + 1, line).toString();
    }

    /** With another optimizer at the same rate, and what both know. */
    private String withRule(String name) {
        return optimizer()
                .map(rule -> replaced(rule.span(), name + "(" + String.join(", ", kept(rule, name)) + ")"))
                .orElseGet(() -> withRule(name, "0.1"));
    }

    private String withRule(String name, String rate) {
        Syntax.Call call = call("minimize").orElseThrow();
        String rule = name + "(lr=" + rate + ")";
        return call.positional().isEmpty()
                ? put(call, -1, "optimizer", rule)
                : replaced(call.positional().get(0).span().end(), ", " + rule);
    }

    private List<String> kept(Syntax.Call rule, String name) {
        List<String> before = known(rule.name());
        List<String> after = known(name);
        Stream<String> rate = argument(rule, 0, "lr").stream().map(written -> "lr=" + text(written));
        Stream<String> rest = IntStream.range(0, before.size())
                .filter(k -> after.contains(before.get(k)))
                .boxed()
                .flatMap(k -> argument(rule, k + 1, before.get(k)).stream()
                        .map(written -> before.get(k) + "=" + text(written)));
        return Stream.concat(rate, rest).toList();
    }

    /** What an optimizer knows besides its rate. */
    private static List<String> known(String optimizer) {
        return OptimizerKind.named(optimizer)
                .map(kind ->
                        kind.parameters().stream().map(Hyperparameter::name).toList())
                .orElse(List.of());
    }
}
