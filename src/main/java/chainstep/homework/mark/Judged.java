package chainstep.homework.mark;

import chainstep.math.Interval;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The numbers of one sheet, judged in the order of the program: right by their digits, or right by the student's own numbers that
 * are right.
 *
 * <p>An answer is reached from the nearest answered values before it, each anywhere within half a unit of its last digit; what is
 * wrong is read as if it had not been answered. One thread.
 */
final class Judged {
    /** How a number came to be right. */
    enum Right {
        /** The exact value rounds to it. */
        EXACTLY,
        /** It follows from the student's own rounded numbers. */
        REACHED
    }

    private final Web web;
    private final List<Item> items;
    private final List<Optional<Rational>> fractions;
    private final boolean exactOnly;
    private final Map<Item, Right> right = new HashMap<>();
    private final Map<Integer, List<Item>> byNode = new HashMap<>();
    private final Map<Item, Optional<Rational>> fraction = new HashMap<>();
    private final BitSet answered = new BitSet();
    private final Set<Item> formulas;
    private final Flow flow;
    private final Nearest nearest;

    /**
     * @param fractions for each item the exact value as a fraction, where there is one
     * @param judged the numbers whose formulas were judged already, with whether they are right
     */
    Judged(
            Web web,
            List<Item> items,
            List<Optional<Rational>> fractions,
            Map<Item, Boolean> judged,
            boolean exactOnly) {
        this.web = web;
        this.items = items;
        this.fractions = fractions;
        this.exactOnly = exactOnly;
        this.formulas = judged.keySet();
        for (int k = 0; k < items.size(); k++) {
            Item item = items.get(k);
            byNode.computeIfAbsent(item.node(), node -> new ArrayList<>()).add(item);
            fraction.put(item, fractions.get(k));
            answered.set(web.position(item.node()));
        }
        judged.forEach((item, isRight) -> {
            if (isRight) {
                right.put(item, Right.EXACTLY);
            }
        });
        this.nearest = new Nearest(web, byNode);
        BitSet all = new BitSet();
        all.set(0, web.order().size());
        this.flow = new Flow(web, Flow.Fork.BOTH, Optional.empty());
        flow.run(all, answered, answered, this::judge);
    }

    private List<Interval> judge(int node, List<Interval> computed) {
        for (Item item : byNode.get(node)) {
            if (!formulas.contains(item)) {
                judge(item, computed).ifPresent(how -> right.put(item, how));
            }
        }
        return put(node, computed, false, Map.of());
    }

    private Optional<Right> judge(Item item, List<Interval> computed) {
        if (item.stated().isOf(web.exact(item), fraction.get(item))) {
            return Optional.of(Right.EXACTLY);
        }
        boolean reached = !exactOnly
                && (isReached(item, computed)
                        || nearest.isAsCoarse(item, right::containsKey) && isReachedBluntly(item, computed));
        return reached ? Optional.of(Right.REACHED) : Optional.empty();
    }

    private boolean isReached(Item item, List<Interval> computed) {
        boolean touched = computed != web.exact(item.node());
        Interval image = computed.get(item.element());
        return touched && isReached(item, image) || isReachedRounding(item, image);
    }

    /** Whether a number of few digits is reached once it stands for all that rounds to it. */
    private boolean isReachedBluntly(Item item, List<Interval> computed) {
        Item wide = item.widened();
        return wide.stated().isOf(web.exact(item), fraction.get(item)) || isReached(wide, computed);
    }

    /** Whether it is right once what was not asked for on the way is rounded too. */
    private boolean isReachedRounding(Item item, Interval image) {
        return isBounded(image) && new Unasked(web, flow, byNode, right::containsKey).mayReach(item, image);
    }

    /** Where intervals grow beyond all bounds, the student's numbers are taken as they stand. */
    private boolean isReached(Item item, Interval image) {
        return isBounded(image) ? item.stated().meets(image) : item.stated().meets(atPoints(item));
    }

