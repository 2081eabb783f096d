package chainstep.homework.mark;

import chainstep.graph.NestInterpreter;
import chainstep.math.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How far a number may lie off because what it is worked from, and nobody asked for, was rounded too: the sum in a softmax, the
 * product before a difference.
 *
 * <p>From exact numbers never so far that a right value altered by three units of its last digit would be taken for right.
 */
final class Unasked {
    /** In units of the last digit. An altered value stands two and a half units from the exact one or more. */
    private static final double FARTHEST = 2.4;

    /** The same where it is worked from rounded numbers already: beyond it intervals tell little. */
    private static final double FARTHEST_ROUNDED = 10;

    /** From this width of the image on it is, in units of the last digit. */
    private static final double ROUNDED = 0.05;

    /** The same of what float64 leaves of a decimal. */
    private static final double NOISE = 1e-3;

    /** More steps of loops than these nobody takes by hand. */
    private static final long MOST_POINTS = 20_000;

    private final Web web;
    private final Flow flow;
    private final Map<Integer, List<Item>> byNode;
    private final Predicate<Item> stands;

    /**
     * @param flow what is read at each node
     * @param byNode the answered numbers
     * @param stands whether a number is read as it was answered
     */
    Unasked(Web web, Flow flow, Map<Integer, List<Item>> byNode, Predicate<Item> stands) {
        this.web = web;
        this.flow = flow;
        this.byNode = byNode;
        this.stands = stands;
    }

    /** Whether a number may have been reached by rounding on the way, though it does not meet the image of what was answered. */
    boolean mayReach(Item item, Interval image) {
        double unit = item.stated().unit();
        Interval written = item.stated().point().add(Interval.around(0, NOISE * unit));
        boolean near = unit > 0 && written.intersects(wider(image, farthest(image, unit), farthest(image, unit)));
        return near && written.intersects(image(item, image, unit));
    }

    private static Interval wider(Interval image, double below, double above) {
        return image.hull(new Interval(image.lo() - below, image.hi() + above));
    }

    private Interval image(Item item, Interval image, double unit) {
        BitSet way = way(item.node());
        if (way.stream().mapToLong(at -> web.steps(web.order().get(at))).sum() > MOST_POINTS) {
            return image;
        }
        Interval plain =
                web.compute(item.node(), operands(item.node(), Map.of())).get(item.element());
        Interval rounded = rounded(item, way, unit);
        if (!Judged.isBounded(plain) || !Judged.isBounded(rounded)) {
            return image;
        }
        double farthest = farthest(plain, unit);
        return wider(
                image,
                Math.min(farthest, Math.max(0, plain.lo() - rounded.lo())),
                Math.min(farthest, Math.max(0, rounded.hi() - plain.hi())));
    }

    private static double farthest(Interval image, double unit) {
        return unit * (image.width() > ROUNDED * unit ? FARTHEST_ROUNDED : FARTHEST);
    }

    /** The positions that lead to a node from what was answered whole. */
    private BitSet way(int node) {
        BitSet way = new BitSet();
        way.set(web.position(node));
        for (int at = way.length() - 1; at >= 0; at = way.previousSetBit(at - 1)) {
            int here = web.order().get(at);
            if (here != node && isWhole(here)) {
                way.clear(at);
            } else {
                web.inputs(here).forEach(input -> way.set(web.position(input)));
            }
        }
        return way;
    }

    private boolean isWhole(int node) {
        List<Item> items = byNode.getOrDefault(node, List.of());
        return !items.isEmpty()
                && items.stream().filter(stands).map(Item::element).distinct().count()
                        == web.exact(node).size();
    }

    private Interval rounded(Item item, BitSet way, double unit) {
        int significant = item.stated().significant();
        NestInterpreter<Interval> interpreter =
                new NestInterpreter<>(new RoundingArithmetic(significant, unit <= 0.01 ? unit : 0));
        Map<Integer, List<Interval>> values = new HashMap<>();
        way.stream().map(at -> web.order().get(at)).forEach(node -> {
            if (!web.program().node(node).isLeaf()) {
                List<Interval> computed = new ArrayList<>(web.compute(node, operands(node, values), interpreter));
                if (node != item.node()) {
                    byNode.getOrDefault(node, List.of()).stream()
                            .filter(stands)
                            .forEach(one ->
                                    computed.set(one.element(), flow.read(node).get(one.element())));
                }
                values.put(node, computed);
            }
        });
        return values.get(item.node()).get(item.element());
    }

    private List<List<Interval>> operands(int node, Map<Integer, List<Interval>> values) {
        List<List<Interval>> operands = new ArrayList<>();
        web.inputs(node)
                .forEach(input -> operands.add(values.containsKey(input) ? values.get(input) : flow.read(input)));
        return operands;
    }
}
