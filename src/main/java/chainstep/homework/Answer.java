package chainstep.homework;

import chainstep.lang.Quantity;
import chainstep.math.Digits;
import chainstep.math.Shape;
import chainstep.words.Phrase;
import java.util.List;
import java.util.Optional;

/** What a student wrote for one question. */
public sealed interface Answer {
    /** The text as it was written. */
    String written();

    /** Nothing was written. */
    record Blank() implements Answer {
        @Override
        public String written() {
            return "";
        }
    }

    /**
     * Numbers, decimals and fractions, row-major, in the shape of the question.
     *
     * @param numbers empty where a place was left blank
     */
    record Numbers(String written, List<Optional<Digits>> numbers) implements Answer {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /** A formula in the variables of the model, {@code (o1-t1)*o1*(1-o1)*h1}. */
    record Formula(String written, Quantity quantity) implements Answer {}

    /**
     * Numbers in another shape than what is asked, or a formula that gives another.
     *
     * @param numbers row-major; none where it is a formula
     * @param why in which shape it is, and which is asked
     */
    record Misshapen(String written, Shape shape, List<Optional<Digits>> numbers, Phrase why) implements Answer {
        public Misshapen {
            numbers = List.copyOf(numbers);
        }
    }

    /** What cannot be read. */
    record Unreadable(String written, Phrase why) implements Answer {}

    Answer BLANK = new Blank();
}
