package chainstep.run;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Does work on a thread of its own and looks at it meanwhile: work that takes too long fails there and then, with the place where it
 * hangs.
 *
 * <p>Time is the processor time of that thread, so that other work on the machine does not count; a wall clock guards against work
 * that waits for ever.
 */
final class Watched implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final long WALL_NANOS = 60_000_000_000L;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile Thread worker = Thread.currentThread();

    private Thread thread(Runnable work) {
        Thread made = new Thread(null, work, "watched", 1 << 20);
        made.setDaemon(true);
        worker = made;
        return made;
    }

    /** Work that may throw anything. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Work that nobody breaks off. */
    void within(long nanos, Work work) throws Throwable {
        run(Long.MAX_VALUE, nanos, work);
    }

    /** Work that is interrupted, as by Ctrl-C, after so much processor time, and has to end within so much in all. */
    void interrupted(long after, long nanos, Work work) throws Throwable {
        run(after, nanos, work);
    }

    private void run(long patience, long nanos, Work work) throws Throwable {
        Future<?> done = executor.submit(() -> {
            try {
                work.run();
            } finally {
                Thread.interrupted();
            }
            return null;
        });
        long wall = System.nanoTime();
        long before = -1;
        while (true) {
            try {
                done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException failed) {
                throw failed.getCause();
            } catch (TimeoutException still) {
                long now = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
                before = before < 0 ? now : before;
                if (now - before > nanos || System.nanoTime() - wall > WALL_NANOS) {
                    throw new AssertionError((now - before) / 1_000_000 + " ms and no end in sight, at\n  " + stack());
                } else if (now - before > patience) {
                    worker.interrupt();
                }
            }
        }
    }

    private String stack() {
        return Arrays.stream(worker.getStackTrace())
                .limit(40)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n  "));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
