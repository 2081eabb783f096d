package chainstep.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The products of an update by OpenBLAS in one thread, in its own memory, and nothing else: what no program by a BLAS can beat. */
final class ProductsAlone {
    private static final int BY_ROWS = 101;
    private static final int AS_IT_IS = 111;
    private static final int TURNED = 112;

    private ProductsAlone() {}

    static Map<String, IntConsumer> of(int batch, int... sizes) {
        openblas_nolapack.blas_set_num_threads(1);
        int layers = sizes.length - 1;
        FloatPointer[] w = new FloatPointer[layers];
        FloatPointer[] a = new FloatPointer[layers + 1];
        for (int l = 0; l <= layers; l++) {
            a[l] = filled(batch * sizes[l]);
            if (l < layers) {
                w[l] = filled(sizes[l] * sizes[l + 1]);
            }
        }
        Map<String, IntConsumer> programs = new LinkedHashMap<>();
        programs.put("products alone, OpenBLAS f32", updates -> {
            for (int k = 0; k < updates; k++) {
                for (int l = 0; l < layers; l++) {
                    multiply(AS_IT_IS, AS_IT_IS, batch, sizes[l + 1], sizes[l], a[l], w[l], a[l + 1]);
                }
                for (int l = layers - 1; l >= 0; l--) {
                    multiply(TURNED, AS_IT_IS, sizes[l], sizes[l + 1], batch, a[l], a[l + 1], w[l]);
                    if (l > 0) {
                        multiply(AS_IT_IS, TURNED, batch, sizes[l], sizes[l + 1], a[l + 1], w[l], a[l]);
                    }
                }
            }
        });
        return programs;
    }

    private static FloatPointer filled(int size) {
        return new FloatPointer(size).put(new float[size]);
    }

    private static void multiply(
            int turnA, int turnB, int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
        int lda = turnA == AS_IT_IS ? k : m;
        int ldb = turnB == AS_IT_IS ? n : k;
        openblas_nolapack.cblas_sgemm(BY_ROWS, turnA, turnB, m, n, k, 1, a, lda, b, ldb, 0, c, n);
    }
}
