package chainstep.compile;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of matrices by OpenBLAS, each in one thread, so that a program gives the same bits each time on one machine. Where there is
 * no OpenBLAS nothing is missing: programs are printed without it.
 *
 * <p>JavaCPP brings the library, netlib calls it: it lends Java's arrays to it, where JavaCPP would copy them there and back.
 */
public final class Blas {
    /** Smaller products take longer to hand over than to compute. */
    private static final long LEAST = 8192;

    /** Held, so that it is not forgotten that it is to be silent. */
    private static final Logger TALK = Logger.getLogger("dev.ludovic.netlib.blas");

    private static final Optional<BLAS> NATIVE = load();

    private Blas() {}

    private static Optional<BLAS> load() {
        TALK.setLevel(Level.OFF);
        try {
            Path folder = Path.of(Loader.load(openblas_nolapack.class)).getParent();
            openblas_nolapack.blas_set_num_threads(1);
            System.setProperty(
                    "dev.ludovic.netlib.blas.nativeLibPath",
                    folder.resolve("libopenblas_nolapack.so.0").toString());
            return Optional.of(NativeBLAS.getInstance());
        } catch (LinkageError | RuntimeException missing) {
            return Optional.empty();
        }
    }

    /** Whether it computes a product sooner than loops would. */
    static boolean suits(Product product) {
        return product.size() >= LEAST && product.m() > 1 && product.n() > 1 && NATIVE.isPresent();
    }

    private static String order(boolean turned) {
        return turned ? "T" : "N";
    }

    /** C = {@code times}·A·B + {@code kept}·C; the numbers after each array: how far its rows are apart. */
    public static void multiply(
            boolean turnA,
            boolean turnB,
            int m,
            int n,
            int k,
            double times,
            double[] a,
            int lda,
            double[] b,
            int ldb,
            double kept,
            double[] c,
            int ldc) {
        // a matrix by rows is its transpose by columns, and Cᵀ = BᵀAᵀ
        NATIVE.orElseThrow().dgemm(order(turnB), order(turnA), n, m, k, times, b, ldb, a, lda, kept, c, ldc);
    }

    /** The same in float32. */
    public static void multiply(
            boolean turnA,
            boolean turnB,
            int m,
            int n,
            int k,
            float times,
            float[] a,
            int lda,
            float[] b,
            int ldb,
            float kept,
            float[] c,
            int ldc) {
        NATIVE.orElseThrow().sgemm(order(turnB), order(turnA), n, m, k, times, b, ldb, a, lda, kept, c, ldc);
    }
}
