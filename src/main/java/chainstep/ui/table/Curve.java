package chainstep.ui.table;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * Numbers as lines in a box, all to one scale; gaps where a number is not finite.
 *
 * @param low the least number of all that are finite
 * @param high the largest of these; less than {@code low} where there is none
 */
record Curve(List<List<Double>> lines, double low, double high) {
    static Curve of(List<List<Double>> lines) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (List<Double> line : lines) {
            for (double number : line) {
                low = Double.isFinite(number) ? Math.min(low, number) : low;
                high = Double.isFinite(number) ? Math.max(high, number) : high;
            }
        }
        return new Curve(lines, low, high);
    }

    boolean isEmpty() {
        return low > high;
    }

    boolean isFlat() {
        return low == high;
    }

    /** All lines; what never changes runs through the middle. */
    Path2D in(double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        lines.forEach(line -> add(path, line, x, y, width, height));
        return path;
    }

    private void add(Path2D path, List<Double> line, double x, double y, double width, double height) {
        boolean pen = false;
        for (int k = 0; k < line.size(); k++) {
            double right = x + (line.size() == 1 ? 0 : width * k / (line.size() - 1));
            double down = y + height * (isFlat() ? 0.5 : (high - line.get(k)) / (high - low));
            if (!Double.isFinite(line.get(k)) || !Double.isFinite(down)) {
                pen = false;
            } else if (pen) {
                path.lineTo(right, down);
            } else {
                path.moveTo(right, down);
                path.lineTo(right + 1, down);
                pen = true;
            }
        }
    }
}
