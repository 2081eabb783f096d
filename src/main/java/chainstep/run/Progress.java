package chainstep.run;

import java.util.function.BooleanSupplier;

/** How long work is followed, and broken off; asked once for each iteration or each element, by the thread that works. */
public interface Progress {
    /** Followed by nobody, broken off when the thread is interrupted. */
    Progress NONE = until(() -> Thread.currentThread().isInterrupted());

    /** Whether the run shall end now. */
    boolean cancelled();

    /** The run has computed this iteration; the check so many elements. */
    void reached(long iteration);

    /** A run that ends when {@code cancelled} says so. */
    static Progress until(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }

            @Override
            public void reached(long iteration) {
                // nobody follows
            }
        };
    }
}
