package chainstep.ui;

import chainstep.run.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Tasks that are done when told, one by one in the order they came. */
public class Held implements Tasks {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int asked;

    @Override
    public <T> void run(
            Function<Progress, T> work, LongConsumer reached, Consumer<T> done, Consumer<RuntimeException> failed) {
        asked++;
        waiting.add(() -> Tasks.atOnce().run(work, reached, done, failed));
    }

    @Override
    public Tasks beside() {
        return this;
    }

    @Override
    public void cancel() {
        // what waits is done when told
    }

    /** How many have ever been asked for. */
    public int asked() {
        return asked;
    }

    /** How many are not done yet. */
    public int waiting() {
        return waiting.size();
    }

    /** Does the one that has waited longest. */
    public void finish() {
        waiting.remove().run();
    }

    /** Does all, with those that come of them. */
    public void release() {
        while (!waiting.isEmpty()) {
            finish();
        }
    }
}
