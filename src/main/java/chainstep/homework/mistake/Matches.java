package chainstep.homework.mistake;

import chainstep.homework.Finding;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.math.Digits;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The alternatives that yield what was written, gathered by what they yield. Mutable; one answer's. */
final class Matches {
    private static final double SAME = 1e-9;

    /** What rounding leaves of a number that is 0. */
    private static final double NOTHING = 1e-12;

    /** How far around a number candidates are counted, in units of the natural logarithm. */
    private static final double AROUND = 1;

    /** The same for candidates that crowd together. */
    private static final double NEAR = 0.1;

    /** So many units of its last digit a number is moved by rounding on the way. */
    private static final int FEW_UNITS = 5;

    /** What rounding costs there, ahead of an index mixed up. */
    private static final int NEARBY = 4;

    /** How many names one finding has at most. */
    private static final int MOST_NAMES = 8;

    private static final String ROUNDED = new RoundedEarly().code();

    /** @param gone which of the written numbers it makes 0; told only where a 0 was written */
    private record Candidate(double value, int cost, BitSet gone) {}

    private record Match(Alternative alternative, Yielded yielded, boolean whole, boolean gainsaid) {
        Tensor value() {
            return yielded.value();
        }
    }

    private final Worked worked;
    private final Ground ground;
    private final int question;
    private final Tensor exact;
    private final List<Optional<Digits>> numbers;
    private final Map<Place, Digits> before;
    private final List<Match> matches = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final BitSet wrong = new BitSet();
    private final int key;

    /**
     * @param exact what is right, in the shape of what was written; of that shape NaN, where it is another than is asked
     * @param before every number that was written elsewhere
     */
    Matches(
            Worked worked,
            Ground ground,
            int question,
            Tensor exact,
            List<Optional<Digits>> numbers,
            Map<Place, Digits> before) {
        this.worked = worked;
        this.ground = ground;
        this.question = question;
        this.exact = exact;
        this.numbers = List.copyOf(numbers);
        this.before = Map.copyOf(before);
        IntStream.range(0, this.numbers.size())
                .filter(k -> this.numbers.get(k).isPresent()
                        && !covers(this.numbers.get(k).get(), exact.get(k)))
                .forEach(wrong::set);
        this.key = key();
    }

    /** The wrong number written to most digits, by which candidates are counted; −1 where none is wrong. */
    private int key() {
        int best = -1;
        for (int k = 0; k < numbers.size(); k++) {
            if (isWrong(k) && (best < 0 || significant(k) > significant(best))) {
                best = k;
            }
        }
        return best;
    }

    private boolean isWrong(int k) {
        return wrong.get(k);
    }

    /** Whether a number rounds to what was written; only nothing does to a plain 0, which says that something is not there at all. */
    private static boolean covers(Digits written, double number) {
        return isNothing(written) ? Math.abs(number) <= NOTHING : written.covers(number);
    }

    private static boolean isNothing(Digits written) {
        return written.value().signum() == 0 && written.exact();
    }

    private int significant(int k) {
        return numbers.get(k).orElseThrow().significant();
    }

    void add(Alternatives alternatives) {
        if (key < 0) {
            return;
        }
        List<Yielded> values = alternatives.values().from(before);
        boolean zero = numbers.get(key).orElseThrow().value().signum() == 0;
        for (int k = 0; k < values.size(); k++) {
            Alternative alternative = alternatives.all().get(k);
            double one = values.get(k).value().get(key);
            if (Double.isFinite(one)) {
                BitSet gone = zero ? gone(values.get(k).value()) : new BitSet();
                candidates.add(new Candidate(one, alternative.cost(), gone));
                match(alternative, values.get(k));
            }
        }
    }

