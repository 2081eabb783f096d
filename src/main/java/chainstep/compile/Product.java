package chainstep.compile;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A nest that is a product of two matrices in flat arrays, told by how its loops walk: C += A·B, with C of {@code m} × {@code n} and
 * {@code k} terms to a sum.
 */
record Product(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
    /**
     * A matrix in a flat array, row by row.
     *
     * @param apart how far one row is from the next
     * @param turned whether the product takes its transpose
     */
    record Matrix(int array, int apart, boolean turned) {}

    /** A matrix by the loops along and across it: {@code rows} and {@code columns} as the product sees them. */
    private static Optional<Matrix> matrix(int array, Walk walk, int rows, int columns, int high, int wide) {
        int down = walk.steps()[rows];
        int across = walk.steps()[columns];
        if (across == 1 && down >= wide) {
            return Optional.of(new Matrix(array, down, false));
        }
        return down == 1 && across >= high ? Optional.of(new Matrix(array, across, true)) : Optional.empty();
    }

    /** The product that a nest is; empty where it is none. */
    static Optional<Product> of(Flow flow, Flow.Loop loop) {
        Nest nest = loop.nest();
        int[] loops = IntStream.range(0, nest.domain().size())
                .filter(l -> nest.domain().get(l) > 1)
                .toArray();
        boolean two = nest.reads().size() == 2
                && nest.body() instanceof Formula.Multiply product
                && product.left() instanceof Formula.Input one
                && product.right() instanceof Formula.Input other
                && one.read() != other.read();
        if (!two || loop.assigns() || nest.fold() != Nest.Fold.SUM || loops.length != 3) {
            return Optional.empty();
        }
        Walk target = Walk.of(nest.target(), flow.arrays().get(nest.out()).shape(), nest.domain());
        List<Walk> reads = nest.reads().stream()
                .map(read -> Walk.of(read.map(), flow.arrays().get(read.array()).shape(), nest.domain()))
                .toList();
        boolean plain = target.inside() && target.offset() == 0;
        if (!plain || !reads.stream().allMatch(walk -> walk.inside() && walk.offset() == 0)) {
            return Optional.empty();
        }
        return roles(nest, target, reads, loops);
    }

    private static Optional<Product> roles(Nest nest, Walk target, List<Walk> reads, int[] loops) {
        for (int row : loops) {
            for (int column : loops) {
                int summed = loops[0] + loops[1] + loops[2] - row - column;
                if (row == column || target.steps()[column] != 1 || target.steps()[summed] != 0) {
                    continue;
                }
                for (int left = 0; left < 2; left++) {
                    Optional<Product> product = with(nest, target, reads, new int[] {row, column, summed}, left);
                    if (product.isPresent()) {
                        return product;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Product> with(Nest nest, Walk target, List<Walk> reads, int[] role, int left) {
        int m = nest.domain().get(role[0]);
        int n = nest.domain().get(role[1]);
        int k = nest.domain().get(role[2]);
        Walk a = reads.get(left);
        Walk b = reads.get(1 - left);
        if (a.steps()[role[1]] != 0 || b.steps()[role[0]] != 0 || target.steps()[role[0]] < n) {
            return Optional.empty();
        }
        return matrix(nest.reads().get(left).array(), a, role[0], role[2], m, k)
                .flatMap(one -> matrix(nest.reads().get(1 - left).array(), b, role[2], role[1], k, n)
                        .map(other -> new Product(
                                m, n, k, one, other, new Matrix(nest.out(), target.steps()[role[0]], false))));
    }

    /** How many multiplications it takes. */
    long size() {
        return (long) m * n * k;
    }

    /** Whether it sets every element of an array of this size. */
    boolean fills(int size) {
        return c.apart() == n && m * n == size;
    }
}
