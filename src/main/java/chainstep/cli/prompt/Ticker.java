package chainstep.cli.prompt;

import chainstep.run.Progress;
import java.io.PrintWriter;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Says on one line of a terminal how far long work has come; the line is gone when the work is done.
 *
 * <p>Nothing is said of work that is over within two seconds. Ctrl-C interrupts the thread, and the work ends.
 */
public final class Ticker implements Progress, AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long BEAT = 200_000_000L;

    private final PrintWriter out;
    private final LongFunction<String> words;
    private final LongSupplier clock;
    private final boolean speaks;
    private long next;
    private int width;

    Ticker(PrintWriter out, boolean speaks, LongSupplier clock, LongFunction<String> words) {
        this.out = out;
        this.speaks = speaks;
        this.clock = clock;
        this.words = words;
        this.next = clock.getAsLong() + PATIENCE;
    }

    /** Speaks on {@code out} where {@code speaks}; {@code words} say how far it has come. */
    public static Ticker of(PrintWriter out, boolean speaks, LongFunction<String> words) {
        return new Ticker(out, speaks, System::nanoTime, words);
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void reached(long count) {
        if (speaks && clock.getAsLong() >= next) {
            String line = words.apply(count);
            width = Math.max(width, 2 * line.length());
            out.print("\r" + line);
            out.flush();
            next = clock.getAsLong() + BEAT;
        }
    }

    @Override
    public void close() {
        clear();
    }

    /** Takes the line away, to write another there; it comes back. */
    public void clear() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
