package chainstep.op;

import chainstep.graph.FastPath;
import chainstep.math.Shape;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A {@link MatMul} by EJML, working on the program's own arrays. Mutable working memory; one thread. */
final class EjmlProduct implements FastPath {
    private final boolean transposeLeft;
    private final boolean transposeRight;
    private final DMatrixRMaj a;
    private final DMatrixRMaj b;
    private final DMatrixRMaj c;

    EjmlProduct(MatMul product, List<Shape> inputs) {
        Shape left = inputs.get(0);
        Shape right = inputs.get(1);
        this.transposeLeft = product.left() && left.rank() == 2;
        this.transposeRight = product.right() && right.rank() == 2;
        this.a = left.rank() == 2 ? matrix(left.dim(0), left.dim(1)) : matrix(1, left.dim(0));
        this.b = right.rank() == 2 ? matrix(right.dim(0), right.dim(1)) : matrix(right.dim(0), 1);
        this.c = matrix(transposeLeft ? a.numCols : a.numRows, transposeRight ? b.numRows : b.numCols);
    }

    /** A matrix of this size, without numbers until it is pointed at an array. */
    private static DMatrixRMaj matrix(int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj();
        matrix.numRows = rows;
        matrix.numCols = columns;
        return matrix;
    }

    @Override
    public void compute(double[][] inputs, double[] result) {
        a.data = inputs[0];
        b.data = inputs[1];
        c.data = result;
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
