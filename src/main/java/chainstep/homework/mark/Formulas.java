package chainstep.homework.mark;

import static chainstep.homework.mark.Reasons.say;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.SourceError;
import chainstep.math.Digits;
import chainstep.math.Format;
import chainstep.math.Interval;
import chainstep.math.Rational;
import chainstep.run.Evaluator;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import chainstep.run.Trace;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Judges formulas: equal to what is asked as functions, not as text. Any number of threads.
 *
 * <p>The formula is compared as a function of the given numbers it depends on; of the values it names, whatever they are computed
 * from; and of those with all other values as they are, so that numbers may stand for some of them. One of the three is enough.
 */
final class Formulas {
    /** So many variables of a point are told. */
    private static final int TOLD = 4;

    /** What is nearer than this to the answer, relatively, would tell it. */
    private static final double NEAR = 0.1;

    /** To so many significant digits a formula's value is compared with that of a mistake. */
    private static final int FINEST = 9;

    /** Two values are told with at least and at most so many digits. */
    private static final int FEWEST = 6;

    private static final int MOST = 17;

    private static final long SEED = 20_221;

    /** So many judgements are kept: a class writes the same formulas. */
    private static final int KEPT = 1_000;

    private record Key(int question, String formula, int least) {}

    private final Worked worked;
    private final Model model;
    private final Set<Rational> given = new HashSet<>();
    private final Map<Key, Judgement> known = new ConcurrentHashMap<>();

    Formulas(Worked worked) {
        this.worked = worked;
        this.model = worked.assignment().model();
        for (Node node : model.program().nodes()) {
            if (node.op() instanceof Leaf leaf
                    && leaf.supply().shape().size() <= 1000
                    && !node.isLeaf(Leaf.Kind.RANDOM)) {
                IntStream.range(0, leaf.supply().shape().size())
                        .filter(element -> Double.isFinite(worked.trace().get(node.id(), element)))
                        .forEach(element -> given.add(leaf.supply().exact(element, 0)));
            }
        }
    }

    /**
     * Judges a formula for a question, by its number.
     *
     * @param own the numbers of the same sheet, which may have been put in
     */
    Judgement judge(int question, Quantity formula, int least, Map<Place, Digits> own) {
        Judgement judgement = judge(question, formula, least);
        return judgement instanceof Judgement.Compared compared && !compared.right() && !own.isEmpty()
                ? compute(question, formula, least, own)
                : judgement;
    }

    private Judgement judge(int question, Quantity formula, int least) {
        Key key = new Key(question, formula.text(), least);
        Optional<Judgement> before = Optional.ofNullable(known.get(key));
        Judgement judgement = before.orElseGet(() -> compute(question, formula, least, Map.of()));
        if (before.isEmpty() && known.size() < KEPT) {
            known.put(key, judgement);
        }
        return judgement;
    }

    private Judgement compute(int question, Quantity formula, int least, Map<Place, Digits> own) {
        try {
            Quantity.Elsewhere elsewhere = new Quantities(model, new Iterations(model.program()))::value;
            Mentions mentions = new Mentions(model, worked.program(), formula, elsewhere);
            Quantity.Appended appended = formula.append(model, mentions.program(), elsewhere);
            Trace trace = Evaluator.extend(worked.trace(), appended.program());
            return new One(question, formula, mentions, trace, appended.node(), least, own).judge();
        } catch (SourceError | OperandException trouble) {
            return Judgement.Compared.plain(false, say("mark.formula.trouble"), List.of());
        }
    }

    /** One formula for one question. */
    private final class One {
        private final int question;
        private final Quantity formula;
        private final Mentions mentions;
        private final Trace trace;
        private final Program program;
        private final int asked;
        private final int node;
        private final int least;
        private final Map<Place, Digits> own;

        One(
                int question,
                Quantity formula,
                Mentions mentions,
                Trace trace,
                int node,
                int least,
                Map<Place, Digits> own) {
            this.own = own;
            this.question = question;
            this.formula = formula;
            this.mentions = mentions;
            this.trace = trace;
            this.program = trace.program();
            this.asked = worked.node(question);
            this.node = node;
            this.least = least;
        }

