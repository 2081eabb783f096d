package chainstep.cli;

import chainstep.graph.BrokenOff;
import chainstep.homework.paper.Crew;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does many pieces of work on several threads, and hands the results over in the order of the work, whoever was ready first: of what
 * waits there is never more than a few for each thread.
 */
final class ThreadCrew implements Crew, AutoCloseable {
    private static final int AHEAD = 4;

    private final ExecutorService pool;
    private final int waiting;

    ThreadCrew(int threads) {
        this.waiting = AHEAD * threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "crew");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <T, R> void inOrder(List<T> work, Function<T, R> each, Consumer<R> then) {
        Deque<Future<R>> begun = new ArrayDeque<>();
        for (T piece : work) {
            begun.add(pool.submit(() -> each.apply(piece)));
            if (begun.size() >= waiting) {
                then.accept(result(begun.remove()));
            }
        }
        while (!begun.isEmpty()) {
            then.accept(result(begun.remove()));
        }
    }

    private static <R> R result(Future<R> begun) {
        try {
            return begun.get();
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new BrokenOff();
        } catch (ExecutionException trouble) {
            if (trouble.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (trouble.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(trouble.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
