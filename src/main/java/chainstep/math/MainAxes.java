package chainstep.math;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The directions along which points spread most, the first of all directions the most: the principal components of Pearson (1901).
 *
 * <p>Worked out from the products of the points with each other, so that there may be many more dimensions than points.
 */
public final class MainAxes {
    private MainAxes() {}

    /**
     * Up to {@code count} directions of length 1 at right angles to each other; fewer where the points spread in fewer.
     *
     * @param points each of as many numbers, taken from {@code origin}
     */
    public static List<double[]> of(List<double[]> points, double[] origin, int count) {
        int n = points.size();
        DMatrixRMaj products = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double product = product(points.get(i), points.get(j), origin);
                products.set(i, j, product);
                products.set(j, i, product);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> parts = DecompositionFactory_DDRM.eig(n, true, true);
        if (n == 0 || !parts.decompose(products)) {
            return List.of();
        }
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            order.add(k);
        }
        order.sort((a, b) -> Double.compare(
                parts.getEigenvalue(b).getReal(), parts.getEigenvalue(a).getReal()));
        double most = parts.getEigenvalue(order.get(0)).getReal();
        return order.stream()
                .limit(count)
                .filter(k -> parts.getEigenvalue(k).getReal() > 1e-12 * most)
                .map(k -> direction(points, origin, parts.getEigenVector(k)))
                .toList();
    }

    private static double product(double[] a, double[] b, double[] origin) {
        double sum = 0;
        for (int k = 0; k < origin.length; k++) {
            sum += (a[k] - origin[k]) * (b[k] - origin[k]);
        }
        return sum;
    }

    private static double[] direction(List<double[]> points, double[] origin, DMatrixRMaj shares) {
        double[] direction = new double[origin.length];
        for (int i = 0; i < points.size(); i++) {
            for (int k = 0; k < direction.length; k++) {
                direction[k] += shares.get(i) * (points.get(i)[k] - origin[k]);
            }
        }
        double length = Math.sqrt(product(direction, direction, new double[direction.length]));
        for (int k = 0; k < direction.length; k++) {
            direction[k] /= length;
        }
        return direction;
    }
}
