package chainstep.ui.train;

import java.util.List;

/**
 * How often numbers fall into bins {@code [low + k·step, low + (k+1)·step)}, whose step is 1, 2 or 5 times a power of ten.
 *
 * @param low where the first bin begins, a multiple of the step
 * @param counts bin by bin; none where no number is finite
 * @param odd how many numbers are NaN or infinite: they are in no bin
 */
record Histogram(String name, double low, double step, List<Integer> counts, int odd) {
    private static final int BINS = 20;
    private static final int MOST = 2 * BINS + 2;
    /** So much of a number that is alone makes a bin. */
    private static final double ALONE = 0.01;

    Histogram {
        counts = List.copyOf(counts);
    }

    static Histogram of(String name, double[]... all) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int odd = 0;
        for (double[] values : all) {
            for (double value : values) {
                boolean finite = Double.isFinite(value);
                odd += finite ? 0 : 1;
                least = finite ? Math.min(least, value) : least;
                most = finite ? Math.max(most, value) : most;
            }
        }
        if (least > most) {
            return new Histogram(name, 0, 1, List.of(), odd);
        }
        double span = most / BINS - least / BINS;
        double step = round(span > Math.ulp(most) ? span : ALONE * (most == 0 ? 1 : Math.abs(most)));
        double low = Math.floor(least / step) * step;
        return new Histogram(name, low, step, counts(low, step, most, all), odd);
    }

    /** The least of 1, 2 and 5 times a power of ten that is no less. */
    private static double round(double size) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(size, Double.MIN_NORMAL))));
        double digits = size / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    private static List<Integer> counts(double low, double step, double most, double[]... all) {
        Integer[] counts = new Integer[bin(most, low, step, MOST) + 1];
        int[] own = new int[counts.length];
        for (double[] values : all) {
            for (double value : values) {
                if (Double.isFinite(value)) {
                    own[bin(value, low, step, own.length)]++;
                }
            }
        }
        for (int k = 0; k < own.length; k++) {
            counts[k] = own[k];
        }
        return List.of(counts);
    }

    private static int bin(double value, double low, double step, int bins) {
        return (int) Math.max(0, Math.min(bins - 1, Math.floor(value / step - low / step + 1e-9)));
    }

    /** Where a bin begins; that of the bin behind the last is where the last one ends. */
    double edge(int bin) {
        return low + bin * step;
    }

    int most() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The first of the bins with the most numbers. */
    int fullest() {
        return counts.indexOf(most());
    }

    /** How many numbers there are in all. */
    int total() {
        return odd + counts.stream().mapToInt(Integer::intValue).sum();
    }
}
