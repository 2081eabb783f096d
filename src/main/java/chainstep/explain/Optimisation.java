package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The optimiser of a program in words, with its numbers, told from the parts of its update. */
final class Optimisation {
    private static final List<String> NUMBERS = List.of(
            "total",
            "steps",
            "min",
            "factor",
            "every",
            "beta",
            "rho",
            "beta1",
            "beta2",
            "eps",
            "weight_decay",
            "limit");
    /** The part of an update that only this schedule has. */
    private static final Map<String, String> SCHEDULES = Map.of(
            "rate.cos", "cosine", "rate.power", "step_decay", "rate.decayed", "exp_decay", "rate.share", "warmup");

    private Optimisation() {}

    static Optional<Form> of(Page page) {
        Set<String> parts = page.program().nodes().stream()
                .map(Node::role)
                .filter(Role.Update.class::isInstance)
                .map(role -> ((Role.Update) role).part())
                .collect(Collectors.toSet());
        if (!parts.contains("new")) {
            return Optional.empty();
        }
        String key = "optimiser." + kind(parts);
        Form name = page.prose().say(ascends(page) && page.prose().knows(key + ".up") ? key + ".up" : key);
        Stream<Form> numbers =
                NUMBERS.stream().flatMap(part -> find(page, part).stream()).map(id -> valued(page, id));
        Form comma = page.prose().say("optimiser.comma");
        return Stream.concat(Stream.of(name, rate(page, parts)), numbers)
                .reduce((a, b) -> a.beside(comma).beside(b));
    }

    /** Whether the learning rate is negative, so that the step goes uphill. */
    static boolean ascends(Page page) {
        double now = find(page, "rate").map(id -> page.trace().get(id, 0)).orElse(0.0);
        double base = find(page, "lr").map(id -> page.trace().get(id, 0)).orElse(0.0);
        return now < 0 || now == 0 && base < 0;
    }

    /** The learning rate's letter. */
    static Form rate(Page page) {
        return page.name(find(page, "rate").orElseThrow());
    }

    /** η = 0.5, or how it changes from where: the value of one iteration would pass for a constant. */
    private static Form rate(Page page, Set<String> parts) {
        return SCHEDULES.keySet().stream()
                .filter(parts::contains)
                .findFirst()
                .map(mark -> page.prose()
                        .say(
                                "schedule." + SCHEDULES.get(mark),
                                significant(page, find(page, "lr").orElseThrow()),
                                page.name(find(page, "rate").orElseThrow())))
                .orElseGet(() -> valued(page, find(page, "rate").orElseThrow()));
    }

    /** A letter and its number, a formula in the sentence. */
    private static Form valued(Page page, int id) {
        Form formula = Page.equation(page.name(id), significant(page, id));
        return new Form(formula.plain(), "$" + formula.latex() + "$");
    }

    private static Form significant(Page page, int id) {
        return page.significant(page.trace().get(id, 0), 6);
    }

    private static Optional<Integer> find(Page page, String part) {
        return page.program().nodes().stream()
                .filter(node -> node.role().equals(new Role.Update(-1, part)))
                .map(Node::id)
                .findFirst();
    }

    private static String kind(Set<String> parts) {
        if (parts.contains("m_hat")) {
            return parts.contains("decayed") ? "adamw" : "adam";
        } else if (parts.contains("direction.ahead")) {
            return "nesterov";
        } else if (parts.contains("direction.root")) {
            return "rmsprop";
        }
        return parts.contains("v") ? "momentum" : "sgd";
    }
}
