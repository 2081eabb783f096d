package chainstep.explain;

import chainstep.graph.Expression;

/** Whether a formula still says something when its names are replaced by numbers. */
final class Readable {
    private static final int MOST = 24;

    private Readable() {}

    /** A Jacobian by name, a part by place, or more numbers than a page can show. */
    static boolean hides(Expression rule) {
        boolean opaque = rule instanceof Expression.Applied applied && Rules.isOpaque(applied.function());
        return opaque || Parts.size(rule) > MOST || Parts.of(rule).stream().anyMatch(Readable::hides);
    }
}
