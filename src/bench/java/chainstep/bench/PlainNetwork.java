package chainstep.bench;

import chainstep.train.Workload;

/** What one would write by hand in plain Java: dense layers of tanh or sigmoid on arrays made once, half the squared error, SGD. */
final class PlainNetwork {
    private final int[] sizes;
    private final double[][] weights;
    private final double[][] biases;
    private final double[][] byWeights;
    private final double[][] byBiases;
    private final double[][] a;
    private final double[][] delta;
    private final boolean tanh;
    private final double rate;

    PlainNetwork(Workload workload, boolean tanh, double rate) {
        this.sizes = workload.sizes();
        this.tanh = tanh;
        this.rate = rate;
        int layers = sizes.length - 1;
        weights = new double[layers][];
        biases = new double[layers][];
        byWeights = new double[layers][];
        byBiases = new double[layers][];
        a = new double[layers + 1][];
        delta = new double[layers + 1][];
        for (int l = 0; l < layers; l++) {
            weights[l] = workload.first()[2 * l].clone();
            biases[l] = workload.first()[2 * l + 1].clone();
            byWeights[l] = new double[weights[l].length];
            byBiases[l] = new double[biases[l].length];
            a[l + 1] = new double[sizes[l + 1]];
            delta[l + 1] = new double[sizes[l + 1]];
        }
    }

    private double activation(double z) {
        return tanh ? Math.tanh(z) : 1 / (1 + Math.exp(-z));
    }

    private double slope(double value) {
        return tanh ? 1 - value * value : value * (1 - value);
    }

    /** One update by rows {@code from} to {@code to}. */
    void update(double[][] inputs, double[][] targets, int from, int to) {
        for (int row = from; row < to; row++) {
            forward(inputs[row]);
            backward(targets[row]);
        }
        double by = rate / (to - from);
        for (int l = 0; l < weights.length; l++) {
            step(weights[l], byWeights[l], by);
            step(biases[l], byBiases[l], by);
        }
    }

    private static void step(double[] values, double[] gradient, double by) {
        for (int k = 0; k < values.length; k++) {
            values[k] -= by * gradient[k];
            gradient[k] = 0;
        }
    }

    private void forward(double[] input) {
        a[0] = input;
        for (int l = 0; l < weights.length; l++) {
            int in = sizes[l];
            for (int j = 0; j < sizes[l + 1]; j++) {
                double z = biases[l][j];
                for (int i = 0; i < in; i++) {
                    z += weights[l][j * in + i] * a[l][i];
                }
                a[l + 1][j] = activation(z);
            }
        }
    }

    private void backward(double[] target) {
        int last = weights.length;
        for (int j = 0; j < sizes[last]; j++) {
            delta[last][j] = (a[last][j] - target[j]) * slope(a[last][j]);
        }
        for (int l = last - 1; l >= 0; l--) {
            int in = sizes[l];
            for (int j = 0; j < sizes[l + 1]; j++) {
                byBiases[l][j] += delta[l + 1][j];
                for (int i = 0; i < in; i++) {
                    byWeights[l][j * in + i] += delta[l + 1][j] * a[l][i];
                }
            }
            for (int i = 0; l > 0 && i < in; i++) {
                double sum = 0;
                for (int j = 0; j < sizes[l + 1]; j++) {
                    sum += weights[l][j * in + i] * delta[l + 1][j];
                }
                delta[l][i] = sum * slope(a[l][i]);
            }
        }
    }

    double[] weights(int layer) {
        return weights[layer].clone();
    }
}
