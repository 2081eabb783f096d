package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.op.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private final Picks picks;
    private final Map<Integer, Use> uses = new HashMap<>();

    /** Of gradients by picks, the use that the pick is where its elements have others. */
    private final Map<Derivative, Use> shares = new HashMap<>();

    /** The terms of each gradient; worked out when first asked for. */
    private final Map<Derivative, List<Integer>> terms = new HashMap<>();

    private final Map<Derivative, LinkedHashSet<Integer>> ways = new HashMap<>();

    Uses(Program program, Names names) {
        this.program = program;
        this.names = names;
        this.picks = new Picks(program, names);
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
            Map<Integer, Integer> ordinals = ordinals(all);
            for (int term : all) {
                int line = lines.size() == 1 ? 0 : lines.indexOf(line(term)) + 1;
                uses.put(term, new Use(through, ordinals.get(term), line));
            }
        });
        for (int term : terms) {
            Node node = program.node(term);
            if (picks.isPlaced(node) && terms.stream().anyMatch(other -> other != term && meet(term, other))) {
                shares.put(new Derivative(((Role.Term) node.role()).of(), through(term)), uses.get(term));
            }
        }
    }

    /** Uses of the whole are counted from 1, then those of each element in the order in which they are read. */
    private Map<Integer, Integer> ordinals(List<Integer> all) {
        Map<Integer, Integer> ordinals = new HashMap<>();
        List<Integer> taken = all.stream()
                .filter(term -> picks.isPlaced(program.node(term)))
                .sorted(Comparator.comparing(this::through))
                .toList();
        all.stream()
                .filter(term -> !taken.contains(term))
                .forEach(term -> ordinals.put(term, all.size() == 1 ? 0 : ordinals.size() + 1));
        int whole = ordinals.size();
        for (int term : taken) {
            List<Integer> met =
                    taken.stream().filter(other -> meet(term, other)).toList();
            Set<Integer> used = met.stream()
                    .filter(ordinals::containsKey)
                    .map(ordinals::get)
                    .collect(Collectors.toSet());
            int free = IntStream.iterate(whole + 1, k -> k + 1)
                    .filter(k -> !used.contains(k))
                    .findFirst()
                    .orElseThrow();
            ordinals.put(term, whole == 0 && met.size() == 1 ? 0 : free);
        }
        return ordinals;
    }

    /** Whether two terms of one gradient are by some same element. */
    private boolean meet(int one, int other) {
        return !isTaken(one) || !isTaken(other) || picks.overlap(through(one), through(other));
    }

    /** Whether a term comes back from what brackets took, with a name of its own or without. */
    private boolean isTaken(int term) {
        return program.node(term).role() instanceof Role.Term
                && program.node(through(term)).op() instanceof Slice;
    }

    private int through(int term) {
        return ((Role.Term) program.node(term).role()).through();
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

    /** The use that a pick is of the value it is taken from; empty where its elements have no other. */
    Optional<Use> share(int of, int pick) {
        return Optional.ofNullable(shares.get(new Derivative(of, pick)));
    }

    /** Whether an element of a value has one use only, as what brackets take out of it. */
    boolean alone(int of, int whole, int element) {
        List<Integer> terms = terms().getOrDefault(new Derivative(of, whole), List.of()).stream()
                .filter(term ->
                        !isTaken(term) || picks.place(through(term), element).isPresent())
                .toList();
        return terms.size() == 1 && picks.isPick(through(terms.get(0)));
    }

    private Map<Derivative, List<Integer>> terms() {
        if (terms.isEmpty()) {
            for (Node node : program.nodes()) {
                if (node.role() instanceof Role.Term term) {
                    terms.computeIfAbsent(new Derivative(term.of(), term.wrt()), key -> new ArrayList<>())
                            .add(node.id());
                }
            }
        }
        return terms;
    }

    /** The use that a term stands for; empty where its value is used once. */
    Optional<Use> via(Node term) {
        return Optional.ofNullable(uses.get(term.id()));
    }
}
