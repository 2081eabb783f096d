package chainstep.train;

import chainstep.graph.Program;
import chainstep.lang.Take;
import chainstep.math.MainAxes;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The loss over the plane in which a training moved most, with the path it took; over the parameters themselves where there are two.
 *
 * <p>After Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape of Neural Nets (2018), section 7: the two main axes
 * of the states gone through, taken from the last one.
 *
 * @param exact whether the axes are two parameters, so that the plane is all there is
 * @param across the name of what goes across
 * @param up the name of what goes up
 * @param left where the plane begins; the others likewise
 * @param losses row by row, from the lowest; every row from the left; NaN where there is none
 * @param path pairs of places across and up, the last being where the training is
 */
public record LossSurface(
        boolean exact,
        String across,
        String up,
        double left,
        double right,
        double bottom,
        double top,
        double[][] losses,
        List<double[]> path) {
    /** How many losses are worked out each way: fewer where one takes more steps of loops. */
    private static final int[] SIDES = {33, 21, 13};

    private static final long[] STEPS = {4_000_000, 16_000_000, 60_000_000};

    private static final double MARGIN = 0.35;

    public LossSurface {
        path = List.copyOf(path);
    }

    /**
     * The surface around a path, all of the training rows' loss.
     *
     * @param states along the path, the last being where the training is
     * @param progress told of every row, and asked whether to go on
     * @return empty where it was broken off, would take too long, or the training has not moved in two directions
     */
    public static Optional<LossSurface> of(Course course, List<Snapshot> states, Progress progress) {
        Parameters point = Parameters.of(course.program());
        Snapshot last = states.get(states.size() - 1);
        double[] origin = point.at(last);
        List<double[]> points = states.stream().map(point::at).toList();
        boolean exact = point.size() == 2;
        List<double[]> axes =
                exact ? List.of(new double[] {1, 0}, new double[] {0, 1}) : MainAxes.of(points, origin, 2);
        if (axes.size() < 2) {
            return Optional.empty();
        }
        double[] from = exact ? new double[2] : origin;
        List<double[]> path = points.stream()
                .map(each -> new double[] {along(each, from, axes.get(0)), along(each, from, axes.get(1))})
                .toList();
        double[] across = span(path, 0);
        double[] up = span(path, 1);
        int side = side(course);
        if (side == 0) {
            return Optional.empty();
        }
        Measure measure = course.hasData() ? Measure.of(course, Take.Part.TRAINING) : Measure.whole(course);
        double[][] losses = new double[side][side];
        for (int row = 0; row < side; row++) {
            if (progress.cancelled()) {
                return Optional.empty();
            }
            for (int column = 0; column < side; column++) {
                double x = across[0] + (across[1] - across[0]) * column / (side - 1);
                double y = up[0] + (up[1] - up[0]) * row / (side - 1);
                double[] there = moved(from, axes, x, y);
                losses[row][column] = measure.score(point.moved(last, there)).loss();
            }
            progress.reached(row);
        }
        String first = exact ? point.names().get(0) : "1";
        String second = exact ? point.names().get(1) : "2";
        return Optional.of(new LossSurface(exact, first, second, across[0], across[1], up[0], up[1], losses, path));
    }

    /** How many losses are worked out each way; 0 where that would take too long. */
    static int side(Course course) {
        Program whole = course.hasData() ? course.part(Take.Part.TRAINING) : course.program();
        long steps = whole.points() * Course.perEpoch(whole);
        for (int k = 0; k < SIDES.length; k++) {
            if (steps <= STEPS[k]) {
                return SIDES[k];
            }
        }
        return 0;
    }

    private static double along(double[] point, double[] from, double[] axis) {
        double sum = 0;
        for (int k = 0; k < axis.length; k++) {
            sum += (point[k] - from[k]) * axis[k];
        }
        return sum;
    }

    private static double[] moved(double[] from, List<double[]> axes, double x, double y) {
        double[] there = new double[from.length];
        for (int k = 0; k < there.length; k++) {
            there[k] = from[k] + x * axes.get(0)[k] + y * axes.get(1)[k];
        }
        return there;
    }

    /** What a path takes one way, with room around. */
    private static double[] span(List<double[]> path, int way) {
        double least = path.stream().mapToDouble(at -> at[way]).min().orElseThrow();
        double most = path.stream().mapToDouble(at -> at[way]).max().orElseThrow();
        double room = most > least ? MARGIN * (most - least) : 1;
        return new double[] {least - room, most + room};
    }
}
