package chainstep.debug;

/** How much one step covers, from everything down to one number; each depth divides the steps of the one before. */
public enum Depth {
    ITERATION,
    /** Forward, backward, update. */
    PHASE,
    /** What one source line computes, or in the update one parameter. */
    LINE,
    /** One node; in the backward pass all terms that come back through one node, and copies beside them. */
    OPERATION,
    /** One chain-rule term; where there is none, the same as an operation. */
    TERM,
    /** One number. */
    ELEMENT;

    /** Whether this covers less than {@code other}. */
    public boolean isFinerThan(Depth other) {
        return compareTo(other) > 0;
    }
}
