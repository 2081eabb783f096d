package chainstep.train;

import java.util.List;

/**
 * Which classes rows were taken for.
 *
 * @param classes what they are called
 * @param counts for each class of the rows, how many of them were taken for each class
 */
public record Confusion(List<String> classes, List<List<Integer>> counts) {
    public Confusion {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        int size = classes.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException(size + " classes need as many rows and columns");
        }
    }
}
