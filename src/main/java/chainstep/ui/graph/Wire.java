package chainstep.ui.graph;

/**
 * What one edge shows at one moment.
 *
 * @param local what a term that comes back along it multiplies by, ∂z2/∂h = W2; empty where nothing does now
 */
record Wire(Link link, Flow flow, String local) {
    /** What runs along an edge now. */
    enum Flow {
        /** Nothing has yet. */
        PALE,
        IDLE,
        FORWARD,
        BACKWARD
    }
}
