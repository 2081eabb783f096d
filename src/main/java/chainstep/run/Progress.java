package chainstep.run;

import java.util.function.BooleanSupplier;

/** How a long run is followed, and broken off; asked once for each iteration, by the thread that runs. */
public interface Progress {
    /** Followed by nobody, never broken off. */
    Progress NONE = until(() -> false);

    /** Whether the run shall end now. */
    boolean cancelled();

    /** The run has computed this iteration. */
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
