package chainstep.lang;

import chainstep.graph.ProgramBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the lines that compute nothing, once all values are known; {@code minimize} first. */
final class Directives {
    static final Set<String> NAMES =
            Set.of("minimize", "minimise", "expect", "ask", "breakpoint", "label", "train", "title", "note");

    private final Source source;
    private final ExpressionReader reader;
    private final ProgramBuilder program;
    private final Scope scope;
    private final List<Syntax.Call> calls;
    private final List<SourceError> warnings = new ArrayList<>();

    Directives(Source source, ExpressionReader reader, ProgramBuilder program, Scope scope, List<Syntax.Call> calls) {
        this.source = source;
        this.reader = reader;
        this.program = program;
        this.scope = scope;
        this.calls = calls;
    }

    Model model() {
        List<Syntax.Call> minimisations =
                calls.stream().filter(Directives::isMinimise).toList();
        if (minimisations.size() > 1) {
            throw reader.error(minimisations.get(1), "minimize.twice");
        }
        minimisations.forEach(call -> warnings.addAll(new Minimisation(reader, call).append()));
        Model bare = new Model(source, program.build(), scope.nodes(), List.of(), warnings);
        List<Directive> directives = new ArrayList<>();
        for (Syntax.Call call : calls) {
            if (!isMinimise(call)) {
                Directive directive = read(call, bare);
                check(directive, bare);
                directives.add(directive);
            }
        }
        return new Model(source, bare.program(), scope.nodes(), directives, warnings);
    }

    private static boolean isMinimise(Syntax.Call call) {
        return call.name().equals("minimize") || call.name().equals("minimise");
    }

    private Directive read(Syntax.Call call, Model model) {
        Arguments arguments = new Arguments(reader, call);
        return switch (call.name()) {
            case "expect" -> Expectations.read(arguments);
            case "ask" -> ask(arguments);
            case "breakpoint" -> breakpoint(arguments, model);
            case "label" -> label(arguments);
            case "train" -> new Directive.Train(TrainSettings.read(arguments), call.span());
            case "title" -> new Directive.Title(text(arguments), call.span());
            case "note" -> new Directive.Note(text(arguments), call.span());
            default -> throw unknown(call);
        };
    }

    private SourceError unknown(Syntax.Call call) {
        if (Functions.named(call.name()) != null || Leaves.NAMES.contains(call.name())) {
            return reader.error(call, "directive.value", call.name());
        }
        return SourceError.at(source, call.function().span(), "directive.unknown", call.name())
                .nearest(call.name(), NAMES);
    }

    private static String text(Arguments arguments) {
        String text = arguments.text(arguments.required("text"));
        arguments.finish();
        return text;
    }

    private Directive ask(Arguments arguments) {
        Quantity quantity = new Quantity(source, arguments.required("quantity"));
        int marks = arguments.option("marks").map(arguments::integer).orElse(1);
        String say = arguments.option("say").map(arguments::text).orElse("");
        var digits = arguments.option("digits").map(arguments::integer);
        arguments.finish();
        return new Directive.Ask(quantity, marks, digits, say, arguments.call().span());
    }

    private Directive breakpoint(Arguments arguments, Model model) {
        Span span = arguments.call().span();
        var when = arguments.option("when");
        Directive directive = when.isPresent()
                ? new Directive.BreakWhen(condition(arguments, when.get(), model), span)
                : new Directive.BreakAt(new Quantity(source, arguments.required("quantity")), span);
        arguments.finish();
        return directive;
    }

    /** A condition in quotes, or written plainly. */
    private Quantity condition(Arguments arguments, Syntax.Expression when, Model model) {
        if (!(when instanceof Syntax.Text)) {
            return new Quantity(source, when);
        }
        try {
            return model.quantity(arguments.text(when));
        } catch (SourceError e) {
            throw SourceError.at(source, when.span(), e.phrase());
        }
    }

    private Directive label(Arguments arguments) {
        Syntax.Expression value = arguments.required("value");
        int node = reader.node(value);
        Syntax.Expression written = arguments.required("names");
        List<String> names = Arrays.stream(arguments.text(written).split("[\\s,;]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        arguments.finish();
        int size = program.node(node).shape().size();
        if (names.size() != size) {
            throw reader.error(written, "label.count", names.size(), source.text(value.span()), size);
        }
        return new Directive.Label(node, names, arguments.call().span());
    }

    private void check(Directive directive, Model model) {
        if (directive instanceof Directive.Expect expect) {
            ExpectedShape.check(expect, model);
        } else if (directive instanceof Directive.Ask ask) {
            ask.quantity().check(model);
        } else if (directive instanceof Directive.BreakAt at) {
            at.quantity().check(model);
        } else if (directive instanceof Directive.BreakWhen when) {
            when.condition().check(model);
        }
    }
}
