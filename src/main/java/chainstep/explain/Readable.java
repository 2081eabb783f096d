package chainstep.explain;

import chainstep.graph.Expression;

/** Whether a formula still says something when its names are replaced by numbers. */
final class Readable {
    /** Numbers that would be wider than this are left to the value alone. */
    static final int WIDEST = 120;
    /** The same on a typeset page, which breaks a formula before its signs. */
    private static final int WIDEST_TYPESET = 480;

    private static final int MOST = 24;

    private Readable() {}

    /**
     * Whether there is room for a formula with its numbers; for one that must be broken only if all of them are shown.
     *
     * @param left without its value
     */
    static boolean fits(Block left, Block whole, boolean typeset) {
        boolean all = !left.text().contains(Grid.ACROSS) && !left.text().contains(Grid.DOWN);
        return whole.width() <= (typeset && all ? WIDEST_TYPESET : WIDEST);
    }

    /** A Jacobian by name, a part by place, or more numbers than a page can show. */
    static boolean hides(Expression rule) {
        boolean opaque = rule instanceof Expression.Applied applied && Rules.isOpaque(applied.function());
        return opaque || Parts.size(rule) > MOST || Parts.of(rule).stream().anyMatch(Readable::hides);
    }
}
