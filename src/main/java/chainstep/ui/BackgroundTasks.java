package chainstep.ui;

import chainstep.run.Progress;
import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.swing.Timer;

/** Tasks on one thread of their own; results come back to the event thread, in order. */
final class BackgroundTasks implements Tasks {
    private static final int BETWEEN_REPORTS_MS = 50;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "chainstep-work");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Watched last = new Watched();

    @Override
    public <T> void run(
            Function<Progress, T> work, LongConsumer reached, Consumer<T> done, Consumer<RuntimeException> failed) {
        Watched watched = new Watched();
        last = watched;
        Timer reports = new Timer(BETWEEN_REPORTS_MS, tick -> watched.tell(reached));
        reports.start();
        worker.execute(() -> {
            Runnable end = outcome(work, watched, done, failed);
            EventQueue.invokeLater(() -> {
                reports.stop();
                end.run();
            });
        });
    }

    private static <T> Runnable outcome(
            Function<Progress, T> work, Progress progress, Consumer<T> done, Consumer<RuntimeException> failed) {
        try {
            T result = work.apply(progress);
            return () -> done.accept(result);
        } catch (RuntimeException trouble) {
            return () -> failed.accept(trouble);
        }
    }

    @Override
    public Tasks beside() {
        return new BackgroundTasks();
    }

    @Override
    public void cancel() {
        last.cancelled = true;
    }

    /** One piece of work: how far it is, and whether it shall end. */
    private static final class Watched implements Progress {
        private volatile boolean cancelled;
        private volatile long reached = -1;

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void reached(long iteration) {
            reached = iteration;
        }

        void tell(LongConsumer listener) {
            if (reached >= 0) {
                listener.accept(reached);
            }
        }
    }
}
