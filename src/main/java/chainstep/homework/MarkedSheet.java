package chainstep.homework;

import chainstep.math.Rational;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A whole sheet, judged.
 *
 * @param answers one for each question, in the order of the assignment
 */
public record MarkedSheet(AnswerSheet sheet, List<Marked> answers) {
    public MarkedSheet {
        answers = List.copyOf(answers);
    }

    /** The marks earned. */
    public Rational marks() {
        return answers.stream().map(Marked::marks).reduce(Rational.ZERO, Rational::add);
    }

    /** The number of the first question where something went wrong; empty where all follows. */
    public OptionalInt firstSlip() {
        return IntStream.range(0, answers.size())
                .filter(k -> answers.get(k).verdict() == Verdict.SLIP)
                .findFirst();
    }

    /** How many answers have a verdict. */
    public long count(Verdict verdict) {
        return answers.stream().filter(one -> one.verdict() == verdict).count();
    }
}
