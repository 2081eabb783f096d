package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which of a value's several uses a term of its gradient belongs to. */
final class Uses {
    /**
     * One use.
     *
     * @param through the named value it leads to
     * @param ordinal 0 where it is the only one that leads there, else counted from 1
     */
    record Use(int through, int ordinal) {}

    private final Map<Integer, Use> uses = new HashMap<>();

    Uses(Program program, Names names) {
        for (Node node : program.nodes()) {
            if (node.role() instanceof Role.Total) {
                Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
                for (int term : node.inputs()) {
                    groups.computeIfAbsent(named(program, names, term), key -> new ArrayList<>())
                            .add(term);
                }
                groups.forEach((through, terms) -> {
                    for (int i = 0; i < terms.size(); i++) {
                        uses.put(terms.get(i), new Use(through, terms.size() == 1 ? 0 : i + 1));
                    }
                });
            }
        }
    }

    private static int named(Program program, Names names, int term) {
        Node node = program.node(term);
        return node.role() instanceof Role.Term role ? names.line(role.through()) : term;
    }

    /** The first shown value on the way from a node towards the end of its line; the node itself if it is shown. */
    static int named(Program program, java.util.function.IntPredicate shown, int from) {
        int id = from;
        while (!shown.test(id)) {
            OptionalInt next = program.reader(id);
            if (next.isEmpty()) {
                return id;
            }
            id = next.getAsInt();
        }
        return id;
    }

    /** The use that a term stands for; empty where its value is used once. */
    Optional<Use> via(Node term) {
        return Optional.ofNullable(uses.get(term.id()));
    }
}
