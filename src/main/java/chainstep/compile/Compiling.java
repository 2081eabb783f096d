package chainstep.compile;

/** The ways to compile a flow. */
enum Compiling {
    /** Row by row where it is small enough, else loop by loop. */
    BEST,
    ROWS,
    LOOPS
}
