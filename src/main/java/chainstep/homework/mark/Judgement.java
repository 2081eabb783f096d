package chainstep.homework.mark;

import chainstep.math.Digits;
import chainstep.math.Interval;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Optional;

/** What a formula came to. */
sealed interface Judgement {
    /**
     * It has no names: numbers, to be judged as if they had been written, row-major.
     *
     * @param image all that a single number may come to when each of those in the formula lies anywhere in what rounds to it;
     *     empty where that is too much to tell right from wrong
     */
    record Numbers(List<Digits> values, Optional<Interval> image) implements Judgement {}

    /**
     * It was compared with what is asked, as a function.
     *
     * @param values at the given numbers, row-major; empty where they do not fit the question or are not all finite
     * @param searched the same as numbers, for which a known mistake is looked for; empty where it is no answer to be wrong
     */
    record Compared(boolean right, Phrase because, List<Interval> values, List<Digits> searched) implements Judgement {
        /** A formula of which no mistake is looked for. */
        static Compared plain(boolean right, Phrase because, List<Interval> values) {
            return new Compared(right, because, values, List.of());
        }
    }
}
