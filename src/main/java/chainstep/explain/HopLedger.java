package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of one element as the sum over its edges: each local derivative times the gradient that comes in there.
 *
 * @param of the value differentiated
 * @param wrt the value
 * @param element its element's flat place
 * @param term the gradient's node where it is one use of several, or −1
 * @param hops the edges, in program order
 * @param total the gradient
 */
record HopLedger(int of, int wrt, int element, int term, List<Hop> hops, double total) {
    HopLedger {
        hops = List.copyOf(hops);
    }

    /**
     * One edge.
     *
     * @param upstream the gradient of the element it leads to
     * @param sum of the products so far, this one included
     */
    record Hop(LineEdge edge, double upstream, double product, double sum) {}

    static HopLedger of(Page page, int of, int wrt, int element) {
        return of(page, of, wrt, element, -1, page.edges(of).from(wrt, element));
    }

    /** The edges of one use. */
    static HopLedger of(Page page, Node term, Role.Term use, int element) {
        List<LineEdge> edges = page.edges(use.of()).from(use, element);
        return of(page, use.of(), use.wrt(), element, term.id(), edges);
    }

    /** The edges of what brackets took out of a value, by the gradient of that. */
    static HopLedger share(Page page, Node gradient, int element) {
        int of = Names.ofWhat(gradient).orElseThrow();
        int pick = Names.byWhat(gradient).orElseThrow();
        return of(page, of, pick, element, gradient.id(), page.edges(of).from(pick, element));
    }

    private static HopLedger of(Page page, int of, int wrt, int element, int term, List<LineEdge> edges) {
        List<Hop> hops = new ArrayList<>();
        double sum = 0;
        for (LineEdge edge : renamed(page, of, wrt, element, edges)) {
            double upstream = page.gradients().value(of, edge.node(), edge.element());
            double product = edge.local() * upstream;
            sum += product;
            hops.add(new Hop(edge, upstream, product, sum));
        }
        return new HopLedger(of, wrt, element, term, hops, sum);
    }

    /** An edge that leads to the same number under the same name is none: those that lead on from there are. */
    private static List<LineEdge> renamed(Page page, int of, int wrt, int element, List<LineEdge> edges) {
        boolean same = edges.size() == 1
                && edges.get(0).local() == 1
                && edges.get(0).node() != of
                && page.element(edges.get(0).node(), edges.get(0).element()).equals(page.element(wrt, element));
        return same ? page.edges(of).from(edges.get(0).node(), edges.get(0).element()) : edges;
    }
}