    static boolean isBounded(Interval image) {
        return Double.isFinite(image.lo()) && Double.isFinite(image.hi());
    }

    private Interval atPoints(Item item) {
        BitSet within = within(item.node());
        Flow points = new Flow(web, Flow.Fork.OWN, Optional.empty());
        points.run(
                within,
                answered,
                answered,
                (node, computed) -> node == item.node() ? computed : put(node, computed, true, Map.of()));
        Interval image = points.computed(item.node()).get(item.element());
        return isBounded(image) ? image : Interval.point(Double.MAX_VALUE);
    }

    /** The positions of a node and all before it. */
    BitSet within(int node) {
        BitSet within = (BitSet) web.ancestors(node).clone();
        within.set(web.position(node));
        return within;
    }

    /**
     * What is read at a node: the answers that are right, and those that are set.
     *
     * @param points whether a number is taken as it stands, rather than as all it may stand for
     * @param set what else is read as written
     */
    List<Interval> put(int node, List<Interval> computed, boolean points, Map<Item, Interval> set) {
        List<Interval> put = new ArrayList<>(computed);
        Set<Integer> done = new HashSet<>();
        for (Item item : byNode.getOrDefault(node, List.of())) {
            Interval given = set.get(item);
            if (given != null) {
                put.set(item.element(), given);
                done.add(item.element());
            } else if (right.containsKey(item) && !set.keySet().stream().anyMatch(other -> isSamePlace(other, item))) {
                Interval value = points ? item.stated().point() : read(item);
                put.set(
                        item.element(),
                        done.add(item.element())
                                ? value
                                : put.get(item.element()).hull(value));
            }
        }
        return put;
    }

    private static boolean isSamePlace(Item one, Item other) {
        return one.node() == other.node() && one.element() == other.element();
    }

    /** A right answer, and the exact value where its digits leave that out: the student may have kept more digits than were written. */
    private Interval read(Item item) {
        double exact = web.exact(item);
        boolean reached = right.get(item) == Right.REACHED;
        Interval values = (reached ? item.stated().widened() : item.stated()).read(exact);
        return reached && Double.isFinite(exact) ? values.hull(Interval.point(exact)) : values;
    }

    /**
     * Whether a number that is not right would follow from the right ones if it had more digits: it is what follows, rounded
     * further than those are.
     */
    boolean isBluntOnly(Item item) {
        return mayBeBlunt(item)
                && nearest.isAny(item, right::containsKey)
                && isReachedBluntly(item, flow.computed(item.node()));
    }

    /** Whether nothing but the count of its digits may be wrong with a number. */
    boolean mayBeBlunt(Item item) {
        return !exactOnly && item.stated().isBlunt();
    }

    /** A wrong number as what others may follow from, or as one that follows: of few digits it stands for all that rounds to it. */
    Item carried(Item item) {
        return !exactOnly && nearest.isAsCoarse(item, one -> true) ? item.widened() : item;
    }

    Optional<Right> right(Item item) {
        return Optional.ofNullable(right.get(item));
    }

    boolean isRight(Item item) {
        return right.containsKey(item);
    }

    Web web() {
        return web;
    }

    List<Item> items() {
        return items;
    }

    /** Whether rounding on the way may lead from what a flow reads to a number; never where only exact values count. */
    boolean mayReach(Item item, Interval image, Flow from, List<Item> set) {
        Predicate<Item> stands = one -> right.containsKey(one) || set.contains(one);
        return !exactOnly && isBounded(image) && new Unasked(web, from, byNode, stands).mayReach(item, image);
    }

    List<Item> at(int node) {
        return byNode.getOrDefault(node, List.of());
    }

    /** The positions where answers stand. */
    BitSet answered() {
        return answered;
    }

    /** What all right answers together give. */
    Flow flow() {
        return flow;
    }
}
