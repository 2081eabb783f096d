package chainstep.homework.mistake;

import chainstep.homework.Answer;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Place;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.math.Digits;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.Trace;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What may have gone wrong in a wrong answer: the known mistakes that yield the student's number, to their digits.
 *
 * <p>Mistakes that yield one number are one finding. Prepared once for an assignment and shared by all its sheets; safe for several
 * threads.
 */
public final class Diagnosis {
    /** Fewer significant digits tell nothing. */
    public static final int FEWEST_DIGITS = 3;

    private static final int COMMON = 1;

    /** How many sets of answered numbers are kept prepared; of them each sheet of a class has few. */
    private static final int KEPT = 64;

    /** How many answers are remembered: many students slip alike. */
    private static final int MOST_TOLD = 2000;

    private record Key(int question, Answered answered) {}

    /** All that the findings depend on. */
    private record Posed(int question, List<Optional<Digits>> numbers, Map<Place, Digits> before) {}

    private final Worked worked;
    private final List<Mistake> mistakes;
    private final Map<Integer, Ground> grounds = new ConcurrentHashMap<>();
    private final Map<Integer, Alternatives> exact = new ConcurrentHashMap<>();
    private final Map<Key, Alternatives> prepared = new Recent<>(KEPT);
    private final Map<Posed, List<Finding>> told = new Recent<>(MOST_TOLD);

    public Diagnosis(Worked worked) {
        this(worked, Mistakes.ALL);
    }

    Diagnosis(Worked worked, List<Mistake> mistakes) {
        this.worked = worked;
        this.mistakes = List.copyOf(mistakes);
    }

    /** A diagnosis that knows only the commonest mistakes. */
    public static Diagnosis ofCommon(Worked worked) {
        return new Diagnosis(
                worked,
                Mistakes.ALL.stream()
                        .filter(mistake -> mistake.rarity() <= COMMON)
                        .toList());
    }

    /**
     * The mistakes that yield what was written, simplest first; empty where none does, which accuses nobody.
     *
     * @param question by its number from 0
     * @param numbers of the answer, row-major; empty where a place was left blank
     * @param earlier every number that was written for other questions, at its place
     */
    public List<Finding> of(int question, List<Optional<Digits>> numbers, Map<Place, Digits> earlier) {
        Answered answered = Answered.before(ground(question), worked.places(question), earlier);
        Posed posed = new Posed(question, List.copyOf(numbers), answered.of(earlier));
        return remembered(told, posed, () -> findings(posed, answered));
    }

    private List<Finding> findings(Posed posed, Answered answered) {
        int question = posed.question();
        Matches matches = new Matches(
                worked, ground(question), question, worked.exact(question), posed.numbers(), posed.before());
        matches.add(alternatives(question));
        if (!answered.isEmpty()) {
            matches.add(prepared(new Key(question, answered)));
        }
        return matches.findings();
    }

    /**
     * The mistakes that yield an answer of another shape than is asked, simplest first.
     *
     * @param question by its number from 0
     * @param earlier as for {@link #of}
     */
    public List<Finding> of(int question, Answer.Misshapen answer, Map<Place, Digits> earlier) {
        Optional<Shape> shape = Optional.of(answer.shape());
        Tensor nothing = Tensor.full(answer.shape(), Double.NaN);
        Matches matches = new Matches(worked, ground(question), question, nothing, answer.numbers(), earlier);
        matches.add(misfits(question, Answered.NOTHING, shape));
        Answered answered = Answered.before(ground(question), worked.places(question), earlier);
        if (!answered.isEmpty()) {
            matches.add(misfits(question, answered, shape));
        }
        return matches.findings();
    }

    /** All that gives an answer in another shape. */
    private Alternatives misfits(int question, Answered answered, Optional<Shape> shape) {
        List<Mistake> all = new ArrayList<>(mistakes);
        all.add(new Unsummed());
        return Writing.of(worked, ground(question), answered, all, shape);
    }

    /**
     * The answer worked with the simplest mistake of a finding, from exact numbers where that yields what was written, else from the
     * student's own; empty where the finding is none of this diagnosis.
     *
     * @param earlier as for {@link #of}
     */
    public Optional<Retraced> retrace(int question, Finding finding, Map<Place, Digits> earlier) {
        return retrace(question, Optional.empty(), finding, earlier);
    }

    /**
     * The same of an answer that may be in another shape.
     *
     * @param misfit that shape
     */
    public Optional<Retraced> retrace(
            int question, Optional<Shape> misfit, Finding finding, Map<Place, Digits> earlier) {
        Ground ground = ground(question);
        Alternatives exactly = misfit.isEmpty() ? alternatives(question) : misfits(question, Answered.NOTHING, misfit);
        Optional<Alternative> plain = made(exactly, finding, Map.of());
        if (plain.isPresent()) {
            return plain.map(one -> Writing.retraced(worked, ground, one, worked.trace(), misfit));
        }
        Answered answered = Answered.before(ground, worked.places(question), earlier);
        Alternatives own =
                misfit.isEmpty() ? prepared(new Key(question, answered)) : misfits(question, answered, misfit);
        return made(own, finding, earlier)
                .map(one -> Writing.retraced(
                        worked, ground, one, Writing.theirs(worked, ground, answered, earlier), misfit));
    }

