package chainstep.homework.paper;

import chainstep.homework.Question;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.math.Rational;
import java.util.Optional;

/**
 * What a teacher says of one answer.
 *
 * @param verdict in place of the checker's; empty where that stands
 * @param comment may be empty
 */
public record Remark(Optional<Verdict> verdict, String comment) {
    public static final Remark NONE = new Remark(Optional.empty(), "");

    public boolean isNone() {
        return equals(NONE);
    }

    /** The marks that an answer has by a teacher's verdict. */
    public static Rational marks(Verdict verdict, Question question, Rules rules) {
        Rational all = Rational.of(question.marks());
        return switch (verdict) {
            case RIGHT -> all;
            case CARRIED -> all.multiply(rules.carried());
            case SLIP, BLANK, UNREADABLE -> Rational.ZERO;
        };
    }
}
