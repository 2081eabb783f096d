package chainstep.cli;

import java.util.Locale;

/** How far training has come, how fast it is and how long it will still take, on one line. */
final class TrainBar {
    private static final int WIDTH = 24;
    private static final int SECOND = 1000;
    private static final int MINUTE = 60;
    private static final double MANY = 1e4;
    private static final double MILLION = 1e6;

    private final Console console;
    private final long first;
    private final long last;
    private final int batch;
    private final long begun = Stopwatch.millis();

    /**
     * @param first how many updates there were before
     * @param last how many there will be
     * @param batch rows an update
     */
    TrainBar(Console console, long first, long last, int batch) {
        this.console = console;
        this.first = first;
        this.last = last;
        this.batch = batch;
    }

    String text(long updates) {
        return text(updates, Math.max(1, Stopwatch.millis() - begun));
    }

    /** @param millis since the run began */
    String text(long updates, long millis) {
        long done = updates - first;
        int full = (int) (WIDTH * done / Math.max(1, last - first));
        double perSecond = (double) done * SECOND / millis;
        String left = done > 0 ? clock(Math.round((last - updates) / perSecond)) : "?";
        return console.say(
                "train.progress",
                "█".repeat(full) + "░".repeat(WIDTH - full),
                updates,
                last,
                rate(perSecond * batch),
                left);
    }

    private static String rate(double perSecond) {
        if (perSecond >= MILLION) {
            return String.format(Locale.ROOT, "%.2fM", perSecond / MILLION);
        }
        return perSecond >= MANY
                ? String.format(Locale.ROOT, "%.0fk", perSecond / SECOND)
                : String.format(Locale.ROOT, "%.0f", perSecond);
    }

    private static String clock(long seconds) {
        long minutes = seconds / MINUTE;
        return minutes < MINUTE
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / MINUTE, minutes % MINUTE, seconds % MINUTE);
    }
}
