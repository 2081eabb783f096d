package chainstep.homework.mark;

import chainstep.graph.Role;
import chainstep.math.Interval;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which wrong numbers follow from which others: those computed from some of the student's wrong answers as written, everything else
 * being right.
 *
 * <p>Few wrong answers are tried before many, near ones before far ones. One thread.
 */
final class Carried {
    /** Up to so many wrong answers all mixtures are tried. */
    private static final int ALL_MIXTURES = 8;

    /**
     * What a wrong number follows from.
     *
     * @param from the wrong answers used, by the number of their question
     * @param trivial whether they leave nothing to be worked out
     */
    record Source(List<Integer> from, boolean trivial) {}

    private record Tried(int node, List<Item> set, Flow.Fork fork) {}

    private static final Rational TWO = Rational.of(2);

    private final Judged judged;
    private final Web web;
    private final List<Item> wrong;
    private final Flow widest;
    private final Map<Item, Item> wide = new HashMap<>();
    private final Map<Tried, Flow> tried = new HashMap<>();

    Carried(Judged judged) {
        this.judged = judged;
        this.web = judged.web();
        this.wrong = judged.items().stream()
                .filter(item -> !judged.isRight(item) && item.stated().isFinite())
                .toList();
        BitSet all = new BitSet();
        all.set(0, web.order().size());
        this.widest = new Flow(web, Flow.Fork.BOTH, Optional.empty());
        if (wrong.size() > 1) {
            widest.run(all, judged.answered(), judged.answered(), this::either);
        }
    }

    /** A wrong number as written or as it should follow: everything that any mixture can give. */
    private List<Interval> either(int node, List<Interval> computed) {
        List<Interval> put = new ArrayList<>(judged.put(node, computed, false, Map.of()));
        for (Item item : judged.at(node)) {
            if (!judged.isRight(item) && item.stated().isFinite()) {
                put.set(item.element(), put.get(item.element()).hull(values(item)));
            }
        }
        return put;
    }

    private Interval values(Item item) {
        return wide.computeIfAbsent(item, judged::carried).stated().values();
    }

    /** What a wrong number follows from, if from anything. */
    Optional<Source> source(Item item) {
        return sourceOf(judged.carried(item));
    }

    /** Whether a number that follows from nothing would, if it had more digits. */
    boolean isBluntOnly(Item item) {
        return judged.isBluntOnly(item)
                || judged.mayBeBlunt(item) && sourceOf(item.widened()).isPresent();
    }

    private Optional<Source> sourceOf(Item item) {
        BitSet before = web.ancestors(item.node());
        List<Item> ahead = wrong.stream()
                .filter(other -> before.get(web.position(other.node())))
                .sorted(Comparator.comparing(other -> -web.position(other.node())))
                .toList();
        if (ahead.isEmpty() || !mayFollow(item)) {
            return Optional.empty();
        }
        Map<Integer, List<Item>> questions = ahead.stream()
                .collect(Collectors.groupingBy(Item::question, java.util.LinkedHashMap::new, Collectors.toList()));
        Optional<Source> whole = first(item, List.copyOf(questions.values()));
        boolean parts = whole.isEmpty() && questions.size() < ahead.size();
        return parts ? first(item, ahead.stream().map(List::of).toList()) : whole;
    }

    private boolean mayFollow(Item item) {
        Interval image = widest.computed(item.node()).get(item.element());
        return !Judged.isBounded(image) || item.stated().meets(image) || judged.mayReach(item, image, widest, wrong);
    }

    private Optional<Source> first(Item item, List<List<Item>> units) {
        return Mixtures.of(units.size(), ALL_MIXTURES)
                .map(mixture ->
                        mixture.stream().map(units::get).flatMap(List::stream).toList())
                .filter(set -> follows(item, set))
                .findFirst()
                .map(set -> new Source(
                        set.stream().map(Item::question).distinct().sorted().toList(), isTrivial(item, set)));
    }

    private boolean follows(Item item, List<Item> set) {
        Flow own = flow(item.node(), set, Flow.Fork.OWN);
        return follows(item, own, set) || own.isForked() && follows(item, flow(item.node(), set, Flow.Fork.OTHER), set);
    }

    private boolean follows(Item item, Flow flow, List<Item> set) {
        Interval image = flow.computed(item.node()).get(item.element());
        Interval without = judged.flow().computed(item.node()).get(item.element());
        return !image.equals(without)
                && (item.stated().meets(Judged.isBounded(image) ? image : atPoints(item, set, Rational.ONE))
                        || judged.mayReach(item, image, flow, set));
    }

