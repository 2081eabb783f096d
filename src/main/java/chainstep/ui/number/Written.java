package chainstep.ui.number;

/** A number that stands somewhere in the source, to be changed there. */
interface Written {
    /** What it is called, as W1₁₂; or what it is for. */
    String called();

    /** As it stands there. */
    String text();

    double value();

    /** Whether only whole numbers make sense. */
    boolean isWhole();

    /** How far a slider goes to each side of it. */
    double reach();

    /** Writes another in its place, and has the text run again. */
    void change(String number);
}
