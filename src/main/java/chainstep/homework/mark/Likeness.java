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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * @param point what the named values are where they differ, far from the given numbers where such a point can be found; empty
     *     where they do not
     * @param first what the first value is there
     * @param second what the second is
     */
    record Result(Sort sort, Map<Place, Double> point, double first, double second) {}

    private final Trial trial;
    private final int first;
    private final int second;
    private final double slack;
    private final Distributions distributions;
    private final Set<Place> named;

    /**
     * @param slack how far the second may be off, relatively, by rounded numbers in it
     * @param named the numbers that the formula names
     */
    Likeness(Trial trial, int first, int second, double slack, Distributions distributions, Set<Place> named) {
        this.trial = trial;
        this.distributions = distributions;
        this.named = named;
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
                found.addAll(differing(named(point, values), one, other));
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

    /** What the named values are at a point. */
    private Map<Place, Double> named(Map<Place, Rational> point, Map<Integer, List<Interval>> values) {
        Map<Place, Double> numbers = new HashMap<>();
        for (Place place : named) {
            List<Interval> computed =
                    Optional.ofNullable(values.get(place.node())).orElseGet(() -> trial.given(place.node()));
            double number = computed.get(place.element()).middle();
            numbers.put(
                    place,
                    Optional.ofNullable(point.get(place))
                            .map(Rational::doubleValue)
                            .orElse(number));
        }
        return numbers;
    }

    private List<Result> differing(Map<Place, Double> point, List<Interval> one, List<Interval> other) {
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

    /** Near the given numbers, which surely have a value, or anywhere; what sums to one does so there too. */
    private Map<Place, Rational> point(List<Place> variables, SplittableRandom chance, boolean near) {
        Map<Place, Rational> point = new LinkedHashMap<>();
        for (Place place : variables) {
            if (point.containsKey(place)) {
                continue;
            } else if (distributions.isShare(place)) {
                point.putAll(distributions.draw(place, named, chance));
                continue;
            }
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
