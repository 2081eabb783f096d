package chainstep.homework.mark;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.math.Digits;
import chainstep.math.Rational;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Marks sheets of one assignment: prepared once, then used for any number of sheets, by any number of threads.
 *
 * <p>Every number is judged by its digits and by the student's own numbers before it ({@link Judged}); what is wrong is looked for in
 * what was wrong before ({@link Carried}). An array earns its marks whole or not at all.
 */
public final class Checker {
    /** From worst to best. */
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.SLIP, Verdict.BLANK, Verdict.CARRIED, Verdict.RIGHT);

    private final Worked worked;
    private final Web web;
    private final Fractions fractions;
    private final Reasons reasons;

    public Checker(Worked worked) {
        this.worked = worked;
        this.web = new Web(worked);
        this.fractions = new Fractions(worked);
        this.reasons = new Reasons(worked);
    }

    /** Marks one sheet of an assignment that is used only once. */
    public static MarkedSheet check(Worked worked, AnswerSheet sheet, Rules rules) {
        return new Checker(worked).check(sheet, rules);
    }

    /** Marks one sheet. */
    public MarkedSheet check(AnswerSheet sheet, Rules rules) {
        Sitting sitting = new Sitting(sheet, rules);
        List<Marked> marked = new ArrayList<>();
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            marked.add(sitting.mark(question));
        }
        return new MarkedSheet(sheet, marked);
    }

    /** One sheet while it is marked. */
    private final class Sitting {
        private final AnswerSheet sheet;
        private final Rules rules;
        private final List<Item> items = new ArrayList<>();
        private final Map<Place, Item> byNumber = new HashMap<>();
        private final Judged judged;
        private final Carried carried;

        Sitting(AnswerSheet sheet, Rules rules) {
            this.sheet = sheet;
            this.rules = rules;
            List<Optional<Rational>> exact = new ArrayList<>();
            for (int question = 0; question < worked.assignment().questions().size(); question++) {
                if (sheet.answers().get(question) instanceof Answer.Numbers numbers) {
                    add(question, numbers, exact);
                }
            }
            this.judged = new Judged(web, items, exact, Map.of(), rules.exactOnly());
            this.carried = new Carried(judged);
        }

        private void add(int question, Answer.Numbers answer, List<Optional<Rational>> exact) {
            List<Place> places = web.places(question);
            for (int index = 0; index < places.size(); index++) {
                Optional<Digits> number = number(answer, index);
                if (number.isPresent()) {
                    Place place = places.get(index);
                    Stated stated = Stated.of(number.get(), least(question));
                    Item item = new Item(question, index, place.node(), place.element(), stated);
                    items.add(item);
                    byNumber.put(new Place(question, index), item);
                    exact.add(fractions.at(worked.places(question).get(index)));
                }
            }
        }

        private int least(int question) {
            return question(question).digits().orElse(rules.digits());
        }

        Marked mark(int question) {
            Answer answer = sheet.answers().get(question);
            if (answer instanceof Answer.Numbers numbers) {
                return mark(question, numbers);
            } else if (answer instanceof Answer.Unreadable unreadable) {
                return nothing(question, Verdict.UNREADABLE, unreadable.why());
            }
            return nothing(question, Verdict.BLANK, Reasons.say("mark.blank"));
        }

        private Marked nothing(int question, Verdict verdict, Phrase because) {
            Answer answer = sheet.answers().get(question);
            return new Marked(
                    question(question),
                    answer,
                    verdict,
                    List.of(verdict),
                    Rational.ZERO,
                    because,
                    List.of(),
                    false,
                    List.of());
        }

        private Marked mark(int question, Answer.Numbers answer) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int index = 0; index < web.places(question).size(); index++) {
                Optional<Item> item = Optional.ofNullable(byNumber.get(new Place(question, index)));
                outcomes.add(item.map(one -> Outcome.of(one, judged, carried)).orElse(Outcome.BLANK));
            }
            List<Verdict> elements = outcomes.stream().map(Outcome::verdict).toList();
            Verdict verdict = Collections.min(elements, (a, b) -> WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b));
            boolean trivial = outcomes.stream().anyMatch(Outcome::trivial);
            List<Finding> findings = List.of();
            return new Marked(
                    question(question),
                    answer,
                    verdict,
                    elements,
                    marks(question, verdict, trivial),
                    reasons.of(question, answer, verdict, outcomes, findings, rules),
                    follows(outcomes),
                    trivial,
                    findings);
        }

        private List<Integer> follows(List<Outcome> outcomes) {
            return outcomes.stream()
                    .flatMap(one -> one.from().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        private Rational marks(int question, Verdict verdict, boolean trivial) {
            Rational all = Rational.of(question(question).marks());
            return switch (verdict) {
                case RIGHT -> all;
                case CARRIED -> trivial ? Rational.ZERO : all.multiply(rules.carried());
                default -> Rational.ZERO;
            };
        }
    }

    private Question question(int number) {
        return worked.assignment().questions().get(number);
    }

    private static Optional<Digits> number(Answer.Numbers answer, int index) {
        return index < answer.numbers().size() ? answer.numbers().get(index) : Optional.empty();
    }
}
