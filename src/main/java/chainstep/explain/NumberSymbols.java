package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.math.Tensor;
import chainstep.run.Trace;

/**
 * Values written as their numbers in one iteration.
 *
 * @param <T> what the notation draws with
 */
record NumberSymbols<T>(Trace trace, Notation<T> notation) implements Symbols<T> {
    @Override
    public Written<T> symbol(Expression.Symbol symbol) {
        Tensor value = trace.value(symbol.node());
        T drawn = notation.value(value, isWritten(symbol.node()));
        return new Written<>(drawn, isNegative(value) ? Written.NEGATIVE : Written.ATOM);
    }

    private static boolean isNegative(Tensor value) {
        return value.shape().isScalar() && value.item() < 0;
    }

    /** Numbers of leaves were written by a person, unless training changed them. */
    private boolean isWritten(int node) {
        return trace.program().node(node).isLeaf();
    }

    @Override
    public Written<T> transposed(Expression.Symbol symbol) {
        Tensor value = trace.value(symbol.node());
        return value.shape().rank() == 0 || value.shape().rank() > 2
                ? symbol(symbol)
                : new Written<>(notation.turned(value, isWritten(symbol.node())), Written.ATOM);
    }

    @Override
    public Written<T> element(Expression.Symbol symbol, int[] index) {
        Tensor value = trace.value(symbol.node());
        Tensor one = Tensor.scalar(value.at(index));
        return new Written<>(notation.value(one, true), one.item() < 0 ? Written.NEGATIVE : Written.ATOM);
    }

    @Override
    public Written<T> lettered(Expression.Symbol symbol, String index) {
        return symbol(symbol);
    }

    @Override
    public Written<T> made(Expression.Made made) {
        Tensor value = Middle.of(trace, made);
        boolean row = value.shape().rank() == 1;
        T drawn = row ? notation.turned(value, false) : notation.value(value, made.element() >= 0);
        return new Written<>(drawn, isNegative(value) ? Written.NEGATIVE : Written.ATOM);
    }

    @Override
    public Written<T> constant(Expression.Constant constant) {
        return new Written<>(notation.number(constant.value()), Written.ATOM);
    }

    @Override
    public boolean numeric() {
        return true;
    }

    @Override
    public boolean isGradient(Expression.Symbol symbol) {
        return false;
    }
}
