package chainstep.bench;

import chainstep.train.Workload;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The same as {@link PlainNetwork} with EJML's matrices, all made once: a batch at a time. */
final class EjmlNetwork {
    private final DMatrixRMaj[] weights;
    private final DMatrixRMaj[] biases;
    private final DMatrixRMaj[] byWeights;
    private final DMatrixRMaj[] byBiases;
    private final DMatrixRMaj[] a;
    private final DMatrixRMaj[] delta;
    private final boolean tanh;
    private final double rate;

    EjmlNetwork(Workload workload, int batch, boolean tanh, double rate) {
        int[] sizes = workload.sizes();
        int layers = sizes.length - 1;
        this.tanh = tanh;
        this.rate = rate;
        weights = new DMatrixRMaj[layers];
        biases = new DMatrixRMaj[layers];
        byWeights = new DMatrixRMaj[layers];
        byBiases = new DMatrixRMaj[layers];
        a = new DMatrixRMaj[layers + 1];
        delta = new DMatrixRMaj[layers + 1];
        for (int l = 0; l < layers; l++) {
            weights[l] = new DMatrixRMaj(sizes[l + 1], sizes[l], true, workload.first()[2 * l]);
            biases[l] = new DMatrixRMaj(1, sizes[l + 1], true, workload.first()[2 * l + 1]);
            byWeights[l] = new DMatrixRMaj(sizes[l + 1], sizes[l]);
            byBiases[l] = new DMatrixRMaj(1, sizes[l + 1]);
            a[l + 1] = new DMatrixRMaj(batch, sizes[l + 1]);
            delta[l + 1] = new DMatrixRMaj(batch, sizes[l + 1]);
        }
    }

    /** One update by a batch. */
    void update(DMatrixRMaj inputs, DMatrixRMaj targets) {
        int last = weights.length;
        a[0] = inputs;
        for (int l = 0; l < last; l++) {
            CommonOps_DDRM.multTransB(a[l], weights[l], a[l + 1]);
            activate(a[l + 1], biases[l]);
        }
        CommonOps_DDRM.subtract(a[last], targets, delta[last]);
        slope(a[last], delta[last]);
        for (int l = last - 1; l >= 0; l--) {
            CommonOps_DDRM.multTransA(delta[l + 1], a[l], byWeights[l]);
            CommonOps_DDRM.sumCols(delta[l + 1], byBiases[l]);
            if (l > 0) {
                CommonOps_DDRM.mult(delta[l + 1], weights[l], delta[l]);
                slope(a[l], delta[l]);
            }
        }
        for (int l = 0; l < last; l++) {
            CommonOps_DDRM.addEquals(weights[l], -rate / inputs.numRows, byWeights[l]);
            CommonOps_DDRM.addEquals(biases[l], -rate / inputs.numRows, byBiases[l]);
        }
    }

    private void activate(DMatrixRMaj z, DMatrixRMaj bias) {
        for (int row = 0, k = 0; row < z.numRows; row++) {
            for (int j = 0; j < z.numCols; j++, k++) {
                double sum = z.data[k] + bias.data[j];
                z.data[k] = tanh ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
            }
        }
    }

    private void slope(DMatrixRMaj value, DMatrixRMaj by) {
        for (int k = 0; k < value.data.length; k++) {
            double v = value.data[k];
            by.data[k] *= tanh ? 1 - v * v : v * (1 - v);
        }
    }
}
