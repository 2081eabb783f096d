package chainstep.debug;

/**
 * Where the cursor stands, as numbers: moving is arithmetic on them.
 *
 * @param time within the iteration, see {@link StepTree}; always the end of a step at {@code depth}
 */
record Position(long iteration, long time, Depth depth) {
    /** At another time of the same iteration or another one, no finer than needed for a step to end there. */
    Position to(StepTree tree, long otherIteration, long otherTime) {
        Depth fit = depth;
        while (!tree.isEnd(otherTime, fit)) {
            fit = Depth.values()[fit.ordinal() + 1];
        }
        return new Position(otherIteration, otherTime, fit);
    }

    /** The end of the next step at {@code by}, in the next iteration where this one is done. */
    Position forward(StepTree tree, Depth by) {
        long index = tree.index(time, by);
        long end = tree.time(index, by);
        if (end > time) {
            return to(tree, iteration, end);
        }
        boolean last = index + 1 >= tree.count(by);
        return to(tree, last ? iteration + 1 : iteration, tree.time(last ? 0 : index + 1, by));
    }

    /** The end of the last step at {@code by} that ended before, in the iteration before where there was none. */
    Position backward(StepTree tree, Depth by) {
        long before = time == 0 ? 0 : tree.time(tree.index(time, by) - 1, by);
        if (time > 0 && (before > 0 || iteration == 0)) {
            return to(tree, iteration, before);
        }
        return iteration == 0 ? this : to(tree, iteration - 1, tree.end());
    }
}
