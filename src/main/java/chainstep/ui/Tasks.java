package chainstep.ui;

import chainstep.run.Progress;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Where long work is done, one piece after the other, so that the event thread never waits. */
public interface Tasks {
    /**
     * Does some work, then goes on on the event thread.
     *
     * @param work is given what it shall ask whether to go on
     * @param reached told on the event thread, now and then, which iteration the work has reached
     * @param done given the result on the event thread
     * @param failed given what the work threw, on the event thread
     */
    <T> void run(Function<Progress, T> work, LongConsumer reached, Consumer<T> done, Consumer<RuntimeException> failed);

    /** Others of the same kind, beside these: for work that shall hold up none of these. */
    Tasks beside();

    /** Asks the work under way to end early. */
    void cancel();

    /** Does the work on a thread of its own. */
    static Tasks inBackground() {
        return new BackgroundTasks();
    }

    /** Does all work at once, in the caller's thread: for painting without a window, and for tests. */
    static Tasks atOnce() {
        return new Tasks() {
            @Override
            public <T> void run(
                    Function<Progress, T> work,
                    LongConsumer reached,
                    Consumer<T> done,
                    Consumer<RuntimeException> failed) {
                T result;
                try {
                    result = work.apply(Progress.NONE);
                } catch (RuntimeException trouble) {
                    failed.accept(trouble);
                    return;
                }
                done.accept(result);
            }

            @Override
            public Tasks beside() {
                return this;
            }

            @Override
            public void cancel() {
                // nothing is under way while anyone could ask
            }
        };
    }
}
