package chainstep.explain;

import chainstep.graph.Expression;

/** What a printer writes for the value of a node: its name, or its numbers. */
interface Symbols<T> {
    Written<T> symbol(Expression.Symbol symbol);

    /** The value with rows and columns exchanged; a vector as a row. */
    Written<T> transposed(Expression.Symbol symbol);

    /** One element, its index counted from zero. */
    Written<T> element(Expression.Symbol symbol, int[] index);

    /** One element, with letters for its index. */
    Written<T> lettered(Expression.Symbol symbol, String index);

    /** What an operation makes on the way, by its letter or as its numbers. */
    Written<T> made(Expression.Made made);

    /** A positive number that textbooks have a letter for. */
    Written<T> constant(Expression.Constant constant);

    /** Whether numbers are written, so that nothing may stand side by side without a sign. */
    boolean numeric();

    /** Whether the value is a gradient, which is set apart by a dot. */
    boolean isGradient(Expression.Symbol symbol);
}
