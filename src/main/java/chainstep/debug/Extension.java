package chainstep.debug;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program walked through, with the nodes of all watches and conditions behind it. */
final class Extension {
    /** A measure in the program put together: its node, and the step after which it can be computed (−1: at once). */
    record Placed(int node, int readyAt) {}

    /** A condition in the program put together. */
    record Tested(Condition.Test test, int readyAt) {}

    private final Map<Integer, Placed> watches = new HashMap<>();
    private final Map<Integer, Tested> conditions = new HashMap<>();
    private final Program program;

    Extension(Program base, Collection<Breakpoint> breakpoints, Collection<Watch> seen) {
        ProgramBuilder builder = new ProgramBuilder(base);
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.enabled() && breakpoint.place() instanceof Breakpoint.When when) {
                Condition.Test test = when.condition().append(builder);
                conditions.put(breakpoint.id(), new Tested(test, readyAt(builder, base.size(), test.nodes())));
            }
        }
        for (Watch watch : seen) {
            int node = watch.measure().append(builder);
            watches.put(watch.id(), new Placed(node, readyAt(builder, base.size(), List.of(node))));
        }
        this.program = builder.build();
    }

    Program program() {
        return program;
    }

    Placed watch(int id) {
        return watches.get(id);
    }

    Tested condition(int breakpoint) {
        return conditions.get(breakpoint);
    }

    /** The last step of a program of {@code base} nodes that any of these nodes depends on; −1 for none. */
    static int readyAt(ProgramBuilder builder, int base, List<Integer> wanted) {
        BitSet met = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(wanted);
        int latest = -1;
        while (!open.isEmpty()) {
            int id = open.pop();
            Node node = builder.node(id);
            if (id < base) {
                latest = node.isLeaf() ? latest : Math.max(latest, id);
            } else if (!met.get(id)) {
                met.set(id);
                node.inputs().forEach(open::push);
            }
        }
        return latest;
    }
}
