package chainstep.ui.homework;

import chainstep.homework.Answer;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Verdict;
import chainstep.homework.mistake.Diagnosis;
import java.util.Locale;
import java.util.Optional;

/** How much may be said of what went wrong in an answer. */
enum Guess {
    /** It is no slip, or no known mistake gives its number. */
    NONE,
    /** The number is that of a mistake. */
    SURE,
    /** Mistakes give the number, but it might well be so by accident. */
    CONSISTENT,
    /** The number has too few digits for anybody to tell. */
    BLUNT;

    static Guess of(Marked marked) {
        boolean blunt = marked.verdict() == Verdict.SLIP
                && !marked.isBlunt()
                && marked.answer() instanceof Answer.Numbers numbers
                && numbers.numbers().stream().flatMap(Optional::stream).allMatch(Diagnosis::isTooShort);
        if (blunt) {
            return BLUNT;
        } else if (marked.findings().isEmpty()) {
            return NONE;
        }
        return marked.findings().get(0).strength() == Finding.Strength.MATCH ? SURE : CONSISTENT;
    }

    /** What is said of it in the bundle {@code ui}. */
    String key() {
        return "homework.guess." + name().toLowerCase(Locale.ROOT);
    }
}
