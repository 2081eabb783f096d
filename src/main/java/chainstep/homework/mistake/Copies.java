package chainstep.homework.mistake;

import chainstep.graph.Program;
import chainstep.lang.Unrolled;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The nodes behind a program that compute later iterations, and what they are. */
final class Copies {
    private final Program program;
    private final Map<Integer, Unrolled> all;
    private final Map<Unrolled, Integer> nodes = new HashMap<>();

    Copies(Program program, Map<Integer, Unrolled> all) {
        this.program = program;
        this.all = Map.copyOf(all);
        all.forEach((id, what) -> nodes.put(what, id));
    }

    Map<Integer, Unrolled> all() {
        return all;
    }

    Optional<Unrolled> later(int id) {
        return Optional.ofNullable(all.get(id));
    }

    /** What stands for a node in an iteration: for what is carried on, what the iteration before leaves. */
    OptionalInt at(int iteration, int id) {
        int level = iteration;
        int node = id;
        while (level > 0 && program.node(node).isLeaf() && program.next(node).isPresent()) {
            node = program.next(node).getAsInt();
            level--;
        }
        Integer copy = level == 0 ? Integer.valueOf(node) : nodes.get(new Unrolled(node, level));
        return copy == null ? OptionalInt.empty() : OptionalInt.of(copy);
    }
}
