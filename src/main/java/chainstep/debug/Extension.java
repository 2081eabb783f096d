package chainstep.debug;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.lang.Quantity;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The program walked through, with the nodes of all watches and of the enabled breakpoints behind it. */
final class Extension {
    /** A measure in the program put together: its node, and the step that it is ready after (−1: at once). */
    record Placed(int node, int readyAt) {}

    private final Map<Integer, Placed> placed = new HashMap<>();
    private final Map<Integer, Placed> conditions = new HashMap<>();
    private final int base;
    private Program program;

    Extension(Program base, Collection<Breakpoint> breakpoints, Collection<Watch> watches) {
        this.base = base.size();
        this.program = base;
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.enabled()) {
                measure(breakpoint.place()).ifPresent(measure -> placed.put(breakpoint.id(), place(measure)));
                if (breakpoint.place() instanceof Breakpoint.Narrowed narrowed) {
                    conditions.put(breakpoint.id(), place(narrowed.condition()));
                }
            }
        }
        watches.forEach(watch -> placed.put(watch.id(), place(watch.measure())));
    }

    private static Optional<Measure> measure(Breakpoint.Place place) {
        if (place instanceof Breakpoint.When when) {
            return Optional.of(when.condition());
        } else if (place instanceof Breakpoint.Narrowed narrowed) {
            return measure(narrowed.at());
        }
        return place instanceof Breakpoint.Computed computed ? Optional.of(computed.measure()) : Optional.empty();
    }

    private Placed place(Measure measure) {
        Quantity.Appended appended = measure.append(program);
        program = appended.program();
        return new Placed(appended.node(), readyAt(program, base, appended.node()));
    }

    Program program() {
        return program;
    }

    /** Where the measure of an enabled breakpoint, or of a watch, is. */
    Placed of(int id) {
        return placed.get(id);
    }

    /** Where the condition is under which an enabled breakpoint counts. */
    Placed condition(int id) {
        return conditions.get(id);
    }

    /** The last step of a program, among its first {@code base} nodes, that a node depends on; −1 for none. */
    static int readyAt(Program program, int base, int node) {
        BitSet wanted = wanted(program, base, node);
        for (int id = Math.min(base - 1, node); id >= 0; id--) {
            Node known = program.node(id);
            if (wanted.get(id) && !known.isLeaf()) {
                return id;
            }
        }
        return -1;
    }

    /** Whether a node is computed from any of a program's first {@code base} nodes. */
    static boolean dependsOn(Program program, int base, int node) {
        return wanted(program, base, node).nextSetBit(0) < base;
    }

    /** A node and what it is computed from, as far as that lies behind the first {@code base} nodes. */
    private static BitSet wanted(Program program, int base, int node) {
        BitSet wanted = new BitSet();
        wanted.set(node);
        for (int id = node; id >= base; id--) {
            if (wanted.get(id)) {
                program.node(id).inputs().forEach(wanted::set);
            }
        }
        return wanted;
    }
}
