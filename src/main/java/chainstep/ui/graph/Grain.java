package chainstep.ui.graph;

/** How much one box stands for, where nobody has said otherwise of it. */
public enum Grain {
    /** Every operation has a box. */
    OPERATION,
    /** A named value with all the operations of its formula. */
    VALUE,
    /** All values of one source line. */
    LINE,
    /** All values between one use of parameters and the next, parameters included. */
    LAYER
}
