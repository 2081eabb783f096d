package chainstep.graph;

/**
 * The one who asked wants no answer any more: the thread was interrupted, and a long computation ended at the next chance.
 *
 * <p>What was being computed is lost, everything before it stays. The thread stays interrupted until whoever tells the user takes
 * note of it.
 */
public final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenOff() {
        super(null, null, false, false);
    }

    /** @throws BrokenOff when the thread was interrupted */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new BrokenOff();
        }
    }
}
