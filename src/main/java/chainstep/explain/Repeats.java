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
import java.util.function.IntFunction;

/** The inner values that are written like another value: each x[0] of a program is a value of its own, and so is each exp(x). */
final class Repeats {
    /**
     * One of the values that are written alike.
     *
     * @param through the named value of its line
     * @param ordinal 0 where it is the only one on the way there, else counted from 1
     * @param count how many there are, or how often it is used itself that was taken out of a value, of a part the whole
     * @param whole what it is a part of, or −1
     */
    record Repeat(int through, int ordinal, int count, int whole) {}

    private final Program program;
    private final Names names;
    private final Map<Integer, Repeat> found = new HashMap<>();
    private final int[] uses;
    private final Picks picks;

    /** @param written how a value is written: by its name, or as its formula */
    Repeats(Program program, Names names, IntFunction<String> written) {
        this.program = program;
        this.names = names;
        this.picks = new Picks(program, names);
        this.uses = new int[program.size()];
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (Node node : program.nodes()) {
            if (node.role() instanceof Role.Value) {
                node.inputs().forEach(input -> uses[input]++);
            }
            if (node.role() instanceof Role.Value
                    && !(node.isLeaf() && node.name().isEmpty())) {
                alike.computeIfAbsent(written.apply(node.id()), key -> new ArrayList<>())
                        .add(node.id());
            }
        }
        alike.values().forEach(this::group);
    }

    private void group(List<Integer> alike) {
        Map<Integer, List<Integer>> byLine = new LinkedHashMap<>();
        for (int id : alike) {
            if (names.letters(id).isEmpty()) {
                byLine.computeIfAbsent(names.line(id), key -> new ArrayList<>()).add(id);
            }
        }
        byLine.forEach((through, ids) -> {
            for (int k = 0; k < ids.size(); k++) {
                int id = ids.get(k);
                int ordinal = ids.size() == 1 ? 0 : k + 1;
                if (picks.isPick(id) && picks.uses(id) > 1) {
                    int count = picks.isElement(id) ? (int) picks.uses(id) : uses[picks.whole(id)];
                    found.put(id, new Repeat(through, ordinal, count, picks.whole(id)));
                } else if (alike.size() > 1) {
                    found.put(id, new Repeat(through, ordinal, alike.size(), -1));
                }
            }
        });
    }

    Optional<Repeat> of(int value) {
        return Optional.ofNullable(found.get(value));
    }
}
