package chainstep.explain;

import chainstep.graph.Expression;

/** The few words that stand inside formulas. */
interface Wording {
    /** What a sum runs over: rows, columns, or axes by number; nothing where it is everything. */
    String range(Expression.Summed sum);

    /** Between a gradient and the part of a value where it is put, zeros elsewhere. */
    String at();

    /** Over which windows a number of a pool's image has its gradient from: all of its own, or those that it won. */
    String windows(boolean won);

    /** Behind a gradient: that it is taken where the windows of a pool were won. */
    String taken();

    /** Before the test of a formula that has two cases. */
    String when();

    /** Before or behind its second case. */
    String otherwise();
}
