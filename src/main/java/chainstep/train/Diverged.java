package chainstep.train;

import chainstep.run.Snapshot;

/**
 * Training that stopped because a number was none.
 *
 * @param iteration the first update, from 0, whose loss or whose new parameters are not finite
 * @param before the state before that update: what to open in the debugger
 * @param loss that update's loss
 */
public record Diverged(long iteration, Snapshot before, double loss) {}
