package chainstep.train;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.RowSupply;
import chainstep.graph.Supply;
import java.util.Arrays;

/** What the numbers of a target leaf look like. */
final class Targets {
    private Targets() {}

    /** All numbers of a leaf, the whole table where it takes rows of one. */
    static double[] of(Node leaf) {
        Supply supply = ((Leaf) leaf.op()).supply();
        if (supply instanceof RowSupply rows) {
            return rows.table();
        }
        double[] values = new double[leaf.shape().size()];
        supply.fill(0, values);
        return values;
    }

    /** Whether every row of so many numbers is a one among zeros. */
    static boolean isOneHot(double[] values, int classes) {
        for (int from = 0; from < values.length; from += classes) {
            double[] row = Arrays.copyOfRange(values, from, from + classes);
            if (!are(row, 0, 1) || Arrays.stream(row).sum() != 1) {
                return false;
            }
        }
        return values.length > 0;
    }

    /** Whether all are numbers of classes. */
    static boolean areClasses(double[] values, int classes) {
        return Arrays.stream(values).allMatch(v -> v >= 0 && v < classes && v == Math.rint(v));
    }

    /** Whether all are one of two numbers. */
    static boolean are(double[] values, double one, double other) {
        return Arrays.stream(values).allMatch(v -> v == one || v == other);
    }
}
