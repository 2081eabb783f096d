package chainstep.op;

/** What a loss makes of its single losses. */
public enum Reduction {
    SUM,
    MEAN,
    /** Nothing: they stay an array. */
    NONE
}
