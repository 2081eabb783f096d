package chainstep.homework;

import chainstep.math.Rational;
import chainstep.words.Phrase;
import java.util.List;

/**
 * One answer, judged.
 *
 * @param verdict of the whole answer: the worst of its numbers
 * @param elements of each number of the answer, row-major; one for a formula, a blank or what cannot be read
 * @param marks earned
 * @param because in one sentence; tells no exact value unless the answer is right
 * @param follows for a carried answer, the questions whose wrong answers it follows from, by number
 * @param trivial whether an earlier answer makes this one trivial (a 0, a 1), so that it earns no carried marks
 * @param searched whether it was looked for what went wrong
 * @param findings for a slip, what may have gone wrong, simplest first
 */
public record Marked(
        Question question,
        Answer answer,
        Verdict verdict,
        List<Verdict> elements,
        Rational marks,
        Phrase because,
        List<Integer> follows,
        boolean trivial,
        boolean searched,
        List<Finding> findings) {
    public Marked {
        elements = List.copyOf(elements);
        follows = List.copyOf(follows);
        findings = List.copyOf(findings);
    }

    /** Whether it is right as far as it goes, and wrong only for its digits: fewer than are asked. */
    public boolean isBlunt() {
        return verdict == Verdict.SLIP && because.key().startsWith("mark.digits");
    }
}
