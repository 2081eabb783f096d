package chainstep.cli;

/** Writes the derivation of some iterations, one after another, in one form. */
interface DerivationWriter {
    /** What stands before the first iteration. */
    default void begin(Outlet outlet) {}

    void add(long iteration, Outlet outlet);

    /** What stands after the last iteration. */
    default void end(Outlet outlet) {}
}
