package chainstep.graph;

/** The three parts of an iteration, in program order. */
public enum Phase {
    FORWARD,
    BACKWARD,
    UPDATE
}
