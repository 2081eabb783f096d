package chainstep.homework.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways to take some of n things, the fewest first; of as many, those with the first things first. */
final class Mixtures {
    private Mixtures() {}

    /**
     * At least one of n things, by their numbers.
     *
     * @param most of up to so many things all mixtures are given; of more, single things, pairs of the first ones, the first so and so
     *     many, and all but one
     */
    static Stream<List<Integer>> of(int n, int most) {
        if (n <= most) {
            return IntStream.rangeClosed(1, n).boxed().flatMap(size -> chosen(n, size));
        }
        Stream<List<Integer>> few = Stream.concat(chosen(n, 1), chosen(most, 2));
        Stream<List<Integer>> first = IntStream.rangeClosed(3, n).mapToObj(Mixtures::first);
        return Stream.concat(few, Stream.concat(first, chosen(n, n - 1)));
    }

    private static List<Integer> first(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static Stream<List<Integer>> chosen(int n, int size) {
        return Stream.iterate(first(size), mixture -> !mixture.isEmpty(), mixture -> next(mixture, n));
    }

    /** The next of as many; none after the last. */
    private static List<Integer> next(List<Integer> mixture, int n) {
        int size = mixture.size();
        int at = size - 1;
        while (at >= 0 && mixture.get(at) == n - size + at) {
            at--;
        }
        if (at < 0) {
            return List.of();
        }
        List<Integer> next = new ArrayList<>(mixture);
        for (int behind = at; behind < size; behind++) {
            next.set(behind, mixture.get(at) + 1 + behind - at);
        }
        return next;
    }
}
