package chainstep.ui.homework;

import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Verdict;
import chainstep.math.Rational;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A sheet as it was when it was last marked, and how.
 *
 * @param millis how long that took
 */
public record Checked(Paper paper, MarkedSheet sheet, long millis) {
    /** How an answer was judged; empty where it has been changed since. */
    public Optional<Marked> of(Paper now, int question) {
        boolean same = question < paper.lines().size()
                && paper.line(question).written().equals(now.line(question).written());
        return same ? Optional.of(sheet.answers().get(question)) : Optional.empty();
    }

    /** Marks of an answer; none for one that was revealed. */
    public Rational marks(int question) {
        return paper.line(question).revealed()
                ? Rational.ZERO
                : sheet.answers().get(question).marks();
    }

    /** All marks earned. */
    public Rational marks() {
        return IntStream.range(0, paper.lines().size()).mapToObj(this::marks).reduce(Rational.ZERO, Rational::add);
    }

    /** How many answers have a verdict; those revealed have none. */
    public long count(Verdict verdict) {
        return IntStream.range(0, paper.lines().size())
                .filter(k -> !paper.line(k).revealed() && sheet.answers().get(k).verdict() == verdict)
                .count();
    }

    public OptionalInt firstSlip() {
        return sheet.firstSlip();
    }
}
