package chainstep.ui.train;

import chainstep.data.Rows;
import chainstep.lang.Take;
import chainstep.train.Course;
import chainstep.train.Examples;
import chainstep.train.Prediction;
import chainstep.train.Predictor;
import java.util.List;
import java.util.Optional;

/**
 * How the data of a course can be looked at.
 *
 * @param kind of picture
 * @param training the rows learnt from; empty where there are none
 * @param held rows not learnt from: those to test with, else those to choose by
 * @param asked the rows that every unit is asked about
 * @param low the least of the features, all around with some room
 * @param high the greatest
 */
record Outlook(Kind kind, Optional<Examples> training, Optional<Examples> held, Rows asked, double low, double high) {
    /** How many rows there are along each side of the plane. */
    static final int SIDE = 64;

    /** How many rows there are along the line. */
    static final int LINE = 160;

    private static final int FEW = 60;
    private static final double ROOM = 0.08;
    private static final int LEAST_IMAGE = 16;

    enum Kind {
        /** Two features: a map of the plane. */
        PLANE,
        /** One feature: a curve. */
        LINE,
        /** Rows that are square images. */
        IMAGES,
        /** Any other rows. */
        TABLE
    }

    /** How a course's data can be looked at; empty where it learns from no rows, or has no answer. */
    static Optional<Outlook> of(Course course) {
        Optional<Examples> training = Examples.of(course, Take.Part.TRAINING);
        if (training.isEmpty() || Prediction.of(course.program()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Examples> held =
                Examples.of(course, Take.Part.TEST).or(() -> Examples.of(course, Take.Part.VALIDATION));
        Predictor.Features features = Predictor.features(course);
        return Optional.of(of(features, training.get(), held));
    }

    private static Outlook of(Predictor.Features features, Examples training, Optional<Examples> held) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : training.features().values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double room = high > low ? ROOM * (high - low) : 1;
        low -= room;
        high += room;
        Kind kind = kind(features.count());
        Rows asked = switch (kind) {
            case PLANE -> plane(low, high, features.names());
            case LINE -> line(low, high, features.names());
            default -> held.orElse(training).first(FEW).features();
        };
        return new Outlook(kind, Optional.of(training), held, asked, low, high);
    }

    private static Kind kind(int features) {
        int side = (int) Math.round(Math.sqrt(features));
        return switch (features) {
            case 1 -> Kind.LINE;
            case 2 -> Kind.PLANE;
            default -> side * side == features && features >= LEAST_IMAGE ? Kind.IMAGES : Kind.TABLE;
        };
    }

    private static Rows plane(double low, double high, List<String> names) {
        double[] values = new double[2 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int at = 2 * (row * SIDE + column);
                values[at] = low + (high - low) * (column + 0.5) / SIDE;
                values[at + 1] = high - (high - low) * (row + 0.5) / SIDE;
            }
        }
        return Rows.of(SIDE * SIDE, new int[] {2}, values, names);
    }

    private static Rows line(double low, double high, List<String> names) {
        double[] values = new double[LINE];
        for (int k = 0; k < LINE; k++) {
            values[k] = low + (high - low) * k / (LINE - 1);
        }
        return Rows.of(LINE, new int[] {1}, values, names);
    }

    /** The rows that the asked ones were taken from, where they were. */
    Optional<Examples> shown() {
        return kind == Kind.IMAGES || kind == Kind.TABLE
                ? held.or(() -> training).map(rows -> rows.first(FEW))
                : Optional.empty();
    }
}
