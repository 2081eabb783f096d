package chainstep.debug;

import chainstep.graph.Program;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds where the enabled breakpoints are hit in an iteration. */
final class Hits {
    /** A breakpoint hit after a node, or at the start for −1. */
    record Hit(int node, Breakpoint breakpoint) {}

    private static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::node)
            .thenComparingInt(hit -> hit.breakpoint().id());

    private final StepTree tree;
    private final Extension extension;
    private final List<Breakpoint> changing;
    private final List<Hit> always;

    Hits(StepTree tree, Extension extension, Collection<Breakpoint> breakpoints) {
        this.tree = tree;
        this.extension = extension;
        List<Breakpoint> enabled =
                breakpoints.stream().filter(Breakpoint::enabled).toList();
        this.changing = enabled.stream()
                .filter(breakpoint -> changes(breakpoint.place()))
                .toList();
        this.always = enabled.stream()
                .flatMap(breakpoint ->
                        always(breakpoint.id(), breakpoint.place()).map(node -> new Hit(node, breakpoint)))
                .sorted(ORDER)
                .toList();
    }

    private static boolean changes(Breakpoint.Place place) {
        return place instanceof Breakpoint.When
                || place instanceof Breakpoint.Narrowed
                || place instanceof Breakpoint.OnNotFinite;
    }

    /** The nodes after which a place is reached in every iteration. */
    private Stream<Integer> always(int id, Breakpoint.Place place) {
        return place instanceof Breakpoint.Computed ? Stream.of(extension.of(id).readyAt()) : steps(tree, place);
    }

    /** Whether some step computes the node, or ends the line, that a place is about. */
    static boolean isComputed(StepTree tree, Breakpoint.Place place) {
        return steps(tree, place).findAny().isPresent();
    }

    /** The nodes after which a place is reached that is about a line, a node or a gradient. */
    static Stream<Integer> steps(StepTree tree, Breakpoint.Place place) {
        Program program = tree.program();
        IntStream nodes = IntStream.empty();
        if (place instanceof Breakpoint.OnLine at) {
            return tree.endsOfLine(at.number()).stream();
        } else if (place instanceof Breakpoint.OnNode at) {
            nodes = tree.isStep(at.node()) ? IntStream.of(at.node()) : program.next(at.node()).stream();
        } else if (place instanceof Breakpoint.OnGradient at && program.loss().isPresent()) {
            nodes = program.gradient(program.loss().getAsInt(), at.node()).stream();
        }
        return nodes.filter(tree::isStep).boxed();
    }

    /** Whether there is nothing to hit, in any iteration. */
    boolean isEmpty() {
        return changing.isEmpty() && always.isEmpty();
    }

    /** Whether every iteration has a hit. */
    boolean isInEvery() {
        return !always.isEmpty();
    }

    /** The hits of an iteration in the order in which they come. */
    List<Hit> in(Trace trace) {
        List<Hit> all = always;
        for (Breakpoint breakpoint : changing) {
            for (int node : hits(breakpoint, trace)) {
                all = all == always ? new ArrayList<>(always) : all;
                all.add(new Hit(node, breakpoint));
            }
        }
        if (all != always) {
            all.sort(ORDER);
        }
        return all;
    }

    /** The nodes after which a breakpoint is hit; −1 for the start. */
    private List<Integer> hits(Breakpoint breakpoint, Trace trace) {
        if (breakpoint.place() instanceof Breakpoint.Narrowed narrowed) {
            return narrowed(nodes(breakpoint.id(), narrowed.at(), trace), extension.condition(breakpoint.id()), trace);
        }
        int node = hit(breakpoint, trace);
        return node >= -1 ? List.of(node) : List.of();
    }

    private List<Integer> nodes(int id, Breakpoint.Place place, Trace trace) {
        if (place instanceof Breakpoint.OnNotFinite) {
            int first = firstNotFinite(trace);
            return first >= 0 ? List.of(first) : List.of();
        }
        return always(id, place).toList();
    }

    /** The nodes where a condition holds and is known. */
    private static List<Integer> narrowed(List<Integer> nodes, Extension.Placed condition, Trace trace) {
        if (!holds(trace, condition.node())) {
            return List.of();
        }
        return narrowed(nodes, condition.readyAt());
    }

    /** The nodes by which a condition is known that is known after one of them; all of them where it is known only later. */
    static List<Integer> narrowed(List<Integer> nodes, int known) {
        List<Integer> after = nodes.stream().filter(node -> node >= known).toList();
        return after.isEmpty() ? nodes : after;
    }

    /** The node after which a breakpoint is hit; −1 for the start, −2 for none. */
    private int hit(Breakpoint breakpoint, Trace trace) {
        if (breakpoint.place() instanceof Breakpoint.When) {
            Extension.Placed condition = extension.of(breakpoint.id());
            return holds(trace, condition.node()) ? condition.readyAt() : -2;
        }
        return firstNotFinite(trace);
    }

    private static boolean holds(Trace trace, int node) {
        int size = trace.program().node(node).shape().size();
        for (int element = 0; element < size; element++) {
            double value = trace.get(node, element);
            if (value != 0 && !Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private int firstNotFinite(Trace trace) {
        Program program = tree.program();
        for (int node = 0; node < program.size(); node++) {
            if (tree.isStep(node) && !Finite.is(trace, node)) {
                return node;
            }
        }
        return -2;
    }
}