    private void match(Alternative alternative, Yielded yielded) {
        boolean whole = true;
        boolean meets = false;
        for (int k = 0; k < numbers.size(); k++) {
            Optional<Digits> written = numbers.get(k);
            if (written.isPresent() && !covers(written.get(), yielded, k)) {
                whole = false;
                if (isWrong(k)) {
                    return;
                }
            } else if (isWrong(k)) {
                meets = true;
            }
        }
        boolean onlyZeros = numbers.get(key).orElseThrow().value().signum() == 0;
        if (meets && (whole || !onlyZeros)) {
            matches.add(new Match(alternative, yielded, whole, isGainsaid(alternative)));
        }
    }

    private boolean isGainsaid(Alternative alternative) {
        return Writing.isGainsaid(worked, ground, alternative, before);
    }

    /**
     * Whether a number rounds to what was written, worked from any numbers that round to what was written before; is it, but for
     * the rounding of float64, where that is a fraction. Where those may give the right number as well, nothing is shown to be wrong.
     */
    private boolean covers(Digits written, Yielded yielded, int element) {
        double number = yielded.value().get(element);
        double value = written.nearest();
        double reach = yielded.reach().get(element);
        if (reach > 0 && Math.abs(number - exact.get(element)) <= reach && !covers(written, exact.get(element))) {
            return false;
        }
        return covers(written, number)
                || reach > 0 && !isNothing(written) && Math.abs(number - value) <= yielded.width(element, written) / 2
                || written.isQuotient() && Math.abs(number - value) <= SAME * Math.abs(value);
    }

    List<Finding> findings() {
        matches.sort(Comparator.comparing(Match::gainsaid)
                .thenComparing(match -> !match.whole())
                .thenComparingInt(this::order));
        List<List<Match>> groups = new ArrayList<>();
        for (Match match : matches) {
            groups.stream()
                    .filter(group -> same(group.get(0).value(), match.value()))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(match);
        }
        if (groups.isEmpty()) {
            return List.of();
        }
        Telling telling = new Telling(worked, ground, question, numbers, key);
        List<Finding> findings = new ArrayList<>();
        groups.forEach(group -> join(findings, finding(group, telling)));
        return List.copyOf(findings);
    }

    /** How far a match is from the simplest: beside the right number rounding is as simple as any other slip. */
    private int order(Match match) {
        Alternative alternative = match.alternative();
        return alternative.mistake().isNearby() && isNearby()
                ? alternative.cost() - 4 * alternative.mistake().rarity() + NEARBY
                : alternative.cost();
    }

    /** Whether what was written is but some units of its last digit beside the right number. */
    private boolean isNearby() {
        Digits written = numbers.get(key).orElseThrow();
        double off = Math.abs(written.value().doubleValue() - exact.get(key));
        return off <= FEW_UNITS * written.unit().doubleValue();
    }

    /** Adds a finding, or its names to one that says the same: a slip may be met from exact numbers and from the student's own. */
    private static void join(List<Finding> findings, Finding next) {
        for (int k = 0; k < findings.size(); k++) {
            Finding known = findings.get(k);
            if (isSame(known.slips().get(0), next.slips().get(0))) {
                Map<String, Finding.Slip> slips = new LinkedHashMap<>();
                known.slips().forEach(slip -> slips.put(slip.code(), slip));
                next.slips().forEach(slip -> slips.putIfAbsent(slip.code(), slip));
                List<Finding.Slip> most =
                        slips.values().stream().limit(MOST_NAMES).toList();
                findings.set(
                        k,
                        new Finding(
                                most,
                                known.values(),
                                known.gainsaid() && next.gainsaid(),
                                Math.min(known.chance(), next.chance())));
                return;
            }
        }
        findings.add(next);
    }

    /** Whether two slips are told in the same words; of rounding it matters little which number was rounded first. */
    private static boolean isSame(Finding.Slip one, Finding.Slip other) {
        return one.equals(other)
                || one.code().equals(other.code()) && one.code().equals(ROUNDED);
    }

