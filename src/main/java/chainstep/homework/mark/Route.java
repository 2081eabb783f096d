package chainstep.homework.mark;

import chainstep.homework.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A second way to a gradient: upstream times local derivative, as the sheet asks for the latter.
 *
 * @param elements for each element of the gradient its sum; empty where no local derivative is asked that leads to it
 */
record Route(List<Optional<Chained>> elements) {
    /** Σ local · upstream, and the terms of the program that pass through what no local derivative is asked of. */
    record Chained(List<Product> products, List<Place> terms) {
        Stream<Place> places() {
            return Stream.concat(
                    products.stream().flatMap(product -> Stream.of(product.local(), product.upstream())),
                    terms.stream());
        }
    }

    record Product(Place local, Place upstream) {}

    /** The nodes it reads. */
    List<Integer> nodes() {
        return elements.stream()
                .flatMap(Optional::stream)
                .flatMap(Chained::places)
                .map(Place::node)
                .distinct()
                .toList();
    }
}