        Judgement judge() {
            Question about = worked.assignment().questions().get(question);
            if (program.node(node).shape().size() != about.shape().size()) {
                return wrong(
                        List.of(), say("mark.formula.shape", program.node(node).shape(), about.shape()));
            }
            if (mentions.all().isEmpty()) {
                return reckon();
            }
            List<Interval> values = new Trial(trace, asked, node).given(node);
            if (!isFinite(node) && isFinite(asked)) {
                return wrong(List.of(), say("mark.formula.infinite"));
            }
            Optional<Mentions.Mention> circle =
                    mentions.all().stream().filter(this::isCircle).findFirst();
            return circle.isPresent()
                    ? wrong(values, say("mark.formula.circle", circle.get().text()))
                    : compare(values);
        }

        private boolean isFinite(int id) {
            return IntStream.range(0, program.node(id).shape().size())
                    .allMatch(element -> Double.isFinite(trace.get(id, element)));
        }

        /** Numbers only: their value has as many digits as the coarsest of them. */
        private Judgement reckon() {
            if (!isFinite(node)) {
                return wrong(List.of(), say("mark.formula.infinite"));
            }
            OptionalInt significant = new Literals(given, least).coarsest(mentions.numbers());
            List<Digits> digits = Reckoned.values(program, node).stream()
                    .map(value -> Reckoned.digits(value, significant))
                    .flatMap(Optional::stream)
                    .toList();
            Optional<Interval> image = digits.size() == 1
                    ? new LiteralImage(new Literals(given, least)).narrow(formula.expression(), least)
                    : Optional.empty();
            return digits.size() == program.node(node).shape().size()
                    ? new Judgement.Numbers(digits, image)
                    : wrong(List.of(), say("mark.formula.uncertain"));
        }

        private Judgement wrong(List<Interval> values, Phrase because) {
            return Judgement.Compared.plain(false, because, isFinite(node) ? values : List.of());
        }

        /** It is another function: which mistake gives its value can be looked for. */
        private Judgement other(List<Interval> values, Phrase because) {
            int coarsest =
                    new Literals(given, least).coarsest(mentions.numbers()).orElse(FINEST);
            List<Digits> numbers = values.stream()
                    .map(value -> Digits.parse(value.middle() + "/1").to(Math.min(FINEST, coarsest)))
                    .toList();
            return isFinite(node)
                    ? new Judgement.Compared(false, because, values, numbers)
                    : Judgement.Compared.plain(false, because, List.of());
        }

        /** Whether a value that is named is what is asked, or computed from it. */
        private boolean isCircle(Mentions.Mention mention) {
            int[] same = Sameness.of(program, new BitSet());
            Set<Place> places = new HashSet<>();
            worked.places(question).forEach(place -> places.add(new Place(same[place.node()], place.element())));
            BitSet before = before(same, same[mention.node()]);
            return mention.places().stream()
                            .anyMatch(place -> places.contains(new Place(same[place.node()], place.element())))
                    || mention.places().stream()
                                    .noneMatch(
                                            place -> places.stream().anyMatch(own -> own.node() == same[place.node()]))
                            && places.stream().anyMatch(place -> before.get(place.node()));
        }

        private BitSet before(int[] same, int last) {
            BitSet before = new BitSet();
            before.set(last);
            for (int id = last; id >= 0; id = before.previousSetBit(id - 1)) {
                program.node(id).inputs().forEach(input -> before.set(same[input]));
            }
            return before;
        }

        private Judgement compare(List<Interval> values) {
            Set<Place> named = new LinkedHashSet<>();
            mentions.all().forEach(mention -> named.addAll(mention.places()));
            Distributions distributions = new Distributions(trace);
            Likeness likeness = new Likeness(
                    new Trial(trace, asked, node), asked, node, mentions.slack(given, least), distributions, named);
            Likeness.Result cut = likeness.as(distributions.logits(named), new BitSet(), SEED);
            boolean fits = likeness.isEqualAsGiven();
            if (fits && isEqual(likeness, cut, distributions, named) || isEqualBySubstitution(named)) {
                return Judgement.Compared.plain(true, equal(), isFinite(node) ? values : List.of());
            } else if (cut.sort() == Likeness.Sort.UNKNOWN) {
                return Judgement.Compared.plain(
                        fits,
                        say(fits ? "mark.formula.value" : "mark.formula.unknown"),
                        isFinite(node) ? values : List.of());
            }
            return other(values, different(cut));
        }

