package chainstep.lang;

import chainstep.data.Generator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a text says about its data and how it is trained, and the text with one of these changed: only what is concerned is another; what
 * was expected of the numbers before becomes a comment. Immutable.
 *
 * <p>A value is any expression: whether the text means something with it, its reader says.
 */
public final class TrainingText {
    /** What can be changed. */
    public enum Field {
        /** Which data are made: {@code "spiral"}, with its quotes; taken without them too. */
        DATA("data", 0, "name"),
        SAMPLES("data", 1, "n"),
        NOISE("data", 2, "noise"),
        DATA_SEED("data", 3, "seed"),
        OPTIMIZER("minimize", 1, "optimizer"),
        /** The learning rate, of the schedule where one stands; a schedule is taken too. */
        RATE("minimize", 1, "lr"),
        /** {@code constant}, or a schedule without its rate, {@code cosine(total=900)}; taken by its word, or with a rate, too. */
        SCHEDULE("minimize", 1, "lr"),
        L1("minimize", -1, "l1"),
        L2("minimize", -1, "l2"),
        CLIP("minimize", -1, "clip"),
        EPOCHS("train", -1, "epochs"),
        BATCH("train", -1, "batch"),
        SHUFFLE("train", -1, "shuffle"),
        SPLIT("train", -1, "split"),
        SEED("train", -1, "seed"),
        /** After how many epochs without a lower loss to stop. */
        PATIENCE("train", -1, "patience"),
        /** What all weights are drawn by: {@code xavier}, {@code normal(std=0.1)}; shapes and seeds stay. */
        INITIALISER("param", -1, "value");

        private final String call;
        private final int place;
        private final String name;

        Field(String call, int place, String name) {
            this.call = call;
            this.place = place;
            this.name = name;
        }
    }

    private static final long UNKNOWN_UPDATES = 1000;

    private final Source source;
    private final List<Syntax.Statement> statements;

    private TrainingText(Source source, List<Syntax.Statement> statements) {
        this.source = source;
        this.statements = List.copyOf(statements);
    }

    /** Reads a text; lines that cannot be read say nothing. */
    public static TrainingText of(String text) {
        Source source = Source.of("", text);
        return new TrainingText(source, SoundLines.of(source));
    }

    /** What is written for a field; empty where it is unsaid. */
    public Optional<String> get(Field field) {
        return switch (field) {
            case OPTIMIZER -> optimizer().map(Syntax.Call::name);
            case RATE -> rate().map(RateText::number).map(this::text);
            case SCHEDULE -> rate().map(RateText::schedule);
            case INITIALISER -> initial().word();
            default -> said(field).map(this::text);
        };
    }

    /** What holds for a field: what is written, or what the language takes where it is unsaid; empty where that is nothing. */
    public Optional<String> holds(Field field) {
        return get(field).or(() -> call(field.call).flatMap(call -> standard(field)));
    }

    private Optional<String> standard(Field field) {
        return switch (field) {
            case NOISE, DATA_SEED, L1, L2, SEED, PATIENCE -> Optional.of("0");
            case SHUFFLE -> Optional.of("False");
            case SAMPLES ->
                said(Field.DATA)
                        .filter(Syntax.Text.class::isInstance)
                        .map(name -> ((Syntax.Text) name).value())
                        .filter(Generator.titles()::contains)
                        .map(name -> String.valueOf(Generator.named(name).usualCount()));
            default -> Optional.empty();
        };
    }

    /** Whether the text has what the field is said in, or could have. */
    public boolean has(Field field) {
        return switch (field.call) {
            case "data" -> call("data").isPresent();
            case "param" -> get(field).isPresent();
            default -> call("minimize").isPresent();
        };
    }

    /** The text with another value for a field; empty where it cannot be said. */
    public Optional<String> with(Field field, String value) {
        String said = value.strip();
        String written = field == Field.DATA && Generator.titles().contains(said) ? "\"" + said + "\"" : said;
        if (!isExpression(written) || !has(field)) {
            return Optional.empty();
        } else if (get(field).filter(written::equals).isPresent()) {
            return Optional.of(source.text());
        }
        return changed(field, written).map(lines -> {
            if (field != Field.EPOCHS && field != Field.PATIENCE) {
                new Held(source, directives().toList(), lines).numbers();
            }
            return lines.text();
        });
    }

    /** The features of two that the first layer reads; none where it reads something else. */
    public Set<Feature> features() {
        return FeatureText.of(source.text()).map(FeatureText::features).orElse(Set.of());
    }

