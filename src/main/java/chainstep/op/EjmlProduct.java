package chainstep.op;

import chainstep.graph.FastPath;
import chainstep.math.Shape;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A {@link MatMul} by EJML, working on the program's own arrays. */
final class EjmlProduct implements FastPath {
    private final boolean transposeLeft;
    private final boolean transposeRight;
    private final int[] left;
    private final int[] right;
    private final int rows;
    private final int columns;

    EjmlProduct(MatMul product, List<Shape> inputs) {
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        this.transposeLeft = product.left() && a.rank() == 2;
        this.transposeRight = product.right() && b.rank() == 2;
        this.left = a.rank() == 2 ? a.dims() : new int[] {1, a.dim(0)};
        this.right = b.rank() == 2 ? b.dims() : new int[] {b.dim(0), 1};
        this.rows = transposeLeft ? left[1] : left[0];
        this.columns = transposeRight ? right[0] : right[1];
    }

    @Override
    public void compute(double[][] inputs, double[] result) {
        DMatrixRMaj a = DMatrixRMaj.wrap(left[0], left[1], inputs[0]);
        DMatrixRMaj b = DMatrixRMaj.wrap(right[0], right[1], inputs[1]);
        DMatrixRMaj c = DMatrixRMaj.wrap(rows, columns, result);
        if (transposeLeft && transposeRight) {
            CommonOps_DDRM.multTransAB(a, b, c);
        } else if (transposeLeft) {
            CommonOps_DDRM.multTransA(a, b, c);
        } else if (transposeRight) {
            CommonOps_DDRM.multTransB(a, b, c);
        } else {
            CommonOps_DDRM.mult(a, b, c);
        }
    }
}
