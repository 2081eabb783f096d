package chainstep.train;

import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.lang.Take;
import chainstep.math.MainAxes;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.util.ArrayList;
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
    /** How many losses are worked out each way. */
    public static final int SIDE = 33;

    private static final double MARGIN = 0.35;

    public LossSurface {
        path = List.copyOf(path);
    }

    /** The parameters of a program as one point. */
    private record Point(List<Integer> carries, List<String> names, int size) {
        static Point of(Program program) {
            List<Integer> carries = new ArrayList<>();
            List<String> names = new ArrayList<>();
            int size = 0;
            for (int k = 0; k < program.carries().size(); k++) {
                int leaf = program.carries().get(k).leaf();
                if (program.node(leaf).isLeaf(Leaf.Kind.PARAM)) {
                    carries.add(k);
                    int numbers = program.node(leaf).shape().size();
                    for (int i = 0; i < numbers; i++) {
                        names.add(program.node(leaf).name() + (numbers == 1 ? "" : "[" + i + "]"));
                    }
                    size += numbers;
                }
            }
            return new Point(carries, names, size);
        }

        double[] at(Snapshot state) {
            double[] all = new double[size];
            int next = 0;
            for (int carry : carries) {
                double[] values = state.values(carry);
                System.arraycopy(values, 0, all, next, values.length);
                next += values.length;
            }
            return all;
        }

        /** A state with other parameters. */
        Snapshot state(Snapshot like, double[] numbers) {
            double[][] carried = new double[like.size()][];
            for (int k = 0; k < carried.length; k++) {
                carried[k] = like.values(k);
            }
            int next = 0;
            for (int carry : carries) {
                System.arraycopy(numbers, next, carried[carry], 0, carried[carry].length);
                next += carried[carry].length;
            }
            return new Snapshot(like.iteration(), carried);
        }
    }

    /**
     * The surface around a path, all of the training rows' loss.
     *
     * @param states along the path, the last being where the training is
     * @param progress told of every row, and asked whether to go on
     * @return empty where it was broken off, or the training has not moved in two directions
     */
    public static Optional<LossSurface> of(Course course, List<Snapshot> states, Progress progress) {
        Point point = Point.of(course.program());
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
        Measure measure = course.hasData() ? Measure.of(course, Take.Part.TRAINING) : Measure.whole(course);
        double[][] losses = new double[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            if (progress.cancelled()) {
                return Optional.empty();
            }
            for (int column = 0; column < SIDE; column++) {
                double x = across[0] + (across[1] - across[0]) * column / (SIDE - 1);
                double y = up[0] + (up[1] - up[0]) * row / (SIDE - 1);
                double[] there = moved(from, axes, x, y);
                losses[row][column] = measure.score(point.state(last, there)).loss();
            }
            progress.reached(row);
        }
        String first = exact ? point.names().get(0) : "1";
        String second = exact ? point.names().get(1) : "2";
        return Optional.of(new LossSurface(exact, first, second, across[0], across[1], up[0], up[1], losses, path));
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