    /** Whether a value has these numbers. */
    static boolean same(Tensor value, List<Double> numbers) {
        return value.size() == numbers.size()
                && IntStream.range(0, value.size()).allMatch(k -> same(value.get(k), numbers.get(k)));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Whether two values are the same wherever a number was written. */
    private boolean same(Tensor one, Tensor other) {
        for (int k = 0; k < one.size(); k++) {
            if (numbers.get(k).isPresent() && !same(one.get(k), other.get(k))) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(List<Match> group, Telling telling) {
        Set<String> codes = new HashSet<>();
        List<Finding.Slip> slips = new ArrayList<>();
        for (Match match : group) {
            if (slips.size() < MOST_NAMES
                    && codes.add(match.alternative().mistake().code())) {
                slips.add(telling.slip(match.alternative()));
            }
        }
        List<Double> values = new ArrayList<>();
        for (double value : group.get(0).value().toArray()) {
            values.add(value);
        }
        return new Finding(slips, values, group.get(0).gainsaid(), chance(group.get(0)));
    }

    /**
     * How probable it is that a wrong number meets a candidate as simple as this one by accident: such candidates of its sign for
     * each unit of the logarithm around it, times the width of what was written and of what it was worked from; 1 where there are too few digits to tell.
     */
    private double chance(Match match) {
        int cost = match.alternative().cost();
        Digits written = numbers.get(key).orElseThrow();
        if (written.value().signum() == 0) {
            return chanceOfZeros(match);
        } else if (Diagnosis.isTooShort(written)) {
            return 1;
        }
        double number = written.value().doubleValue();
        Set<Double> around = new HashSet<>();
        Set<Double> near = new HashSet<>();
        for (Candidate candidate : candidates) {
            double away = StrictMath.log(candidate.value() / number);
            if (candidate.cost() <= cost && Math.abs(away) <= AROUND) {
                around.add(Math.rint(away / SAME));
            }
            if (candidate.cost() <= cost && Math.abs(away) <= NEAR) {
                near.add(Math.rint(away / SAME));
            }
        }
        double density = Math.max(around.size() / (2 * AROUND), (near.size() - 1) / (2 * NEAR));
        return Math.min(1, density * match.yielded().room(key, written) / Math.abs(number) * others(match.yielded()));
    }

    /**
     * The same where all that is wrong is that some numbers are 0: of all choices of them, those that candidates as simple make. A
     * 0 with no other number beside it says nothing.
     */
    private double chanceOfZeros(Match match) {
        boolean alone = numbers.stream().flatMap(Optional::stream).allMatch(Diagnosis::isTooShort);
        if (alone) {
            return 1;
        }
        int cost = match.alternative().cost();
        Set<BitSet> choices = candidates.stream()
                .filter(candidate ->
                        candidate.cost() <= cost && !candidate.gone().isEmpty())
                .map(Candidate::gone)
                .collect(Collectors.toSet());
        int places = places(exact).cardinality();
        return Math.min(1, choices.size() / StrictMath.pow(2, places));
    }

    /** Which of the written numbers, none of them 0 by right, a value makes 0. */
    private BitSet gone(Tensor value) {
        BitSet gone = places(exact);
        gone.andNot(places(value));
        return gone;
    }

    /** Where a number was written and a value is not 0. */
    private BitSet places(Tensor value) {
        BitSet found = new BitSet();
        IntStream.range(0, numbers.size())
                .filter(k -> numbers.get(k).isPresent() && Math.abs(value.get(k)) > NOTHING)
                .forEach(found::set);
        return found;
    }

    /** How narrow the other wrong numbers of the answer are. */
    private double others(Yielded yielded) {
        double width = 1;
        for (int k = 0; k < numbers.size(); k++) {
            Optional<Digits> one = numbers.get(k);
            if (k != key && one.isPresent() && one.get().value().signum() != 0 && isWrong(k)) {
                double unit = yielded.room(k, one.get());
                width *= Math.min(
                        1, Math.max(unit, 1e-6) / Math.abs(one.get().value().doubleValue()));
            }
        }
        return width;
    }
}
