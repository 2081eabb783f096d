package chainstep.lang;

import chainstep.graph.ProgramBuilder;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Reads the lines that compute nothing, once all values are known; {@code minimize} first. */
final class Directives {
    static final Set<String> NAMES =
            Set.of("minimize", "minimise", "expect", "ask", "breakpoint", "label", "train", "title", "note");

    private final Source source;
    private final ExpressionReader reader;
    private final ProgramBuilder program;
    private final Scope scope;
    private final List<Syntax.Call> calls;
    private final boolean narrowed;
    private final List<SourceError> warnings;

    Directives(
            Source source,
            ExpressionReader reader,
            ProgramBuilder program,
            Scope scope,
            List<Syntax.Call> calls,
            List<SourceError> warnings,
            boolean narrowed) {
        this.source = source;
        this.reader = reader;
        this.program = program;
        this.scope = scope;
        this.narrowed = narrowed;
        this.calls = narrowed ? calls.stream().filter(this::isOfOneRow).toList() : calls;
        this.warnings = warnings;
    }

    /** Whether a line can be about one row of a batch: what is expected or asked is about all of them. */
    private boolean isOfOneRow(Syntax.Call call) {
        return switch (call.name()) {
            case "expect", "ask" -> false;
            case "label" -> reads(() -> new Labels(reader, List.of(call)).read());
            default -> true;
        };
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (SourceError other) {
            return false;
        }
    }

    Model model() {
        once("minimize.twice", Directives::isMinimise);
        once("train.twice", call -> call.name().equals("train"));
        calls.stream()
                .filter(Directives::isMinimise)
                .forEach(call -> warnings.addAll(new Minimisation(reader, call).append()));
        calls.stream()
                .filter(call -> call.name().equals("train") && !hasData())
                .forEach(call -> warnings.add(reader.error(call, "train.data").hint("hint.train.data")));
        Map<Syntax.Call, Directive> labels = new Labels(reader, calls).read();
        Model bare = new Model(source, program.build(), scope.nodes(), List.copyOf(labels.values()), warnings);
        QuantityCheck check = new QuantityCheck(bare);
        List<Directive> directives = new ArrayList<>();
        for (Syntax.Call call : calls) {
            if (!isMinimise(call)) {
                Runnable reading = () -> {
                    Directive directive = labels.containsKey(call) ? labels.get(call) : read(call);
                    check(directive, check, call);
                    directives.add(directive);
                };
                if (narrowed && call.name().equals("breakpoint")) {
                    reads(reading);
                } else {
                    reading.run();
                }
            }
        }
        return new Model(source, bare.program(), scope.nodes(), directives, warnings);
    }

    private void once(String key, Predicate<Syntax.Call> kind) {
        calls.stream().filter(kind).skip(1).findFirst().ifPresent(second -> {
            throw reader.error(second, key);
        });
    }

    /** Whether some leaf holds a batch of data. */
    private boolean hasData() {
        return IntStream.range(0, program.size())
                .anyMatch(id -> BatchRows.of(program.node(id)).isPresent());
    }

    static boolean isMinimise(Syntax.Call call) {
        return call.name().equals("minimize") || call.name().equals("minimise");
    }

    private Directive read(Syntax.Call call) {
        Arguments arguments = new Arguments(reader, call);
        return switch (call.name()) {
            case "expect" -> Expectations.read(arguments);
            case "ask" -> ask(arguments);
            case "breakpoint" -> breakpoint(arguments);
            case "train" -> new Directive.Train(TrainSettings.read(arguments), call.span());
            case "title" -> new Directive.Title(text(arguments), call.span());
            case "note" -> new Directive.Note(text(arguments), call.span());
            default -> throw unknown(call);
        };
    }

    private SourceError unknown(Syntax.Call call) {
        Optional<Phrase> pasted = PastedCode.line(call, reader);
        if (pasted.isPresent()) {
            return SourceError.at(source, call.function().span(), "directive.unknown", call.name())
                    .hint(pasted.get());
        }
        if (Functions.named(call.name()) != null || Leaves.NAMES.contains(call.name())) {
            return reader.error(call, "directive.value", call.name());
        }
        SourceError error = SourceError.at(source, call.function().span(), "directive.unknown", call.name());
        return switch (call.name()) {
            case "backward", "zero_grad", "requires_grad_" -> error.hint("hint.directive.backward");
            case "print", "show", "plot" -> error.hint("hint.directive.print");
            default -> error.nearest(call.name(), NAMES);
        };
    }

    private static String text(Arguments arguments) {
        String text = arguments.text(arguments.required("text"));
        arguments.finish();
        return text;
    }

    private Directive ask(Arguments arguments) {
        Quantity quantity = new Quantity(source, arguments.required("quantity"));
        int marks = arguments
                .option("marks")
                .map(given -> arguments.count(given, "marks"))
                .orElse(1);
        String say = arguments.option("say").map(arguments::text).orElse("");
        var digits = arguments.option("digits").map(given -> arguments.count(given, "digits"));
        arguments.finish();
        return new Directive.Ask(quantity, marks, digits, say, arguments.call().span());
    }

    private Directive breakpoint(Arguments arguments) {
        Span span = arguments.call().span();
        var when = arguments.option("when");
        Directive directive = when.isPresent()
                ? new Directive.BreakWhen(condition(when.get()), span)
                : new Directive.BreakAt(new Quantity(source, value(arguments.required("quantity"))), span);
        arguments.finish();
        return directive;
    }

    /** What names a value: a bare number is a line to whoever writes it. */
    private Syntax.Expression value(Syntax.Expression quantity) {
        if (quantity instanceof Syntax.Number number) {
            throw SourceError.at(source, number.span(), "breakpoint.number", number.text());
        }
        return quantity;
    }

    /** A condition in quotes, or written plainly. */
    private Quantity condition(Syntax.Expression when) {
        if (!(when instanceof Syntax.Text text)) {
            return new Quantity(source, when);
        }
        if (source.text(when.span()).length() == text.value().length() + 2) {
            return new Quantity(source, SyntaxReader.expression(source, text));
        }
        Source inner = Source.of("when", text.value());
        try {
            return new Quantity(inner, SyntaxReader.expression(inner));
        } catch (SourceError e) {
            throw SourceError.at(source, when.span(), e.phrase());
        }
    }

    private void check(Directive directive, QuantityCheck check, Syntax.Call call) {
        if (directive instanceof Directive.Expect expect) {
            ExpectedShape.check(expect, check.shape(expect.quantity()), expected(call));
        } else if (directive instanceof Directive.Ask ask) {
            check.shape(ask.quantity());
        } else if (directive instanceof Directive.BreakAt at) {
            check.shape(at.quantity());
        } else if (directive instanceof Directive.BreakWhen when) {
            check.requireScalar(when.condition());
        }
    }

    private static Syntax expected(Syntax.Call call) {
        return call.positional().size() > 1 ? call.positional().get(1) : call;
    }
}
