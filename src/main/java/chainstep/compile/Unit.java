package chainstep.compile;

import java.util.List;

/**
 * Nests that are printed as one method.
 *
 * @param size how many elements all of its nests compute one by one, in step; −1 of a nest that is on its own
 */
record Unit(List<Flow.Loop> loops, int size) {
    static final int ALONE = -1;

    boolean isAlone() {
        return size == ALONE;
    }
}
