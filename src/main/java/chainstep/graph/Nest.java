package chainstep.graph;

import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Nested loops: {@code for d in domain: out[target(d)] fold= body(reads[0](d), reads[1](d), …)}.
 *
 * <p>A read outside its array gives 0; a write outside is left out. Arrays start at zero (SUM) or empty (MAX). With
 * {@link Fold#MAX} the nest also writes into array {@code winner}, of the shape of {@code out}, the linear position in
 * the domain of the first point that reached the maximum; a NaN wins over every number, as in NumPy.
 *
 * @param domain the extents of the loops, outermost first
 * @param out the array written, by its number in {@link Nests}
 * @param target where a point of the loops writes
 * @param reads what it reads
 * @param body the number written, from the numbers read
 * @param fold how numbers that fall on one element are joined
 * @param winner the array that receives the winners, or −1 with SUM
 */
public record Nest(
        List<Integer> domain, int out, IndexMap target, List<Read> reads, Formula body, Fold fold, int winner) {

    /** One read: array {@code array}, at the element that {@code map} gives. */
    public record Read(int array, IndexMap map) {}

    public enum Fold {
        SUM,
        MAX
    }

    public Nest {
        domain = List.copyOf(domain);
        reads = List.copyOf(reads);
        if ((fold == Fold.MAX) != (winner >= 0)) {
            throw new IllegalArgumentException("a nest records winners exactly when it takes maxima");
        }
    }

    public static Nest sum(List<Integer> domain, int out, IndexMap target, List<Read> reads, Formula body) {
        return new Nest(domain, out, target, reads, body, Fold.SUM, -1);
    }

    public static Nest max(List<Integer> domain, int out, IndexMap target, List<Read> reads, Formula body, int winner) {
        return new Nest(domain, out, target, reads, body, Fold.MAX, winner);
    }

    /** How many points the loops visit. */
    public long points() {
        long points = 1;
        for (int extent : domain) {
            points *= extent;
        }
        return points;
    }

    /** The weights that turn a point of the loops into its linear position. */
    public List<Integer> linear() {
        Integer[] weights = new Integer[domain.size()];
        int weight = 1;
        for (int loop = domain.size() - 1; loop >= 0; loop--) {
            weights[loop] = weight;
            weight *= domain.get(loop);
        }
        return List.of(weights);
    }

    /**
     * Whether each point writes the element of its own index and no other point does: nothing is folded. The array may be larger
     * than the domain, see {@link Nests#isWhole}.
     */
    public boolean isElementwise() {
        return fold == Fold.SUM && target.isIdentity();
    }

    /** The extents of a shape as a domain. */
    public static List<Integer> domainOf(Shape shape) {
        Integer[] extents = new Integer[shape.rank()];
        Arrays.setAll(extents, shape::dim);
        return List.of(extents);
    }
}
