package chainstep.homework.paper;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A sheet as it counts: marked by the program, and by the teacher where the teacher says otherwise.
 *
 * @param machine as the program marked it
 * @param sheet as it counts
 * @param remarks of the teacher, by the numbers of the questions
 */
public record Graded(MarkedSheet machine, MarkedSheet sheet, Map<Integer, Remark> remarks) {
    public Graded {
        remarks = Map.copyOf(remarks);
    }

    /** A sheet with what the teacher says of it. */
    public static Graded of(MarkedSheet machine, Map<Integer, Remark> remarks, Rules rules) {
        List<Marked> answers = IntStream.range(0, machine.answers().size())
                .mapToObj(k -> said(machine.answers().get(k), remarks.getOrDefault(k, Remark.NONE), rules))
                .toList();
        return new Graded(machine, new MarkedSheet(machine.sheet(), answers), remarks);
    }

    private static Marked said(Marked one, Remark remark, Rules rules) {
        return remark.verdict()
                .map(verdict -> new Marked(
                        one.question(),
                        one.answer(),
                        verdict,
                        one.elements(),
                        Remark.marks(verdict, one.question(), rules),
                        told(remark),
                        verdict == Verdict.CARRIED ? one.follows() : List.of(),
                        one.trivial(),
                        verdict == one.verdict() && one.searched(),
                        verdict == one.verdict() ? one.findings() : List.of()))
                .orElse(one);
    }

    /** The same with more said of the sheet itself. */
    Graded on(AnswerSheet noted) {
        return new Graded(new MarkedSheet(noted, machine.answers()), new MarkedSheet(noted, sheet.answers()), remarks);
    }

    public Remark remark(int question) {
        return remarks.getOrDefault(question, Remark.NONE);
    }

    /** How many verdicts are the teacher's. */
    public long overridden() {
        return remarks.values().stream()
                .filter(remark -> remark.verdict().isPresent())
                .count();
    }

    /** What the teacher says: a comment, or else a verdict; the sentence says who says it. */
    public static Phrase told(Remark remark) {
        Object said = remark.comment().isBlank()
                ? remark.verdict()
                        .map(verdict -> Phrase.of("homework", "remarks.verdict." + verdict.code()))
                        .orElseThrow()
                : remark.comment();
        return Phrase.of("homework", "remarks.teacher", said);
    }
}
