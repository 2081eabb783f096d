package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of a value's several uses a term of its gradient belongs to.
 *
 * <p>A use leads to the first whole named values on the ways its term was carried back. Mostly that is one; to several leads
 * the use by an inner value that has several uses itself, as exp(w) has in a loss and again in the gradient of that loss.
 */
final class Uses {
    /**
     * One use.
     *
     * @param through the named values it leads to
     * @param ordinal 0 where it is the only one that leads there, else counted from 1
     * @param line 0 where all that lead there stand on one line of the source, else which of the lines, counted from 1
     */
    record Use(List<Integer> through, int ordinal, int line) {
        Use {
            through = List.copyOf(through);
        }
    }

    /** The derivative of one value by another. */
    private record Derivative(int of, int by) {}

    private final Program program;
    private final Names names;
    private final Map<Integer, Use> uses = new HashMap<>();
    private final Map<Derivative, LinkedHashSet<Integer>> ways = new HashMap<>();

    Uses(Program program, Names names) {
        this.program = program;
        this.names = names;
        for (Node node : program.nodes()) {
            if (node.role() instanceof Role.Term term && !names.isRow(term.wrt())) {
                ways.computeIfAbsent(new Derivative(term.of(), term.wrt()), key -> new LinkedHashSet<>())
                        .addAll(ways(term));
            } else if (node.role() instanceof Role.Total) {
                count(node.inputs());
            }
        }
    }

    /** A value's gradient is there before the terms of what it was computed from: its ways are known. */
    private LinkedHashSet<Integer> ways(Role.Term term) {
        LinkedHashSet<Integer> known = ways.get(new Derivative(term.of(), term.through()));
        if (known != null && term.through() != term.of()) {
            return known;
        }
        boolean whole = names.isRow(term.through());
        return new LinkedHashSet<>(List.of(whole ? term.through() : names.line(term.through())));
    }

    private void count(List<Integer> terms) {
        Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        terms.forEach(term ->
                groups.computeIfAbsent(named(term), key -> new ArrayList<>()).add(term));
        groups.forEach((through, all) -> {
            List<Integer> lines = all.stream().map(this::line).distinct().toList();
            for (int i = 0; i < all.size(); i++) {
                int line = lines.size() == 1 ? 0 : lines.indexOf(line(all.get(i))) + 1;
                uses.put(all.get(i), new Use(through, all.size() == 1 ? 0 : i + 1, line));
            }
        });
    }

    private List<Integer> named(int term) {
        return program.node(term).role() instanceof Role.Term role ? List.copyOf(ways(role)) : List.of(term);
    }

    private int line(int term) {
        return program.node(term).origin().line();
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
