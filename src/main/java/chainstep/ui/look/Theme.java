package chainstep.ui.look;

/** On which ground the window is painted. */
public enum Theme {
    LIGHT,
    DARK
}
