package chainstep.cli.prompt;

import chainstep.math.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of an array the number that a question about the whole is about: the first that is not finite, else the largest in size.
 *
 * @param element its flat place
 * @param size how many numbers the array has
 * @param notFinite the places of those that are not finite
 */
record OfInterest(int element, int size, List<Integer> notFinite) {
    OfInterest {
        notFinite = List.copyOf(notFinite);
    }

    static OfInterest in(Tensor value) {
        List<Integer> notFinite = IntStream.range(0, value.size())
                .filter(i -> !Double.isFinite(value.get(i)))
                .boxed()
                .toList();
        if (!notFinite.isEmpty()) {
            return new OfInterest(notFinite.get(0), value.size(), notFinite);
        }
        int largest = 0;
        for (int i = 1; i < value.size(); i++) {
            largest = Math.abs(value.get(i)) > Math.abs(value.get(largest)) ? i : largest;
        }
        return new OfInterest(largest, value.size(), notFinite);
    }
}
