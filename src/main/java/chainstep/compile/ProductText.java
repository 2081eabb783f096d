package chainstep.compile;

import java.util.BitSet;
import java.util.Optional;

/** Large products of matrices as calls: by OpenBLAS, or of rows that are mostly zeros, without those. */
final class ProductText {
    /** A table with fewer numbers that are not zero, of each so many, is sparse. */
    private static final double SPARSE = 0.4;
    /** Shorter rows are not worth it. */
    private static final int NARROW = 16;

    private static final long LEAST = 32768;

    private final Flow flow;
    private final Precision precision;
    private final BitSet sparse = new BitSet();

    ProductText(Flow flow, Precision precision) {
        this.flow = flow;
        this.precision = precision;
        flow.arrays(Flow.Kind.ROWS).stream().filter(ProductText::isSparse).forEach(array -> sparse.set(array.id()));
    }

    private static boolean isSparse(Flow.Array array) {
        double[] table = Flow.rows(array).table();
        long some = 0;
        for (double value : table) {
            some += value != 0 ? 1 : 0;
        }
        return some < SPARSE * table.length;
    }

    /** Whether a nest is a product with the rows of a sparse table. */
    boolean isSparse(Flow.Loop loop) {
        return Product.of(flow, loop).filter(this::isSparse).isPresent();
    }

    private boolean isSparse(Product product) {
        Product.Matrix rows = product.a();
        Product.Matrix by = product.b();
        boolean whole = sparse.get(rows.array())
                && rows.apart() == Flow.rows(flow.arrays().get(rows.array())).rowSize()
                && rows.apart() == (rows.turned() ? product.m() : product.k());
        boolean alone = flow.loops().stream()
                        .filter(loop -> loop.nest().out() == product.c().array())
                        .count()
                == 1;
        return whole
                && alone
                && rows.array() != by.array()
                && !by.turned()
                && by.apart() == product.n()
                && product.n() >= NARROW
                && product.size() >= LEAST
                && product.fills(flow.arrays().get(product.c().array()).shape().size());
    }

    /**
     * The call for a nest; empty where loops do as well.
     *
     * @param first whether nothing has been written yet to the array it writes
     */
    Optional<String> of(Flow.Loop loop, boolean first) {
        return Product.of(flow, loop)
                .flatMap(product -> isSparse(product)
                        ? Optional.of(leavingOut(product))
                        : Blas.suits(product) ? Optional.of(blas(product, first)) : Optional.empty());
    }

    private static String leavingOut(Product product) {
        return "sparse" + product.a().array() + "." + (product.a().turned() ? "turnedTimes" : "times") + "(a"
                + product.b().array() + ", a" + product.c().array() + ", " + product.n() + ");\n";
    }

    private String blas(Product product, boolean first) {
        boolean sets = first
                && product.fills(flow.arrays().get(product.c().array()).shape().size());
        return blas(product, precision.literal(1), "a" + product.c().array(), sets ? 0 : 1);
    }

    private static String blas(Product product, String times, String into, int kept) {
        return Blas.class.getName() + ".multiply(" + product.a().turned() + ", "
                + product.b().turned() + ", "
                + product.m() + ", " + product.n() + ", " + product.k() + ", " + times + ", a"
                + product.a().array() + ", "
                + product.a().apart() + ", a" + product.b().array() + ", "
                + product.b().apart() + ", "
                + kept + ", " + into + ", "
                + product.c().apart() + ");\n";
    }

    /** Whether a nest is one call that sets its whole array. */
    boolean isWholeCall(Flow.Loop loop) {
        return Product.of(flow, loop)
                .filter(product -> loop.divisor() == 1 && isFresh(loop))
                .filter(product -> isSparse(product) ? product.a().turned() : Blas.suits(product))
                .isPresent();
    }

    /** The call that takes a product, so many times, off an array. */
    String takeOff(Flow.Loop loop, String times, int from) {
        Product product = Product.of(flow, loop).orElseThrow();
        return isSparse(product)
                ? "sparse" + product.a().array() + ".takeOffTurned(" + times + ", a"
                        + product.b().array() + ", a" + from + ", " + product.n() + ");\n"
                : blas(product, "-" + times, "a" + from, 1);
    }

    /** Whether the call sets every element, so that the array need not be cleared before. */
    boolean isFresh(Flow.Loop loop) {
        return Product.of(flow, loop)
                .filter(product -> product.fills(
                        flow.arrays().get(loop.nest().out()).shape().size()))
                .isPresent();
    }

    /** The class of what holds a sparse table. */
    String type() {
        return (precision == Precision.FLOAT64 ? Sparse64.class : Sparse32.class).getName();
    }
}