    /**
     * The text whose first layer reads these features: a line {@code F = concat([…], axis=1)} behind the data makes them, and none is
     * there for x1 and x2 alone. Empty where {@link #features} has none, and for no features.
     */
    public Optional<String> withFeatures(Set<Feature> features) {
        return FeatureText.of(source.text()).flatMap(text -> text.with(features));
    }

    /** Whether a value can stand between brackets without breaking the text. */
    private static boolean isExpression(String value) {
        try {
            SyntaxReader.expression(Source.of("", value));
            return value.indexOf('\n') < 0 && value.indexOf('#') < 0;
        } catch (SourceError broken) {
            return false;
        }
    }

    private Optional<Rewriting> changed(Field field, String value) {
        return switch (field) {
            case OPTIMIZER -> Optional.of(optimized().by(value));
            case RATE -> Optional.of(optimized().at(value));
            case SCHEDULE -> Optional.of(optimized().scheduled(value, updates()));
            case INITIALISER -> initial().with(value);
            default ->
                Optional.of(call(field.call)
                        .map(call -> put(call, field.place, field.name, value))
                        .orElseGet(() -> new Rewriting(source)
                                .behind(
                                        call("minimize").orElseThrow().span(),
                                        List.of("train(" + field.name + "=" + value + ")"))));
        };
    }

    private Optional<Syntax.Expression> said(Field field) {
        return call(field.call).flatMap(call -> argument(call, field.place, field.name));
    }

    private InitialText initial() {
        return new InitialText(source, statements);
    }

    private OptimizerText optimized() {
        return new OptimizerText(source, call("minimize").orElseThrow());
    }

    private Optional<Syntax.Call> optimizer() {
        return call("minimize").flatMap(call -> new OptimizerText(source, call).rule());
    }

    private Optional<RateText> rate() {
        return call("minimize").flatMap(call -> new OptimizerText(source, call).rate());
    }

    /** How many updates the epochs have, as far as the text says; 1000 where it does not. */
    private long updates() {
        OptionalLong epochs = whole(holds(Field.EPOCHS));
        OptionalLong rows = whole(holds(Field.SAMPLES));
        if (epochs.isEmpty() || rows.isEmpty()) {
            return UNKNOWN_UPDATES;
        }
        double share = said(Field.SPLIT)
                .filter(Syntax.ListOf.class::isInstance)
                .flatMap(split -> ((Syntax.ListOf) split).elements().stream().findFirst())
                .map(part -> whole(Optional.of(text(part))).orElse(100) / 100.0)
                .orElse(1.0);
        double batch = Math.max(1, whole(holds(Field.BATCH)).orElse(rows.getAsLong()));
        return epochs.getAsLong() * Math.max(1, (long) (rows.getAsLong() * share / batch));
    }

    private static OptionalLong whole(Optional<String> text) {
        return text.filter(number -> number.matches("\\d{1,9}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private Stream<Syntax.Call> directives() {
        return statements.stream()
                .filter(Syntax.Directive.class::isInstance)
                .map(line -> ((Syntax.Directive) line).call());
    }

    /** The call of a name that stands alone, or that a line's value is. */
    private Optional<Syntax.Call> call(String name) {
        return statements.stream()
                .map(statement -> statement instanceof Syntax.Directive directive
                        ? directive.call()
                        : statement instanceof Syntax.Assign assign ? assign.value() : null)
                .filter(Syntax.Call.class::isInstance)
                .map(Syntax.Call.class::cast)
                .filter(call -> call.name().equals(name) || name.equals("minimize") && Directives.isMinimise(call))
                .findFirst();
    }

    /** @param place among the arguments without names; −1 for none */
    static Optional<Syntax.Expression> argument(Syntax.Call call, int place, String name) {
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

    private Rewriting put(Syntax.Call call, int place, String name, String value) {
        return put(new Rewriting(source), call, place, name, value);
    }

    /** With another value of an argument, behind the others where it was unsaid. */
    static Rewriting put(Rewriting lines, Syntax.Call call, int place, String name, String value) {
        return argument(call, place, name)
                .map(written -> lines.put(written.span(), value))
                .orElseGet(() -> lines.put(end(call), (isEmpty(call) ? "" : ", ") + name + "=" + value));
    }

    private static boolean isEmpty(Syntax.Call call) {
        return call.positional().isEmpty() && call.named().isEmpty();
    }

    /** Behind the last argument of a call; before its closing bracket where it has none. */
    private static Span end(Syntax.Call call) {
        Span whole = call.span();
        return Stream.concat(call.positional().stream(), call.named().stream())
                .map(Syntax::span)
                .reduce((first, second) -> second)
                .map(Span::end)
                .orElseGet(
                        () -> new Span(whole.endLine(), whole.endColumn() - 1, whole.endLine(), whole.endColumn() - 1));
    }
}
