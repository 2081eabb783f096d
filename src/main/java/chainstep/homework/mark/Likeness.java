package chainstep.homework.mark;

import chainstep.homework.Place;
import chainstep.math.Interval;
import chainstep.math.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether two values of a program are equal as functions of some numbers in it: they are compared at random short decimals, in
 * intervals, so that what differs surely differs.
 *
 * <p>Points where either value is not bounded (a pole, an overflow, an undecided kink) do not count. Two formulas that agree at all of
 * {@link #ENOUGH} points are taken for equal; that they agree there by accident is not excluded, only not to be expected (Schwartz
 * and Zippel).
 */
final class Likeness {
    private static final int ENOUGH = 8;
    private static final int MOST = 40;
    private static final double NOISE = 1e-9;

    /** A point where the first value is so far, relatively, from where nothing is set tells nothing of that. */
    private static final double FAR = 0.25;

    private static final double TINY = 1e-14;

    /** What the comparison came to. */
    enum Sort {
        EQUAL,
        DIFFERENT,
        /** Too few points where both have a value. */
        UNKNOWN
    }

    /**
     * @param point where they differ, far from the given numbers where one can be found; empty where they do not
     * @param first what the first value is there
     * @param second what the second is
     */
    record Result(Sort sort, Map<Place, Rational> point, double first, double second) {}

    private final Trial trial;
    private final int first;
    private final int second;
    private final double slack;

    /** @param slack how far the second may be off, relatively, by rounded numbers in it */
    Likeness(Trial trial, int first, int second, double slack) {
        this.trial = trial;
        this.first = first;
        this.second = second;
        this.slack = slack;
    }

    /** Whether they are equal where nothing is set. */
    boolean isEqualAsGiven() {
        List<Interval> one = trial.given(first);
        List<Interval> other = trial.given(second);
        for (int k = 0; k < one.size(); k++) {
            if (isApart(one.get(k), other.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** Compares them as functions of some places, with some nodes held. */
    Result as(List<Place> variables, BitSet held, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int usable = 0;
        List<Result> found = new ArrayList<>();
        for (int round = 0; round < MOST && usable < ENOUGH; round++) {
            Map<Place, Rational> point = point(variables, chance, round % 2 == 0);
            Map<Place, Interval> set = new LinkedHashMap<>();
            point.forEach((place, number) -> set.put(place, Interval.of(number)));
            Map<Integer, List<Interval>> values = trial.at(set, held);
            List<Interval> one = Optional.ofNullable(values.get(first)).orElseGet(() -> trial.given(first));
            List<Interval> other = Optional.ofNullable(values.get(second)).orElseGet(() -> trial.given(second));
            if (isUsable(one) && isUsable(other)) {
                usable++;
                found.addAll(differing(point, one, other));
            }
            if (found.stream().anyMatch(result -> away(result.first()) >= FAR)) {
                break;
            }
        }
        Sort sort = usable < ENOUGH ? Sort.UNKNOWN : Sort.EQUAL;
        return found.stream()
                .max(Comparator.comparingDouble(result -> away(result.first())))
                .orElseGet(() -> new Result(sort, Map.of(), 0, 0));
    }

    private List<Result> differing(Map<Place, Rational> point, List<Interval> one, List<Interval> other) {
        return IntStream.range(0, one.size())
                .filter(k -> isApart(one.get(k), other.get(k)))
                .mapToObj(k -> new Result(
                        Sort.DIFFERENT, point, one.get(k).middle(), other.get(k).middle()))
                .toList();
    }

    /** How far a number lies from every one that the first value has where nothing is set, relatively. */
    private double away(double number) {
        return trial.given(first).stream()
                .mapToDouble(Interval::middle)
                .map(exact -> Math.abs(number - exact) / Math.max(Math.abs(exact), Double.MIN_NORMAL))
                .min()
                .orElse(0);
    }

    /** Near the given numbers, which surely have a value, or anywhere. */
    private Map<Place, Rational> point(List<Place> variables, SplittableRandom chance, boolean near) {
        Map<Place, Rational> point = new LinkedHashMap<>();
        for (Place place : variables) {
            double given = trial.given(place.node()).get(place.element()).middle();
            double drawn = near && given != 0 && Double.isFinite(given)
                    ? given * (0.5 + chance.nextDouble())
                    : 4 * chance.nextDouble() - 2;
            point.put(place, Rational.of(new BigDecimal(drawn).round(new MathContext(3, RoundingMode.HALF_EVEN))));
        }
        return point;
    }

    private static boolean isUsable(List<Interval> values) {
        return values.stream().allMatch(Judged::isBounded);
    }

    private boolean isApart(Interval one, Interval other) {
        double size = Math.max(Math.abs(one.middle()), Math.abs(other.middle()));
        double allowed = TINY + NOISE * size + slack * Math.abs(other.middle());
        return one.lo() - other.hi() > allowed || other.lo() - one.hi() > allowed;
    }
}
