package chainstep.ui.homework;

import chainstep.homework.Answer;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.mistake.Diagnosis;
import chainstep.math.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A sheet as it was when it was last marked, and how.
 *
 * @param considered for each slip the simplest mistakes that were thought of
 * @param millis how long that took
 */
public record Checked(
        Paper paper, MarkedSheet sheet, Map<Integer, List<Diagnosis.Considered>> considered, long millis) {
    private static final int MOST_CONSIDERED = 6;

    public Checked {
        considered = Map.copyOf(considered);
    }

    /** Marks a paper. */
    static Checked of(Exercise exercise, Paper paper, Rules rules) {
        MarkedSheet marked = exercise.checker().check(exercise.sheet(paper), rules);
        Map<Integer, List<Diagnosis.Considered>> considered = new HashMap<>();
        for (int k = 0; k < marked.answers().size(); k++) {
            boolean slip = marked.answers().get(k).verdict() == Verdict.SLIP;
            if (slip && marked.answers().get(k).answer() instanceof Answer.Numbers) {
                considered.put(k, exercise.checker().diagnosis().considered(k, MOST_CONSIDERED));
            }
        }
        return new Checked(paper, marked, considered, 0);
    }

    Checked in(long time) {
        return new Checked(paper, sheet, considered, time);
    }

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
}
