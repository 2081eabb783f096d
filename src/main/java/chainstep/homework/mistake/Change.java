package chainstep.homework.mistake;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A node computed in another way.
 *
 * @param kind changes of one mistake and kind are also tried all together: who forgets the 2 of one square forgets those of all; empty
 *     for one that stands alone, with a star ahead for one that never does
 * @param site the node
 * @param instead appends what is computed instead, and returns its id
 * @param about what the mistake speaks of, besides the site
 * @param parts which elements of what comes in it takes, where it takes some only
 */
record Change(
        Mistake mistake,
        String kind,
        int site,
        ToIntFunction<Draft> instead,
        List<Integer> about,
        List<Integer> parts) {
    /** Whether it is tried by itself. */
    boolean isSingle() {
        return !kind.startsWith("*");
    }
}
