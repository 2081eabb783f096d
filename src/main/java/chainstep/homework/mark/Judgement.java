package chainstep.homework.mark;

import chainstep.math.Digits;
import chainstep.math.Interval;
import chainstep.words.Phrase;
import java.util.List;

/** What a formula came to. */
sealed interface Judgement {
    /** It has no names: numbers, to be judged as if they had been written, row-major. */
    record Numbers(List<Digits> values) implements Judgement {}

    /**
     * It was compared with what is asked, as a function.
     *
     * @param values at the given numbers, row-major; empty where they do not fit the question or are not all finite
     */
    record Compared(boolean right, Phrase because, List<Interval> values) implements Judgement {}
}
