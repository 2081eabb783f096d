package chainstep.cli;

/** Tells how long things take: the one clock of the process, handed to whoever says so to a user. */
public final class Stopwatch {
    private static final long NANOS = 1_000_000;

    private Stopwatch() {}

    /** Milliseconds since some moment. */
    public static long millis() {
        return System.nanoTime() / NANOS;
    }
}
