package chainstep.ui.graph;

import java.util.List;

/**
 * Puts the slots of columns level with their neighbours, as far as their order and the room between them allow.
 *
 * <p>One column after the other, forth and back: the least squares of the slots' distances from where their neighbours want them, by
 * the pool adjacent violators algorithm. Source: Barlow, Bartholomew, Bremner, Brunk, Statistical Inference under Order
 * Restrictions, 1972, ch. 1.
 */
final class Straightening {
    private static final double BETWEEN_BOXES = 24;
    private static final double BETWEEN_GIVEN = 14;
    private static final double BESIDE_EDGE = 15;
    private static final double BETWEEN_EDGES = 9;
    private static final int SWEEPS = 30;
    /** In pixels: what moves less is where it belongs. */
    private static final double STILL = 0.1;

    private Straightening() {}

    /** @param space between slots, as a share of that where there is room */
    static void straighten(List<List<Slot>> columns, double space) {
        columns.forEach(column -> stack(column, space));
        double moved = STILL;
        for (int sweep = 0; sweep < SWEEPS && moved >= STILL; sweep++) {
            moved = 0;
            for (List<Slot> column : columns) {
                moved = Math.max(moved, settle(column, space));
            }
            for (int k = columns.size() - 1; k >= 0; k--) {
                moved = Math.max(moved, settle(columns.get(k), space));
            }
        }
    }

    /** Under each other, around 0. */
    private static void stack(List<Slot> column, double space) {
        double y = 0;
        for (int k = 0; k < column.size(); k++) {
            y += k == 0 ? 0 : apart(column.get(k - 1), column.get(k), space);
            column.get(k).put(y);
        }
        double half = y / 2;
        column.forEach(slot -> slot.put(slot.y() - half));
    }

    /** How far the middles of two neighbours must be apart. */
    private static double apart(Slot above, Slot below, double space) {
        double boxes = above.isGiven() || below.isGiven() ? BETWEEN_GIVEN : BETWEEN_BOXES;
        double room = above.isPassing() && below.isPassing()
                ? BETWEEN_EDGES
                : above.isPassing() || below.isPassing() ? BESIDE_EDGE : boxes;
        return (above.height() + below.height()) / 2 + Math.round(room * space);
    }

    /** Returns how far the slot went that went furthest. */
    private static double settle(List<Slot> column, double space) {
        int n = column.size();
        double[] offset = new double[n];
        for (int k = 1; k < n; k++) {
            offset[k] = offset[k - 1] + apart(column.get(k - 1), column.get(k), space);
        }
        double[] level = new double[n];
        double[] weight = new double[n];
        int[] count = new int[n];
        int pools = 0;
        for (int k = 0; k < n; k++) {
            level[pools] = column.get(k).wish() - offset[k];
            weight[pools] = column.get(k).weight();
            count[pools] = 1;
            pools++;
            while (pools > 1 && level[pools - 2] > level[pools - 1]) {
                double both = weight[pools - 2] + weight[pools - 1];
                level[pools - 2] = (level[pools - 2] * weight[pools - 2] + level[pools - 1] * weight[pools - 1]) / both;
                weight[pools - 2] = both;
                count[pools - 2] += count[pools - 1];
                pools--;
            }
        }
        int at = 0;
        double moved = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int k = 0; k < count[pool]; k++, at++) {
                double next = level[pool] + offset[at];
                moved = Math.max(moved, Math.abs(next - column.get(at).y()));
                column.get(at).put(next);
            }
        }
        return moved;
    }
}
