package chainstep.homework.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The proper parts of a small set; of a larger one those of one element, and those that lack one. */
final class Subsets {
    private static final int SMALL = 6;

    private Subsets() {}

    static void proper(int size, Consumer<List<Integer>> each) {
        if (size <= SMALL) {
            for (int bits = 1; bits < (1 << size) - 1; bits++) {
                int chosen = bits;
                each.accept(IntStream.range(0, size)
                        .filter(k -> (chosen >> k & 1) == 1)
                        .boxed()
                        .toList());
            }
            return;
        }
        for (int k = 0; k < size; k++) {
            int one = k;
            each.accept(List.of(one));
            List<Integer> rest =
                    new ArrayList<>(IntStream.range(0, size).boxed().toList());
            rest.remove(one);
            each.accept(rest);
        }
    }
}
