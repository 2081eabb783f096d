package chainstep.compile;

/** Compiled iterations, over arrays that are handed in. */
public abstract class Steps {
    /**
     * Runs iterations, each from what the one before carried on.
     *
     * @param arrays the flow's arrays, by number, of the precision compiled for; null where an array lives in local variables
     * @param rows for each array of rows, by number, the rows of all these iterations one after another
     * @param count how many iterations
     * @param outputs receives, for each iteration, the outputs asked for
     */
    public abstract void run(Object[] arrays, int[][] rows, int count, double[][] outputs);
}
