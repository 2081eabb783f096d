package chainstep.homework.mark;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Place;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.mistake.Diagnosis;
import chainstep.math.Digits;
import chainstep.math.Rational;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One sheet while it is marked. One thread. */
final class Sitting {
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.SLIP, Verdict.BLANK, Verdict.CARRIED, Verdict.RIGHT);

    private record Key(int question, int index) {}

    private final Checker checker;
    private final AnswerSheet sheet;
    private final Rules rules;
    private final List<Item> items = new ArrayList<>();
    private final List<Optional<Rational>> fractions = new ArrayList<>();
    private final Map<Key, Item> byNumber = new HashMap<>();
    private final Map<Integer, Judgement> judgements = new HashMap<>();
    private final Map<Item, Boolean> compared = new HashMap<>();
    private final Judged judged;
    private final Carried carried;

    Sitting(Checker checker, AnswerSheet sheet, Rules rules) {
        this.checker = checker;
        this.sheet = sheet;
        this.rules = rules;
        for (int question = 0; question < sheet.answers().size(); question++) {
            if (sheet.answers().get(question) instanceof Answer.Numbers numbers) {
                add(question, numbers);
            } else if (sheet.answers().get(question) instanceof Answer.Formula formula) {
                add(question, formula);
            }
        }
        this.judged = new Judged(checker.web(), items, fractions, compared, rules.exactOnly());
        this.carried = new Carried(judged);
    }

    private void add(int question, Answer.Numbers answer) {
        List<Optional<Digits>> numbers = numbers(question, answer);
        for (int index = 0; index < numbers.size(); index++) {
            if (numbers.get(index).isPresent()) {
                add(question, index, Stated.of(numbers.get(index).get(), least(question)));
            }
        }
    }

    /** One for each number of the question, whatever was written. */
    private List<Optional<Digits>> numbers(int question, Answer.Numbers answer) {
        List<Optional<Digits>> written = answer.numbers();
        return IntStream.range(0, checker.web().places(question).size())
                .mapToObj(index -> index < written.size() ? written.get(index) : Optional.<Digits>empty())
                .toList();
    }

    private void add(int question, Answer.Formula answer) {
        Judgement judgement = checker.formulas().judge(question, answer.quantity(), least(question), earlier(question));
        judgements.put(question, judgement);
        if (judgement instanceof Judgement.Numbers numbers) {
            for (int index = 0; index < numbers.values().size(); index++) {
                Stated stated = Stated.of(numbers.values().get(index), least(question));
                add(question, index, numbers.image().map(stated::meeting).orElse(stated));
            }
        } else if (judgement instanceof Judgement.Compared one) {
            for (int index = 0; index < one.values().size(); index++) {
                compared.put(add(question, index, Stated.of(one.values().get(index))), one.right());
            }
        }
    }

    private Item add(int question, int index, Stated stated) {
        Place place = checker.web().places(question).get(index);
        Item item = new Item(question, index, place.node(), place.element(), stated);
        items.add(item);
        byNumber.put(new Key(question, index), item);
        fractions.add(checker.fraction(question, index));
        return item;
    }

    private int least(int question) {
        return checker.question(question).digits().orElse(rules.digits());
    }

    Marked mark(int question) {
        Answer answer = sheet.answers().get(question);
        Optional<Judgement> judgement = Optional.ofNullable(judgements.get(question));
        if (answer instanceof Answer.Unreadable unreadable) {
            return marked(question, Verdict.UNREADABLE, unreadable.why(), false, List.of());
        } else if (answer instanceof Answer.Misshapen misshapen) {
            List<Finding> findings = findings(question, misshapen);
            return marked(question, Verdict.SLIP, misshapen.why(), !findings.isEmpty(), findings);
        } else if (judgement.isPresent() && judgement.get() instanceof Judgement.Compared formula) {
            return marked(
                    question,
                    formula.right() ? Verdict.RIGHT : Verdict.SLIP,
                    formula.because(),
                    !formula.searched().isEmpty(),
                    findings(question, formula));
        } else if (answer instanceof Answer.Blank) {
            return marked(question, Verdict.BLANK, Reasons.say("mark.blank"), false, List.of());
        }
        return markNumbers(question, answer);
    }

    /** Which mistakes give the value of a wrong formula, worked from the given numbers. */
    private List<Finding> findings(int question, Judgement.Compared formula) {
        String written = sheet.answers().get(question).written().strip();
        List<Optional<Digits>> numbers = formula.searched().stream()
                .map(number -> Optional.of(number.as(written)))
                .toList();
        return numbers.isEmpty() ? List.of() : checker.diagnosis().of(question, numbers, Map.of());
    }

    private Marked marked(int question, Verdict verdict, Phrase because, boolean searched, List<Finding> findings) {
        return new Marked(
                checker.question(question),
                sheet.answers().get(question),
                verdict,
                List.of(verdict),
                marks(question, verdict, false),
                because,
                List.of(),
                false,
                searched,
                findings);
    }

    private Marked markNumbers(int question, Answer answer) {
        List<Outcome> outcomes = outcomes(question);
        List<Verdict> elements = outcomes.stream().map(Outcome::verdict).toList();
        Verdict verdict = elements.stream()
                .min(Comparator.comparing(WORST_FIRST::indexOf))
                .orElse(Verdict.BLANK);
        boolean trivial = verdict == Verdict.CARRIED
                && outcomes.stream()
                        .filter(one -> one.verdict() == Verdict.CARRIED)
                        .allMatch(Outcome::trivial);
        List<Finding> findings =
                verdict == Verdict.SLIP ? findings(question, writtenFor(question, answer), elements) : List.of();
        Phrase because = because(question, answer, verdict, outcomes, findings);
        return new Marked(
                checker.question(question),
                answer,
                verdict,
                elements,
                marks(question, verdict, trivial),
                because,
                outcomes.stream()
                        .flatMap(one -> one.from().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                trivial,
                verdict == Verdict.SLIP,
                Reasons.isBlunt(because) ? List.of() : findings);
    }

    /** The numbers of an answer, as they were written or as its formula of numbers comes to. */
    private Answer.Numbers writtenFor(int question, Answer answer) {
        if (judgements.get(question) instanceof Judgement.Numbers numbers) {
            List<Optional<Digits>> values = numbers.values().stream()
                    .map(value -> Optional.of(value.as(answer.written().strip())))
                    .toList();
            return new Answer.Numbers(answer.written(), values);
        }
        return (Answer.Numbers) answer;
    }

    private Phrase because(
            int question, Answer answer, Verdict verdict, List<Outcome> outcomes, List<Finding> findings) {
        if (judgements.get(question) instanceof Judgement.Numbers numbers && verdict == Verdict.RIGHT) {
            return Reasons.comes(numbers.values());
        }
        return checker.reasons()
                .of(question, writtenFor(question, answer), verdict, outcomes, findings, rules, isFirst(question));
    }

    /** Whether nothing was written that the answer is worked from. */
    private boolean isFirst(int question) {
        BitSet before = new BitSet();
        checker.web().places(question).forEach(place -> before.or(checker.web().ancestors(place.node())));
        return items.stream()
                .filter(item -> item.question() != question)
                .noneMatch(item -> before.get(checker.web().position(item.node())));
    }

    private List<Outcome> outcomes(int question) {
        return IntStream.range(0, checker.web().places(question).size())
                .mapToObj(index -> Optional.ofNullable(byNumber.get(new Key(question, index)))
                        .map(item -> Outcome.of(item, judged, carried))
                        .orElse(Outcome.BLANK))
                .toList();
    }

    /** What may have gone wrong with numbers in another shape. */
    private List<Finding> findings(int question, Answer.Misshapen answer) {
        List<Digits> written =
                answer.numbers().stream().flatMap(Optional::stream).toList();
        return Diagnosis.areTooShort(written, written)
                ? List.of()
                : checker.diagnosis().of(question, answer, earlier(question));
    }

    /** What may have gone wrong with the numbers that are wrong and follow from nothing; too few digits tell no chance from a slip. */
    private List<Finding> findings(int question, Answer.Numbers answer, List<Verdict> elements) {
        List<Optional<Digits>> numbers = numbers(question, answer);
        List<Optional<Digits>> own = IntStream.range(0, numbers.size())
                .mapToObj(
                        index -> elements.get(index) == Verdict.CARRIED ? Optional.<Digits>empty() : numbers.get(index))
                .toList();
        List<Finding> findings = checker.diagnosis().of(question, own, earlier(question));
        List<Digits> wrong = IntStream.range(0, own.size())
                .filter(index -> elements.get(index) == Verdict.SLIP)
                .mapToObj(own::get)
                .flatMap(Optional::stream)
                .toList();
        boolean brief = Diagnosis.areTooShort(
                wrong, own.stream().flatMap(Optional::stream).toList());
        return brief
                ? findings.stream()
                        .filter(finding -> finding.strength() == Finding.Strength.MATCH)
                        .toList()
                : findings;
    }

    /** Every number that was written for other questions. */
    Map<Place, Digits> earlier(int question) {
        Map<Place, Digits> earlier = new HashMap<>();
        for (int other = 0; other < sheet.answers().size(); other++) {
            if (other != question && sheet.answers().get(other) instanceof Answer.Numbers answer) {
                List<Optional<Digits>> numbers = numbers(other, answer);
                for (int index = 0; index < numbers.size(); index++) {
                    Place place = checker.worked().places(other).get(index);
                    numbers.get(index).ifPresent(digits -> earlier.putIfAbsent(place, digits));
                }
            }
        }
        return earlier;
    }

    private Rational marks(int question, Verdict verdict, boolean trivial) {
        Rational all = Rational.of(checker.question(question).marks());
        return switch (verdict) {
            case RIGHT -> all;
            case CARRIED -> trivial ? Rational.ZERO : all.multiply(rules.carried());
            default -> Rational.ZERO;
        };
    }
}
