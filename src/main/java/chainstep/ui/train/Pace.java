package chainstep.ui.train;

/** How fast training goes by. */
public enum Pace {
    /** One update a frame. */
    UPDATE,
    /** One epoch a frame. */
    EPOCH,
    /** As fast as the engine can. */
    FULL
}
