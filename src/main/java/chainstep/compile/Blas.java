package chainstep.compile;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of matrices by OpenBLAS, each in one thread, so that a program gives the same bits each time on one machine. Where there is
 * no OpenBLAS nothing is missing: programs are printed without it.
 */
public final class Blas {
    /** Smaller products take longer to hand over than to compute. */
    private static final long LEAST = 8192;

    private static final int BY_ROWS = 101;
    private static final int AS_IT_IS = 111;
    private static final int TURNED = 112;

    private static final boolean THERE = load();

    private Blas() {}

    private static boolean load() {
        try {
            Loader.load(openblas_nolapack.class);
            openblas_nolapack.blas_set_num_threads(1);
            return true;
        } catch (LinkageError | RuntimeException missing) {
            return false;
        }
    }

    /** Whether it computes a product sooner than loops would. */
    static boolean suits(Product product) {
        return product.size() >= LEAST && product.m() > 1 && product.n() > 1 && THERE;
    }

    private static int order(boolean turned) {
        return turned ? TURNED : AS_IT_IS;
    }

    /** C = A·B + {@code kept}·C; the numbers after each array: how far its rows are apart. */
    public static void multiply(
            boolean turnA,
            boolean turnB,
            int m,
            int n,
            int k,
            double[] a,
            int lda,
            double[] b,
            int ldb,
            double kept,
            double[] c,
            int ldc) {
        openblas_nolapack.cblas_dgemm(BY_ROWS, order(turnA), order(turnB), m, n, k, 1, a, lda, b, ldb, kept, c, ldc);
    }

    /** The same in float32. */
    public static void multiply(
            boolean turnA,
            boolean turnB,
            int m,
            int n,
            int k,
            float[] a,
            int lda,
            float[] b,
            int ldb,
            double kept,
            float[] c,
            int ldc) {
        openblas_nolapack.cblas_sgemm(
                BY_ROWS, order(turnA), order(turnB), m, n, k, 1, a, lda, b, ldb, (float) kept, c, ldc);
    }
}
