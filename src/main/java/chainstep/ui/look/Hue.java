package chainstep.ui.look;

/** What a colour means; the same everywhere, and never the only sign of it. */
public enum Hue {
    /** The ground of a page. */
    GROUND,
    /** The ground of a pane's head, the toolbar, the status bar. */
    FRAME,
    /** A hairline between panes. */
    LINE,
    TEXT,
    MUTED,
    /** A value of the forward pass. */
    VALUE,
    GRADIENT,
    UPDATE,
    PARAMETER,
    /** Inputs, targets, constants. */
    INPUT,
    /** What is being computed now, and the ground under it. */
    NOW,
    NOW_GROUND,
    /** Not reached yet. */
    PALE,
    /** An edge that nothing runs through now. */
    EDGE,
    WRONG,
    WRONG_GROUND,
    RIGHT,
    RIGHT_GROUND,
    GRADIENT_GROUND,
    VALUE_GROUND,
    UPDATE_GROUND,
    BREAKPOINT,
    /** Heat maps: −1, 0, +1. */
    HEAT_LOW,
    HEAT_ZERO,
    HEAT_HIGH,
    /** Curves in charts and classes in pictures, which are none of the values above. */
    CURVE_FIRST,
    CURVE_SECOND,
    CURVE_THIRD,
    CURVE_FOURTH,
    CURVE_FIFTH,
    CURVE_SIXTH
}
