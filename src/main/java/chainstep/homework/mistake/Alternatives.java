package chainstep.homework.mistake;

import chainstep.homework.Place;
import chainstep.math.Digits;
import java.util.List;
import java.util.Map;

/**
 * One answer with every known mistake, one at a time.
 *
 * @param all the alternatives, simplest first
 * @param isCut whether the network is so large that only the mistakes nearest to the answer were tried
 * @param values what they yield
 */
record Alternatives(List<Alternative> all, boolean isCut, Values values) {
    /** What the alternatives yield, in their order, from the numbers that a student wrote elsewhere. */
    @FunctionalInterface
    interface Values {
        List<Yielded> from(Map<Place, Digits> earlier);
    }

    Alternatives {
        all = List.copyOf(all);
    }
}
