package chainstep.run;

import chainstep.graph.Nest;
import chainstep.graph.Nests;

/** One nest made ready to run in float64 any number of times. */
interface NestRunner {
    /** Runs the nest over arrays numbered as in {@link Nests}; the array written holds its start values. */
    void run(double[][] arrays);

    /**
     * The best way to run this nest; all give the same numbers.
     *
     * @param assigns whether the nest alone writes its array, each element once, so that nothing need be added up
     */
    static NestRunner of(Nests nests, Nest nest, boolean assigns) {
        Coalesced coalesced = Coalesced.of(nests, nest);
        return NestAtOnce.canRun(coalesced.nest())
                ? new NestAtOnce(nests, coalesced, assigns)
                : new NestByRows(nests, coalesced, assigns);
    }
}
