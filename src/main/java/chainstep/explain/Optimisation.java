package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The optimiser of a program in words, with its numbers, told from the parts of its update. */
final class Optimisation {
    private static final List<String> NUMBERS = List.of("rate", "beta", "rho", "beta1", "beta2", "eps", "weight_decay");

    private Optimisation() {}

    static Optional<String> of(Page page) {
        Set<String> parts = page.program().nodes().stream()
                .map(Node::role)
                .filter(Role.Update.class::isInstance)
                .map(role -> ((Role.Update) role).part())
                .collect(Collectors.toSet());
        if (!parts.contains("new")) {
            return Optional.empty();
        }
        String name = page.prose().text("optimiser." + kind(parts));
        return Optional.of(NUMBERS.stream()
                .flatMap(part -> find(page, part).stream())
                .map(id -> page.name(id).plain() + " = "
                        + Numerals.significant(page.trace().get(id, 0), 6))
                .collect(Collectors.joining(
                        page.prose().text("optimiser.comma"),
                        name + page.prose().text("optimiser.comma"),
                        "")));
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
