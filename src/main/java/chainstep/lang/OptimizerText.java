package chainstep.lang;

import chainstep.grad.Hyperparameter;
import chainstep.grad.OptimizerKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The optimizer that a {@code minimize} line has, and the line with another one. */
final class OptimizerText {
    private static final Set<String> CAREFUL = Set.of("adam", "adamw", "rmsprop");

    private final Source source;
    private final Syntax.Call minimize;

    OptimizerText(Source source, Syntax.Call minimize) {
        this.source = source;
        this.minimize = minimize;
    }

    Optional<Syntax.Call> rule() {
        return TrainingText.argument(minimize, 1, "optimizer")
                .filter(Syntax.Call.class::isInstance)
                .map(Syntax.Call.class::cast);
    }

    Optional<RateText> rate() {
        return rule().flatMap(rule -> TrainingText.argument(rule, 0, "lr")).map(rate -> new RateText(source, rate));
    }

    /** With another optimizer, at the same rate and with what both know. */
    Rewriting by(String name) {
        Rewriting lines = new Rewriting(source);
        Optional<Syntax.Call> rule = rule();
        if (rule.isEmpty()) {
            return added(lines, name.contains("(") ? name : name + "(lr=" + usual(name) + ")");
        } else if (name.contains("(")) {
            return lines.put(rule.get().span(), name);
        }
        List<String> kept = kept(rule.get(), name);
        int said = rule.get().positional().size() + rule.get().named().size();
        return kept.size() == said && rule.get().positional().size() < 2
                ? lines.put(rule.get().function().span(), name)
                : lines.put(rule.get().span(), name + "(" + String.join(", ", kept) + ")");
    }

    private static String usual(String name) {
        return CAREFUL.contains(name) ? "0.01" : "0.1";
    }

    /** At another rate; by sgd where there was no optimizer. */
    Rewriting at(String rate) {
        Rewriting lines = new Rewriting(source);
        Optional<Syntax.Call> rule = rule();
        if (rule.isEmpty()) {
            return added(lines, "sgd(lr=" + rate + ")");
        }
        boolean number = !(SyntaxReader.expression(Source.of("", rate)) instanceof Syntax.Call);
        return number && rate().isPresent()
                ? lines.put(rate().get().number().span(), rate)
                : TrainingText.put(lines, rule.get(), 0, "lr", rate);
    }

    /** By another schedule of the same rate. */
    Rewriting scheduled(String schedule, long updates) {
        Rewriting lines = new Rewriting(source);
        return rule().map(rule -> TrainingText.put(
                        lines,
                        rule,
                        0,
                        "lr",
                        rate().map(rate -> rate.with(schedule, updates))
                                .orElseGet(() -> RateText.with(usual(rule.name()), schedule, updates))))
                .orElseGet(() -> added(lines, "sgd(lr=" + RateText.with(usual("sgd"), schedule, updates) + ")"));
    }

    /** Behind the loss, before what else is said. */
    private Rewriting added(Rewriting lines, String rule) {
        return minimize.positional().isEmpty()
                ? TrainingText.put(lines, minimize, -1, "optimizer", rule)
                : lines.put(minimize.positional().get(0).span().end(), ", " + rule);
    }

    private List<String> kept(Syntax.Call rule, String name) {
        List<String> before = known(rule.name());
        List<String> after = known(name);
        Stream<String> rate =
                TrainingText.argument(rule, 0, "lr").stream().map(written -> "lr=" + source.text(written.span()));
        Stream<String> rest = IntStream.range(0, before.size())
                .filter(k -> after.contains(before.get(k)))
                .boxed()
                .flatMap(k -> TrainingText.argument(rule, k + 1, before.get(k)).stream()
                        .map(written -> before.get(k) + "=" + source.text(written.span())));
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