    /** The alternative that a finding tells of first. */
    private static Optional<Alternative> made(Alternatives all, Finding finding, Map<Place, Digits> earlier) {
        Finding.Slip slip = finding.slips().get(0);
        List<Yielded> yielded = all.values().from(earlier);
        return IntStream.range(0, yielded.size())
                .filter(k -> Matches.same(yielded.get(k).value(), finding.values()))
                .mapToObj(all.all()::get)
                .filter(one -> one.mistake().code().equals(slip.code())
                        && one.nearest().site() == slip.node())
                .findFirst();
    }

    private Alternatives alternatives(int question) {
        return exact.computeIfAbsent(question, key -> alternatives(key, Answered.NOTHING));
    }

    /** Whether a number has too few digits to tell which mistake it comes from; a fraction has none missing. */
    public static boolean isTooShort(Digits number) {
        return !number.isQuotient() && number.significant() < FEWEST_DIGITS;
    }

    /**
     * Whether wrong numbers have too few digits to tell where they come from; where only zeros are wrong, which have none, numbers
     * beside them may.
     */
    public static boolean areTooShort(List<Digits> wrong, List<Digits> all) {
        boolean zeros = wrong.stream().allMatch(number -> number.value().signum() == 0);
        return (zeros ? all : wrong).stream().allMatch(Diagnosis::isTooShort);
    }

    /** Whether the wrong numbers of an answer, or any of them but zeros, have too few digits to tell where they come from. */
    public static boolean isTooShort(Marked one) {
        if (!(one.answer() instanceof Answer.Numbers numbers)) {
            return false;
        }
        List<Digits> all = numbers.numbers().stream().flatMap(Optional::stream).toList();
        List<Digits> wrong = IntStream.range(0, numbers.numbers().size())
                .filter(k -> one.elements().get(k) == Verdict.SLIP)
                .mapToObj(k -> numbers.numbers().get(k))
                .flatMap(Optional::stream)
                .toList();
        boolean zeros = wrong.stream().allMatch(number -> number.value().signum() == 0);
        return areTooShort(wrong, all) || !zeros && wrong.stream().anyMatch(Diagnosis::isTooShort);
    }

    /** Whether the network is so large that only the mistakes nearest to an answer were tried. */
    public boolean isCut(int question) {
        return alternatives(question).isCut();
    }

    private Ground ground(int question) {
        return grounds.computeIfAbsent(
                question,
                key -> new Ground(
                        worked.trace(),
                        worked.node(key),
                        worked.assignment().model().program().size(),
                        worked.laterIterations()));
    }

    private Alternatives alternatives(int question, Answered answered) {
        return Writing.of(worked, ground(question), answered, mistakes, Optional.empty());
    }

    private Alternatives prepared(Key key) {
        return remembered(prepared, key, () -> alternatives(key.question(), key.answered()));
    }

    private static <K, V> V remembered(Map<K, V> all, K key, Supplier<V> make) {
        synchronized (all) {
            V known = all.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = make.get();
        synchronized (all) {
            all.put(key, made);
        }
        return made;
    }

    /**
     * A mistake that was thought of, and what it would have given.
     *
     * @param values row-major, in the shape of the question
     */
    public record Considered(String code, Phrase name, List<Double> values) {
        public Considered {
            values = List.copyOf(values);
        }
    }

    /**
     * One way to make a mistake, and what it would have given.
     *
     * @param way tells it from the other ways of the same model, whatever its numbers
     * @param values row-major, in the shape of the question
     */
    public record Made(String code, String way, List<Double> values) {
        public Made {
            values = List.copyOf(values);
        }
    }

    /**
     * Every way to make a mistake in an answer, simplest first, each with what it yields from exact numbers.
     *
     * @param question by its number from 0
     */
    public List<Made> made(int question) {
        Alternatives known = exact.computeIfAbsent(question, key -> alternatives(key, Answered.NOTHING));
        List<Yielded> yielded = known.values().from(Map.of());
        return IntStream.range(0, yielded.size())
                .mapToObj(k -> made(known.all().get(k), yielded.get(k).value().toArray()))
                .toList();
    }

    /**
     * What some ways yield, from the exact values of any program that differs from this one in its leaves alone.
     *
     * @param which their numbers in {@link #made}
     */
    public Function<Trace, List<double[]>> yielding(int question, int[] which) {
        Exact some = ((Exact) alternatives(question).values()).only(worked.trace(), which);
        return like ->
                some.of(like).stream().map(yielded -> yielded.value().toArray()).toList();
    }

    private static Made made(Alternative alternative, double[] values) {
        String way = alternative.changes().stream()
                .map(change -> change.kind() + "@" + change.site() + change.about() + change.parts())
                .collect(Collectors.joining(" "));
        String code = alternative.mistake().code();
        return new Made(code, code + " " + way, Arrays.stream(values).boxed().toList());
    }

    /**
     * The simplest mistakes that can be made in an answer, each with what it yields from exact numbers, whatever was written.
     *
     * @param question by its number from 0
     */
    public List<Considered> considered(int question, int most) {
        Alternatives known = alternatives(question);
        List<Yielded> yielded = known.values().from(Map.of());
        double[] right = worked.exact(question).toArray();
        Map<String, Considered> found = new LinkedHashMap<>();
        for (int k = 0; k < yielded.size() && found.size() < most; k++) {
            double[] values = yielded.get(k).value().toArray();
            String code = known.all().get(k).mistake().code();
            if (!Arrays.equals(values, right)) {
                found.putIfAbsent(code, considered(code, values));
            }
        }
        return List.copyOf(found.values());
    }

    private static Considered considered(String code, double[] values) {
        return new Considered(
                code,
                Phrase.of("homework", "mistake." + code + ".name"),
                Arrays.stream(values).boxed().toList());
    }
}
