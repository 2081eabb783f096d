package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Program;
import java.util.Map;

/** Values written in LaTeX as another does, each in the colour of what it is; without a colour as they were. */
record InkedSymbols(Symbols<String> written, Program program, Map<Ink, String> colours) implements Symbols<String> {
    @Override
    public Written<String> symbol(Expression.Symbol symbol) {
        return inked(symbol, written.symbol(symbol));
    }

    @Override
    public Written<String> transposed(Expression.Symbol symbol) {
        return inked(symbol, written.transposed(symbol));
    }

    @Override
    public Written<String> element(Expression.Symbol symbol, int[] index) {
        return inked(symbol, written.element(symbol, index));
    }

    @Override
    public Written<String> lettered(Expression.Symbol symbol, String index) {
        return inked(symbol, written.lettered(symbol, index));
    }

    @Override
    public Written<String> made(Expression.Made made) {
        return inked(Ink.VALUE, written.made(made));
    }

    @Override
    public Written<String> constant(Expression.Constant constant) {
        return written.constant(constant);
    }

    private Written<String> inked(Expression.Symbol symbol, Written<String> plain) {
        return inked(Ink.of(program.node(symbol.node())), plain);
    }

    private Written<String> inked(Ink ink, Written<String> plain) {
        String colour = colours.get(ink);
        return colour == null
                ? plain
                : new Written<>("\\textcolor{" + colour + "}{" + plain.drawn() + "}", plain.level());
    }

    @Override
    public boolean numeric() {
        return written.numeric();
    }

    @Override
    public boolean isGradient(Expression.Symbol symbol) {
        return written.isGradient(symbol);
    }
}
