package chainstep.lang;

import chainstep.grad.Hyperparameter;
import chainstep.grad.Minimise;
import chainstep.grad.Optimizer;
import chainstep.grad.OptimizerKind;
import chainstep.grad.Schedule;
import chainstep.grad.ScheduleKind;
import chainstep.grad.Settings;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.OperandException;
import chainstep.graph.Origin;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads {@code minimize(loss, optimizer)} and has the backward pass and the update appended. */
final class Minimisation {
    private final ExpressionReader reader;
    private final ProgramBuilder program;
    private final Syntax.Call call;
    private final Arguments arguments;

    Minimisation(ExpressionReader reader, Syntax.Call call) {
        this.reader = reader;
        this.program = reader.program();
        this.call = call;
        this.arguments = new Arguments(reader, call);
    }

    /** Appends the nodes; returns the warnings. */
    List<SourceError> append() {
        Syntax.Expression written = arguments.required("loss");
        int loss = reader.node(written);
        Optional<Optimizer> optimizer = arguments.next("optimizer").map(this::optimizer);
        List<Integer> trained = arguments.option("params").map(this::listed).orElseGet(() -> leaves(Leaf.Kind.PARAM));
        List<Integer> wanted = trained.isEmpty() ? leaves(Leaf.Kind.INPUT) : List.of();
        try {
            Settings settings = new Settings(optimizer, penalty("l1"), penalty("l2"), number("clip"));
            arguments.finish();
            Minimise.Outcome outcome =
                    Minimise.append(program, ChainReader.origin(call.span()), loss, wanted, trained, settings);
            return outcome.idle().stream().map(idle -> warning(idle, written)).toList();
        } catch (OperandException e) {
            throw OptionTrouble.of(reader, call, e, written);
        }
    }

    /** A warning where the parameter is defined. */
    private SourceError warning(int idle, Syntax.Expression loss) {
        Node param = program.node(idle);
        Origin origin = param.origin();
        Span span = new Span(origin.line(), origin.column(), origin.endLine(), origin.endColumn());
        return SourceError.at(reader.source(), span, "minimize.idle", param.name(), reader.text(loss));
    }

    private Rational penalty(String name) {
        return number(name).orElse(Rational.ZERO);
    }

    private Optional<Rational> number(String name) {
        return arguments.option(name).map(arguments::number);
    }

    private List<Integer> leaves(Leaf.Kind kind) {
        return IntStream.range(0, program.size())
                .filter(id -> program.node(id).isLeaf(kind))
                .boxed()
                .toList();
    }

    private List<Integer> listed(Syntax.Expression params) {
        List<Syntax.Expression> names = params instanceof Syntax.ListOf list ? list.elements() : List.of(params);
        return names.stream()
                .map(name -> {
                    int node = reader.node(name);
                    if (!program.node(node).isLeaf(Leaf.Kind.PARAM)) {
                        throw reader.error(
                                name, "minimize.param", reader.source().text(name.span()));
                    }
                    return node;
                })
                .toList();
    }

    private Optimizer optimizer(Syntax.Expression written) {
        List<String> words =
                Arrays.stream(OptimizerKind.values()).map(OptimizerKind::word).toList();
        if (!(written instanceof Syntax.Call rule)) {
            SourceError error = reader.error(written, "optimizer.call", String.join(", ", words));
            boolean bare = written instanceof Syntax.Name name && words.contains(name.text());
            throw bare ? error : error.hint("hint.minimize");
        }
        OptimizerKind kind = OptimizerKind.named(rule.name())
                .orElseThrow(
                        () -> reader.error(rule.function(), "optimizer.unknown", rule.name(), String.join(", ", words))
                                .nearest(rule.name(), words));
        Arguments given = known(rule, kind.parameters());
        Schedule rate = rate(given, given.required("lr"));
        Map<String, Rational> numbers = numbers(given, kind.parameters());
        given.finish();
        try {
            return kind.make(rate, numbers);
        } catch (OperandException e) {
            throw OptionTrouble.of(reader, rule, e, rule);
        }
    }

    /** The arguments of an optimizer or a schedule, where none has a name they do not know. */
    private Arguments known(Syntax.Call rule, List<Hyperparameter> parameters) {
        Arguments given = new Arguments(reader, rule);
        given.only(Stream.concat(Stream.of("lr"), parameters.stream().map(Hyperparameter::name))
                .toList());
        return given;
    }

    private Map<String, Rational> numbers(Arguments given, List<Hyperparameter> parameters) {
        Map<String, Rational> numbers = new HashMap<>();
        for (Hyperparameter parameter : parameters) {
            Optional<Syntax.Expression> value = given.next(parameter.name());
            if (value.isEmpty() && parameter.standard().isEmpty()) {
                throw given.missing(parameter.name());
            }
            value.ifPresent(number -> numbers.put(parameter.name(), given.number(number)));
        }
        return numbers;
    }

    private Schedule rate(Arguments optimizer, Syntax.Expression written) {
        if (!(written instanceof Syntax.Call rule)) {
            return new Schedule.Constant(optimizer.number(written));
        }
        List<String> words =
                Arrays.stream(ScheduleKind.values()).map(ScheduleKind::word).toList();
        ScheduleKind kind = ScheduleKind.named(rule.name())
                .orElseThrow(
                        () -> reader.error(rule.function(), "schedule.unknown", rule.name(), String.join(", ", words))
                                .nearest(rule.name(), words));
        Arguments given = known(rule, kind.parameters());
        Rational lr = given.number(given.required("lr"));
        try {
            Schedule schedule = kind.make(lr, numbers(given, kind.parameters()));
            given.finish();
            return schedule;
        } catch (OperandException e) {
            throw OptionTrouble.of(reader, rule, e, rule);
        }
    }
}
