package chainstep.homework.mark;

import chainstep.homework.Answer;
import chainstep.homework.Finding;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.homework.mistake.Diagnosis;
import chainstep.math.Digits;
import chainstep.math.Format;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import chainstep.words.Phrase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says in one sentence why an answer was judged as it was; the exact value only where the answer is right. */
final class Reasons {
    private static final String ROOM = "homework";

    /** So many more digits are shown than were written, and at least {@link #LEAST}. */
    private static final int MORE = 3;

    private static final int LEAST = 6;
    private static final int MOST = 15;

    /** No double has more digits than this. */
    private static final int FINEST = 17;

    private final Worked worked;
    private final Called called;

    Reasons(Worked worked) {
        this.worked = worked;
        this.called = new Called(worked);
    }

    /**
     * Why numbers are right, carried, wrong or not all there.
     *
     * @param first whether nothing was written that they are worked from
     */
    Phrase of(
            int question,
            Answer answer,
            Verdict verdict,
            List<Outcome> outcomes,
            List<Finding> findings,
            Rules rules,
            boolean first) {
        return switch (verdict) {
            case RIGHT -> right(question, (Answer.Numbers) answer, outcomes);
            case CARRIED -> carried(outcomes);
            case SLIP -> slip(question, answer, outcomes, findings, rules, first);
            default -> say(outcomes.size() > 1 ? "mark.blank.some" : "mark.blank");
        };
    }

    private Phrase right(int question, Answer.Numbers answer, List<Outcome> outcomes) {
        Tensor exact = worked.exact(question);
        List<Digits> written =
                answer.numbers().stream().map(Optional::orElseThrow).toList();
        boolean equal = IntStream.range(0, exact.size()).allMatch(k -> isEqual(written.get(k), exact.get(k)));
        boolean reached = outcomes.stream().anyMatch(one -> one.right().equals(Optional.of(Judged.Right.REACHED)));
        if (equal && !reached && answer.numbers().size() == 1 && isFiner(written.get(0), exact.get(0))) {
            return say("mark.near", Format.significant(exact.get(0), MOST));
        } else if (equal && !reached) {
            return say("mark.exact");
        } else if (exact.size() > 1) {
            return say(reached ? "mark.reached.all" : "mark.rounds.all");
        }
        int digits = written.get(0).significant();
        String value = value(exact.get(0), digits);
        return reached ? say("mark.reached", value) : say("mark.rounds", value, digits);
    }

    /** A formula of numbers only that comes to the right ones: to what it comes by itself, no digit more unless too few to tell. */
    static Phrase comes(List<Digits> values) {
        Digits first = values.get(0);
        int digits = first.isQuotient() || first.significant() < MORE ? LEAST : first.significant();
        return values.size() > 1
                ? say("mark.rounds.all")
                : say("mark.formula.comes", shown(first.value().doubleValue(), digits));
    }

    private static boolean isEqual(Digits written, double exact) {
        return Math.abs(written.value().doubleValue() - exact) <= Math.max(1e-15, 4 * Math.ulp(exact));
    }

    /** Whether a number is written finer than the program computes, and is another than what it computes. */
    private static boolean isFiner(Digits written, double exact) {
        return written.significant() > FINEST && !written.value().equals(Rational.of(exact));
    }

    /** A value with some more digits than were written. */
    static String value(double exact, int written) {
        return shown(exact, Math.min(MOST, Math.max(LEAST, written + MORE)));
    }

    private static String shown(double exact, int digits) {
        double size = Math.abs(exact);
        return size >= 1e-7 && size < 1e7
                ? new BigDecimal(exact)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .toPlainString()
                : Format.significant(exact, digits);
    }

    private Phrase carried(List<Outcome> outcomes) {
        List<Integer> from = outcomes.stream()
                .flatMap(one -> one.from().stream())
                .distinct()
                .sorted()
                .toList();
        boolean trivial = outcomes.stream()
                .filter(one -> one.verdict() == Verdict.CARRIED)
                .allMatch(Outcome::trivial);
        return say(trivial ? "mark.trivial" : "mark.follows", names(from));
    }

    private Object names(List<Integer> questions) {
        Object named = called.of(questions.get(0));
        for (int question : questions.subList(1, questions.size())) {
            named = say("mark.and", named, called.of(question));
        }
        return named;
    }

    private Phrase slip(
            int question, Answer answer, List<Outcome> outcomes, List<Finding> findings, Rules rules, boolean first) {
        String key = first ? "mark.wrong" : "mark.slip";
        int least = worked.assignment().questions().get(question).digits().orElse(rules.digits());
        if (answer instanceof Answer.Numbers numbers && isBlunt(question, numbers, outcomes, least)) {
            return say("mark.digits", least);
        } else if (outcomes.stream()
                .filter(one -> one.verdict() == Verdict.SLIP)
                .allMatch(Outcome::blunt)) {
            return say("mark.digits.follows", least);
        }
        if (!findings.isEmpty() && findings.get(0).strength() == Finding.Strength.MATCH) {
            return findings.get(0).slips().get(0).name();
        } else if (rules.exactOnly() && !first) {
            return say("mark.refused");
        } else if (answer instanceof Answer.Numbers numbers && isBrief(numbers, outcomes)) {
            return say(key + ".short");
        }
        long wrong =
                outcomes.stream().filter(one -> one.verdict() == Verdict.SLIP).count();
        return outcomes.size() > 1 ? say(key + ".some", wrong, outcomes.size()) : say(key);
    }

    private static boolean isBrief(Answer.Numbers answer, List<Outcome> outcomes) {
        List<Digits> wrong = IntStream.range(0, outcomes.size())
                .filter(k -> outcomes.get(k).verdict() == Verdict.SLIP)
                .mapToObj(k -> answer.numbers().get(k).orElseThrow())
                .toList();
        return Diagnosis.areTooShort(
                wrong, answer.numbers().stream().flatMap(Optional::stream).toList());
    }

    private boolean isBlunt(int question, Answer.Numbers answer, List<Outcome> outcomes, int least) {
        Tensor exact = worked.exact(question);
        return IntStream.range(0, outcomes.size())
                .filter(k -> outcomes.get(k).verdict() == Verdict.SLIP)
                .allMatch(k -> isBlunt(answer.numbers().get(k).orElseThrow(), exact.get(k), least));
    }

    /** Whether the number is the exact one rounded further than is allowed. */
    private static boolean isBlunt(Digits written, double exact, int least) {
        return written.significant() > 0 && written.significant() < least && written.covers(exact);
    }

    /** Whether nothing is wrong but the count of digits. */
    static boolean isBlunt(Phrase because) {
        return because.key().startsWith("mark.digits");
    }

    static Phrase say(String key, Object... arguments) {
        return Phrase.of(ROOM, key, arguments);
    }
}