        /** Whether it is equal with values in place of some of its numbers, which were put in for them. */
        private boolean isEqualBySubstitution(Set<Place> named) {
            Literals literals = new Literals(given, least);
            return new Substitutions(worked.trace(), asked, mentions, trace, node, own)
                    .all()
                    .anyMatch(way -> {
                        Set<Place> all = new LinkedHashSet<>(named);
                        all.addAll(way.places());
                        double slack = way.kept().stream()
                                .mapToDouble(literals::rounding)
                                .sum();
                        return new One(question, formula, mentions, way.trace(), way.node(), least, own)
                                .isEqual(all, slack);
                    });
        }

        private boolean isEqual(Set<Place> named, double slack) {
            Distributions distributions = new Distributions(trace);
            Likeness likeness = new Likeness(new Trial(trace, asked, node), asked, node, slack, distributions, named);
            Likeness.Result cut = likeness.as(distributions.logits(named), new BitSet(), SEED);
            return isEqual(likeness, cut, distributions, named);
        }

        private boolean isEqual(Likeness likeness, Likeness.Result cut, Distributions distributions, Set<Place> named) {
            BitSet held = held();
            named.stream().map(Place::node).filter(distributions::isSoftmax).forEach(held::clear);
            return cut.sort() == Likeness.Sort.EQUAL
                    || likeness.as(leaves(), new BitSet(), SEED).sort() == Likeness.Sort.EQUAL
                    || likeness.as(distributions.logits(named), held, SEED).sort() == Likeness.Sort.EQUAL;
        }

        /** The given numbers that the formula depends on. */
        private List<Place> leaves() {
            List<Place> leaves = new ArrayList<>();
            new Trial(trace, node, node)
                    .needed().stream()
                            .filter(id -> program.node(id).isLeaf()
                                    && !program.node(id).isLeaf(Leaf.Kind.LITERAL)
                                    && !program.node(id).isLeaf(Leaf.Kind.RANDOM))
                            .forEach(id -> IntStream.range(
                                            0, program.node(id).shape().size())
                                    .forEach(element -> leaves.add(new Place(id, element))));
            return leaves;
        }

        /** All values that have a name and all gradients, besides what is asked. */
        private BitSet held() {
            BitSet held = new BitSet();
            for (Node one : model.program().nodes()) {
                boolean gradient = one.role() instanceof Role.Term || one.role() instanceof Role.Total;
                held.set(one.id(), one.isNamed() || gradient);
            }
            worked.places(question).forEach(place -> held.clear(place.node()));
            return held;
        }

        private Phrase equal() {
            return program.node(node).shape().size() == 1
                    ? say("mark.formula.equal", Reasons.value(trace.get(asked, 0), 3))
                    : say("mark.formula.equal.all");
        }

        /** Whether what is asked is the same there as at the given numbers, where it is not to be told. */
        private boolean tellsAnswer(double value) {
            return IntStream.range(0, program.node(asked).shape().size())
                    .mapToDouble(element -> trace.get(asked, element))
                    .anyMatch(exact -> Math.abs(value - exact) <= NEAR * Math.abs(exact));
        }

        /** As many digits, and at least six, as tell two numbers apart. */
        private static int apart(double first, double second) {
            int digits = FEWEST;
            while (digits < MOST && Format.significant(first, digits).equals(Format.significant(second, digits))) {
                digits++;
            }
            return digits;
        }

        /** The point where they differ, in the names that the formula uses. */
        private Phrase different(Likeness.Result cut) {
            Object point = "";
            int told = 0;
            Set<Place> met = new HashSet<>();
            for (Mentions.Mention mention : mentions.all()) {
                if (mention.places().size() == 1
                        && told < TOLD
                        && cut.point().containsKey(mention.places().get(0))
                        && met.add(mention.places().get(0))) {
                    String number =
                            Format.significant(cut.point().get(mention.places().get(0)), FEWEST);
                    String equation = mention.text() + " = " + number;
                    point = told == 0 ? equation : say("mark.and", point, equation);
                    told++;
                }
            }
            if (tellsAnswer(cut.first())) {
                return say("mark.formula.other");
            }
            int digits = apart(cut.first(), cut.second());
            String second = Format.significant(cut.second(), digits);
            String first = Format.significant(cut.first(), digits);
            return told == 0
                    ? say("mark.formula.different", second, first)
                    : say("mark.formula.different.at", point, second, first);
        }
    }
}
