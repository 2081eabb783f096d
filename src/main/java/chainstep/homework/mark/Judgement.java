package chainstep.homework.mark;

import chainstep.math.Interval;
import chainstep.words.Phrase;
import java.util.List;

/** What a formula came to. */
sealed interface Judgement {
    /** Its values at the given numbers, row-major; empty where they do not fit the question. */
    List<Interval> values();

    /** It has no names: a number, to be judged as one. */
    record Number(List<Interval> values) implements Judgement {}

    /** It was compared with what is asked, as a function. */
    record Compared(boolean right, Phrase because, List<Interval> values) implements Judgement {}
}
