package chainstep.debug;

/** Why the cursor stands where it stands. */
public sealed interface Stop {
    /** The move was made. */
    record Stepped() implements Stop {}

    /** Before the first step of the first iteration: there is nothing earlier. */
    record Start() implements Stop {}

    /** After the last step of the last iteration, the {@code limit}-th: there is nothing later. */
    record EndOfRun(long limit) implements Stop {}

    /** A breakpoint. */
    record Hit(Breakpoint breakpoint) implements Stop {}

    /** The run was broken off. */
    record Cancelled() implements Stop {}

    /** A step has no parts here, or no whole; the cursor has not moved. */
    record NoSuchDepth() implements Stop {}

    /** A leaf that nothing ever writes: no run gets to it; the cursor has not moved. */
    record NeverComputed(int node) implements Stop {}

    Stop STEPPED = new Stepped();
    Stop START = new Start();
    Stop CANCELLED = new Cancelled();
    Stop NO_SUCH_DEPTH = new NoSuchDepth();
}
