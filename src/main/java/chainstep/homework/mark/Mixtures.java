package chainstep.homework.mark;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways to take some of n things, the fewest first; of as many, those with the first things first. */
final class Mixtures {
    private Mixtures() {}

    /**
     * At least one of n things.
     *
     * @param most up to so many things all mixtures are given; of more, single things, pairs, all but one, and all
     */
    static Stream<Mixture> of(int n, int most) {
        IntStream sizes = n <= most ? IntStream.rangeClosed(1, n) : IntStream.of(1, 2, n - 1, n);
        return sizes.boxed().flatMap(size -> chosen(n, size));
    }

    private static Stream<Mixture> chosen(int n, int size) {
        int[] first = IntStream.range(0, size).toArray();
        return Stream.iterate(new Mixture(first), mixture -> mixture.places().length > 0, mixture -> mixture.next(n));
    }

    /** Some places, ascending; none after the last mixture. */
    record Mixture(int[] places) {
        IntStream stream() {
            return Arrays.stream(places);
        }

        Mixture next(int n) {
            int[] next = places.clone();
            int at = next.length - 1;
            while (at >= 0 && next[at] == n - next.length + at) {
                at--;
            }
            if (at < 0) {
                return new Mixture(new int[0]);
            }
            next[at]++;
            for (int behind = at + 1; behind < next.length; behind++) {
                next[behind] = next[behind - 1] + 1;
            }
            return new Mixture(next);
        }
    }
}