    private Flow flow(int node, List<Item> set, Flow.Fork fork) {
        return tried.computeIfAbsent(new Tried(node, set, fork), key -> {
            Map<Item, Interval> written = new HashMap<>();
            set.forEach(item -> written.put(item, values(item)));
            return flow(node, written, fork, false);
        });
    }

    private Flow flow(int node, Map<Item, Interval> set, Flow.Fork fork, boolean points) {
        BitSet begins = points ? judged.answered() : new BitSet();
        set.keySet().forEach(item -> begins.set(web.position(item.node())));
        Flow flow = new Flow(web, fork, points ? Optional.empty() : Optional.of(judged.flow()));
        return flow.run(
                judged.within(node),
                judged.answered(),
                begins,
                (at, computed) -> at == node ? computed : judged.put(at, computed, points, set));
    }

    /** The number that follows from the numbers as they stand, the wrong ones multiplied by something. */
    private Interval atPoints(Item item, List<Item> set, Rational factor) {
        Map<Item, Interval> written = new HashMap<>();
        set.forEach(one -> written.put(one, Interval.of(one.stated().written().multiply(factor))));
        return flow(item.node(), written, Flow.Fork.OWN, true)
                .computed(item.node())
                .get(item.element());
    }

    /**
     * Whether nothing is left to be worked out: after a 0, or a 1 as in h(1 − h), the number comes out 0, though the exact one is not; a parameter is not
     * changed, though it should be; a 0 takes a term out of a sum; or a 1 stands where a factor should. A 0 that itself is what comes
     * of numbers that are none, as behind a relu, is one like others.
     */
    private boolean isTrivial(Item item, List<Item> set) {
        double exact = web.exact(item);
        double once = atPoints(item, set, Rational.ONE).middle();
        boolean bare = set.stream().anyMatch(one -> isIdle(one) || isOne(one));
        if (once != exact && (once == 0 && bare || isUnchanged(item, once))) {
            return true;
        }
        if (set.stream().anyMatch(one -> isIdle(one) && isFactorOfTerm(item, set, one))) {
            return true;
        }
        return set.stream().anyMatch(one -> isOne(one) && (isFactor(item, set, one) || isOnlyFactor(item, one)));
    }

    /** Whether a 1 is but multiplied by what was written after it: a copy of that line is no work, however that line came about. */
    private boolean isOnlyFactor(Item item, Item one) {
        BitSet before = web.ancestors(item.node());
        List<Item> ahead = wrong.stream()
                .filter(other -> before.get(web.position(other.node())))
                .toList();
        return follows(item, ahead) && isFactor(item, ahead, one);
    }

    private boolean isUnchanged(Item item, double updated) {
        return web.program().node(item.node()).role() instanceof Role.Update update
                && update.param() >= 0
                && web.trace().get(update.param(), item.element()) == updated;
    }

    private static boolean isOne(Item item) {
        return item.stated().written().abs().equals(Rational.ONE);
    }

    /** Whether it is a 0 that follows from nothing, or from such a one. */
    private boolean isIdle(Item item) {
        return isZero(item) && source(item).map(Source::trivial).orElse(true);
    }

    private static boolean isZero(Item item) {
        return item.stated().written().signum() == 0;
    }

    private boolean isFactor(Item item, List<Item> set, Item one) {
        double once = atPoints(item, set, Rational.ONE).middle();
        double twice = with(item, set, one, one.stated().written().multiply(TWO));
        return Math.abs(twice - 2 * once) <= 1e-12 * Math.abs(twice);
    }

    /** Whether a 0 is multiplied by something and then added: a summand by itself leaves the work as it was. */
    private boolean isFactorOfTerm(Item item, List<Item> set, Item zero) {
        double none = atPoints(item, set, Rational.ONE).middle();
        double once = with(item, set, zero, Rational.ONE) - none;
        double twice = with(item, set, zero, TWO) - none;
        boolean linear = Math.abs(twice - 2 * once) <= 1e-9 * Math.abs(twice);
        return linear && once != 0 && Math.abs(Math.abs(once) - 1) > 1e-9;
    }

    /** The number that follows from the wrong ones as they stand, one of them replaced. */
    private double with(Item item, List<Item> set, Item one, Rational value) {
        Map<Item, Interval> put = new HashMap<>();
        set.forEach(other -> put.put(
                other, other == one ? Interval.of(value) : other.stated().point()));
        return flow(item.node(), put, Flow.Fork.OWN, true)
                .computed(item.node())
                .get(item.element())
                .middle();
    }
}
