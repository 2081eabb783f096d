package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.op.Slice;
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
     * @param count how many there are, or how often the whole is used that this is a part of
     * @param whole what it is a part of, or −1
     */
    record Repeat(int through, int ordinal, int count, int whole) {}

    private final Program program;
    private final Names names;
    private final Map<Integer, Repeat> found = new HashMap<>();
    private final int[] uses;

    /** @param written how a value is written: by its name, or as its formula */
    Repeats(Program program, Names names, IntFunction<String> written) {
        this.program = program;
        this.names = names;
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
                int parts = partsOf(id);
                if (parts > 1) {
                    found.put(id, new Repeat(through, ordinal, parts, whole(id)));
                } else if (alike.size() > 1) {
                    found.put(id, new Repeat(through, ordinal, alike.size(), -1));
                }
            }
        });
    }

    private int whole(int id) {
        return program.node(id).inputs().get(0);
    }

    /** How often the value is used that this one is cut from; 0 where it is no part. */
    private int partsOf(int id) {
        return program.node(id).op() instanceof Slice ? uses[whole(id)] : 0;
    }

    Optional<Repeat> of(int value) {
        return Optional.ofNullable(found.get(value));
    }
}
