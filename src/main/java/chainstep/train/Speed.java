package chainstep.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How many updates a second an engine makes of a course: the median of several windows, after a warm-up.
 *
 * @param updates a second
 */
public record Speed(double updates) {
    private static final int WINDOWS = 5;
    private static final double SECOND = 1e9;

    /**
     * Measures.
     *
     * @param window how long a window lasts at least, in nanoseconds; the warm-up is three of them
     * @param clock nanoseconds
     */
    public static Speed of(Course course, Engine engine, long window, LongSupplier clock) {
        Session session = engine.open(course.program(), List.of(course.loss()), List.of());
        int chunk = 1;
        long began = clock.getAsLong();
        while (clock.getAsLong() - began < 3 * window) {
            long start = clock.getAsLong();
            session.run(chunk);
            chunk = clock.getAsLong() - start < window / 4 ? Math.min(2 * chunk, 1 << 16) : chunk;
        }
        double[] rates = new double[WINDOWS];
        for (int k = 0; k < WINDOWS; k++) {
            rates[k] = rate(session, chunk, window, clock);
        }
        Arrays.sort(rates);
        return new Speed(rates[WINDOWS / 2]);
    }

    private static double rate(Session session, int chunk, long window, LongSupplier clock) {
        long updates = 0;
        long start = clock.getAsLong();
        while (clock.getAsLong() - start < window) {
            session.run(chunk);
            updates += chunk;
        }
        return updates * SECOND / (clock.getAsLong() - start);
    }
}
