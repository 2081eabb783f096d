package chainstep.homework.mark;

import chainstep.homework.Place;
import chainstep.math.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What comes of numbers set by hand: all that depends on them, in intervals; all else as it was before.
 *
 * <p>Mutable while it runs; one thread.
 */
final class Flow {
    /** What is read at a node where answers stand, given what was computed there. */
    @FunctionalInterface
    interface Hand {
        List<Interval> put(int node, List<Interval> computed);
    }

    /** What to make of a gradient that two routes lead to. */
    enum Fork {
        /** Whatever either gives. */
        BOTH,
        /** That of the two that depends on what was set; the program's own where both do. */
        OWN,
        /** The same, the route over the local derivatives where both do. */
        OTHER
    }

    private final Web web;
    private final Fork fork;
    private final Optional<Flow> before;
    private final List<List<Interval>> computed;
    private final List<List<Interval>> read;
    private final BitSet changed = new BitSet();
    private boolean forked;

    /** @param before gives what does not change; the exact values where empty */
    Flow(Web web, Fork fork, Optional<Flow> before) {
        this.web = web;
        this.fork = fork;
        this.before = before;
        this.computed = new ArrayList<>(Collections.nCopies(web.order().size(), List.of()));
        this.read = new ArrayList<>(computed);
    }

    /**
     * Computes what changes.
     *
     * @param within which positions of the web's order matter
     * @param answered where answers stand
     * @param begins at which of them something is read anew
     */
    Flow run(BitSet within, BitSet answered, BitSet begins, Hand hand) {
        for (int at = within.nextSetBit(0); at >= 0; at = within.nextSetBit(at + 1)) {
            int node = web.order().get(at);
            boolean touched = isTouched(node);
            if (touched || begins.get(at)) {
                List<Interval> value = touched ? compute(node) : unchanged(node);
                computed.set(at, value);
                List<Interval> put = answered.get(at) ? hand.put(node, value) : value;
                changed.set(at, !put.equals(readBefore(node)));
                read.set(at, put);
            }
        }
        return this;
    }

    private boolean isTouched(int node) {
        return !changed.isEmpty()
                && (web.inputs(node).stream().anyMatch(this::isChanged)
                        || web.route(node)
                                .filter(route -> route.nodes().stream().anyMatch(this::isChanged))
                                .isPresent());
    }

    boolean isChanged(int node) {
        return changed.get(web.position(node));
    }

    private List<Interval> unchanged(int node) {
        return before.map(flow -> flow.computed(node)).orElseGet(() -> web.exact(node));
    }

    private List<Interval> compute(int node) {
        List<List<Interval>> operands = new ArrayList<>();
        web.inputs(node).forEach(input -> operands.add(read(input)));
        List<Interval> own = web.compute(node, operands);
        return web.route(node).map(route -> join(node, own, route)).orElse(own);
    }

    private List<Interval> join(int node, List<Interval> own, Route route) {
        boolean depends = web.inputs(node).stream().anyMatch(this::isChanged);
        List<Interval> joined = new ArrayList<>(own);
        for (int element = 0; element < joined.size(); element++) {
            Optional<Route.Chained> chained = route.elements().get(element);
            if (chained.isPresent()) {
                joined.set(element, join(own.get(element), depends, chained.get()));
            }
        }
        return joined;
    }

    private Interval join(Interval own, boolean depends, Route.Chained chained) {
        Interval other = sum(chained);
        if (fork == Fork.BOTH) {
            return own.hull(other);
        }
        boolean leads = chained.places().anyMatch(place -> isChanged(place.node()));
        forked |= depends && leads;
        return leads && (!depends || fork == Fork.OTHER) ? other : own;
    }

    private Interval sum(Route.Chained chained) {
        Interval sum = Interval.ZERO;
        for (Route.Product product : chained.products()) {
            Interval local = read(product.local().node()).get(product.local().element());
            Interval upstream =
                    read(product.upstream().node()).get(product.upstream().element());
            sum = sum.add(local.multiply(upstream));
        }
        for (Place term : chained.terms()) {
            sum = sum.add(read(term.node()).get(term.element()));
        }
        return sum;
    }

    /** What nodes that follow read of a node. */
    List<Interval> read(int node) {
        List<Interval> here = read.get(web.position(node));
        return here.isEmpty() ? readBefore(node) : here;
    }

    private List<Interval> readBefore(int node) {
        return before.map(flow -> flow.read(node)).orElseGet(() -> web.exact(node));
    }

    /** What is computed at a node, before anything is set there. */
    List<Interval> computed(int node) {
        List<Interval> here = computed.get(web.position(node));
        return here.isEmpty() ? unchanged(node) : here;
    }

    /** Whether some gradient depended on what was set by both routes. */
    boolean isForked() {
        return forked;
    }
}
