package chainstep.train;

import chainstep.run.Snapshot;

/**
 * Training that stopped because a condition held.
 *
 * @param condition its number among the {@link Conditions}
 * @param iteration the first update, from 0, in which it holds
 * @param before the state before that update: what to open in the debugger
 */
public record Halt(int condition, long iteration, Snapshot before) {}
