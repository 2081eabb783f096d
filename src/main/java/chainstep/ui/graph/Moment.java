package chainstep.ui.graph;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is now in the graph: the boxes that the step computed, and the edges it ran along, each with the node that did. */
final class Moment {
    private final Scheme scheme;
    private final DebugState state;
    private final Set<Integer> boxes = new HashSet<>();
    private final Map<Link, Integer> ways = new HashMap<>();
    private final boolean sum;

    Moment(Scheme scheme, DebugState state) {
        this.scheme = scheme;
        this.state = state;
        List<Node> nodes = computed();
        nodes.forEach(node -> scheme.box(node.id()).ifPresent(boxes::add));
        nodes.forEach(this::follow);
        this.sum = ways.isEmpty();
        nodes.stream().filter(node -> node.role() instanceof Role.Total).forEach(this::gather);
    }

    /** Every edge that a gradient is the sum over. */
    private void gather(Node total) {
        total.inputs().stream().map(scheme.program()::node).forEach(part -> {
            if (part.role() instanceof Role.Term) {
                scheme.way(part).ifPresent(way -> ways.put(way, part.id()));
            } else if (part.phase() == Phase.BACKWARD && !(part.role() instanceof Role.Total)) {
                gather(part);
            }
        });
    }

    /** The values themselves; what is made on the way to them only where there is nothing else. */
    private List<Node> computed() {
        if (state.step().isStart()) {
            return List.of();
        }
        Node last = scheme.program().node(state.step().node());
        if (state.depth() != Depth.LINE && state.depth() != Depth.OPERATION) {
            return List.of(last);
        }
        List<Node> own = state.nodes().stream().filter(this::isShown).toList();
        return own.isEmpty() ? List.of(last) : own;
    }

    private boolean isShown(Node node) {
        int about = Scheme.about(node).orElse(node.id());
        return scheme.box(about).filter(box -> box == about).isPresent();
    }

    private void follow(Node node) {
        if (node.role() instanceof Role.Term) {
            scheme.way(node).ifPresent(way -> ways.put(way, node.id()));
        } else if (node.phase() == Phase.FORWARD) {
            scheme.box(node.id())
                    .ifPresent(to -> read(node, to, new HashSet<>()).forEach(from -> {
                        ways.put(new Link(from, to), node.id());
                    }));
        }
    }

    /** The boxes that a value is made of; what is made on the way to it within its own box is made of others. */
    private Set<Integer> read(Node node, int own, Set<Integer> seen) {
        Set<Integer> from = new HashSet<>();
        for (int input : node.inputs()) {
            Integer box = scheme.box(input).orElse(own);
            if (box != own) {
                from.add(box);
            } else if (seen.add(input)) {
                from.addAll(read(scheme.program().node(input), own, seen));
            }
        }
        return from;
    }

    boolean isNow(int box) {
        return boxes.contains(box);
    }

    Set<Integer> boxes() {
        return Set.copyOf(boxes);
    }

    /** What runs along an edge, where {@code reached} says whether its reader has been. */
    Wire.Flow flow(Link link, boolean reached) {
        Integer node = ways.get(link);
        if (node == null) {
            return reached ? Wire.Flow.IDLE : Wire.Flow.PALE;
        }
        return scheme.program().node(node).role() instanceof Role.Term ? Wire.Flow.BACKWARD : Wire.Flow.FORWARD;
    }

    /** The term that comes back along an edge, or −1; of several that are added up none is told. */
    int term(Link link) {
        return sum && ways.size() > 1 ? -1 : flow(link, true) == Wire.Flow.BACKWARD ? ways.get(link) : -1;
    }

    /** How many of a node's numbers are known. */
    int known(int node) {
        boolean partly = state.step().node() == node && state.step().element() >= 0;
        return partly
                ? state.step().element() + 1
                : state.knows(node) ? scheme.program().node(node).shape().size() : 0;
    }
}
