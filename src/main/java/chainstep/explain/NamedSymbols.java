package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Values written by name: the user's names, ∂E/∂h for gradients, and for an inner value without a name its formula; what is
 * neither named nor computed is written as its numbers.
 *
 * @param <T> what the notation draws with
 */
final class NamedSymbols<T> implements Symbols<T> {
    private final Trace trace;
    private final Program program;
    private final Names names;
    private final Notation<T> notation;
    private final Function<Node, Form> via;
    private final Composition inner;
    private final Picks picks;
    private Printer<T> printer;

    /** In place of a formula that nobody would read to its end. */
    private static final Form UNREAD = new Form("…", "\\cdots");

    /** @param via what marks a gradient's term through one of several uses, empty for the whole gradient */
    NamedSymbols(Trace trace, Names names, Notation<T> notation, Function<Node, Form> via) {
        this.trace = trace;
        this.program = trace.program();
        this.names = names;
        this.notation = notation;
        this.via = via;
        this.picks = new Picks(program, names);
        this.inner = Composition.ofNames(
                program,
                id -> names.letters(id).isPresent()
                        || Names.byWhat(program.node(id)).isPresent());
    }

    /** The printer that writes formulas in place of names; given once it exists. */
    NamedSymbols<T> printedBy(Printer<T> printsInner) {
        printer = printsInner;
        return this;
    }

    @Override
    public Written<T> symbol(Expression.Symbol symbol) {
        return node(symbol.node());
    }

    Written<T> node(int id) {
        Node node = program.node(id);
        Optional<Lettering> letters = names.letters(id);
        if (letters.isPresent()) {
            return new Written<>(notation.form(letters.get().form()), Written.ATOM);
        } else if (Names.byWhat(node).isPresent()) {
            return gradient(node, firm(node(Names.byWhat(node).get())));
        } else if (node.isLeaf() && isOwnSymbol(id)) {
            return numbers(trace.value(id));
        } else if (inner.isEndless(id)) {
            return new Written<>(notation.form(UNREAD), Written.ATOM);
        } else if (picks.isElement(id)) {
            return element(picks.whole(id), picks.index(id, new int[0]));
        }
        return printer.write(formula(id));
    }

    /** Whether a value is called by its formula, having no name. */
    private boolean isFormula(int id) {
        Node node = program.node(id);
        return names.letters(id).isEmpty() && Names.byWhat(node).isEmpty() && !node.isLeaf();
    }

    /** The formula of an inner value; no value is called by a number. */
    private Expression formula(int id) {
        Expression formula = inner.of(id);
        return formula instanceof Expression.Number ? inner.untidied(id) : formula;
    }

    /** Whether a leaf has no formula either: an array written inside an expression. */
    private boolean isOwnSymbol(int leaf) {
        return inner.of(leaf) instanceof Expression.Symbol symbol && symbol.node() == leaf;
    }

    private Written<T> numbers(Tensor value) {
        boolean negative = value.shape().isScalar() && value.item() < 0;
        return new Written<>(notation.value(value, true), negative ? Written.NEGATIVE : Written.ATOM);
    }

    private Written<T> gradient(Node node, T by) {
        Form mark = via.apply(node);
        int level = mark.isEmpty() || notation.drawsBars() ? Written.FRACTION : Written.ATOM;
        int of = Names.ofWhat(node).orElseThrow();
        return new Written<>(
                isArray(of)
                        ? notation.derivative(firm(total(of)), by, mark)
                        : derivative(of, Names.byWhat(node).orElseThrow(), by, mark),
                level);
    }

    private boolean isArray(int id) {
        return program.node(id).shape().size() > 1;
    }

    /** What a gradient is the gradient of: of an array, of the sum of its elements. */
    Written<T> total(int of) {
        Expression value = new Expression.Symbol(of, program.node(of).shape());
        return isArray(of) ? printer.write(new Expression.Summed(value, List.of())) : node(of);
    }

    /** ∂of/∂by; of a gradient ∂E/∂w the second derivative ∂²E/∂w². */
    private T derivative(int of, int by, T byDrawn, Form mark) {
        if (!names.isCalledGradient(of)
                || of == by
                || Names.byWhat(program.node(by)).isPresent()) {
            return notation.derivative(firm(node(of)), byDrawn, mark);
        }
        List<Integer> more = new ArrayList<>();
        int whole = of;
        while (names.isCalledGradient(whole)) {
            more.add(Names.byWhat(program.node(whole)).orElseThrow());
            whole = Names.ofWhat(program.node(whole)).orElseThrow();
        }
        int order = more.size() + 1;
        T below = byDrawn;
        if (more.stream().allMatch(other -> other == by)) {
            below = notation.power(byDrawn, notation.number(Rational.of(order)));
        } else {
            for (int other : more) {
                below = notation.alsoBy(below, firm(node(other)));
            }
        }
        return notation.derivative(notation.order(order, firm(node(whole))), below, mark);
    }

    private T firm(Written<T> written) {
        return written.level() < Written.ATOM ? notation.parentheses(written.drawn()) : written.drawn();
    }

    @Override
    public Written<T> transposed(Expression.Symbol symbol) {
        if (isFormula(symbol.node()) && formula(symbol.node()) instanceof Expression.Transposed twice) {
            return printer.write(twice.of());
        }
        Written<T> base = symbol(symbol);
        T held = base.level() < Written.ATOM ? notation.parentheses(base.drawn()) : base.drawn();
        return new Written<>(notation.transposed(held), Written.POWER);
    }

    @Override
    public Written<T> element(Expression.Symbol symbol, int[] index) {
        return element(symbol.node(), index);
    }

    Written<T> element(int id, int[] index) {
        Node node = program.node(id);
        if (node.shape().isScalar()) {
            return node(id);
        }
        Optional<Form> label = names.label(id, node.shape().offset(index));
        Optional<Lettering> letters = names.letters(id);
        if (label.isPresent() || letters.isPresent()) {
            Form form = label.orElseGet(() -> letters.orElseThrow().element(index));
            return new Written<>(notation.form(form), Written.ATOM);
        } else if (picks.isPick(id)) {
            return element(picks.whole(id), picks.index(id, index));
        } else if (picks.isPlaced(node) && share(node, index).isPresent()) {
            return share(node, index).get();
        } else if (Names.byWhat(node).isPresent()) {
            return gradient(node, firm(element(Names.byWhat(node).get(), index)));
        } else if (node.isLeaf()) {
            return numbers(Tensor.scalar(trace.value(id).at(index)));
        }
        Written<T> base = node(id);
        T held = base.level() < Written.ATOM ? notation.parentheses(base.drawn()) : base.drawn();
        return new Written<>(notation.indexed(held, index), Written.ATOM);
    }

    /** A number of a pick's gradient put at its place, under its own name; empty for the zeros around. */
    private Optional<Written<T>> share(Node placed, int[] index) {
        Role.Term term = (Role.Term) placed.role();
        OptionalInt place = picks.place(term.through(), placed.shape().offset(index));
        OptionalInt gradient = program.gradient(term.of(), term.through());
        return place.isPresent() && gradient.isPresent()
                ? Optional.of(element(
                        gradient.getAsInt(),
                        program.node(gradient.getAsInt()).shape().index(place.getAsInt())))
                : Optional.empty();
    }

    @Override
    public Written<T> lettered(Expression.Symbol symbol, String index) {
        return lettered(symbol.node(), index);
    }

    /** An element of a value by name, or of a gradient, with letters for its index; of others the formula with the index. */
    Written<T> lettered(int id, String index) {
        Node node = program.node(id);
        Optional<Lettering> letters = names.letters(id);
        if (letters.isPresent()) {
            return new Written<>(notation.form(letters.get().element(index)), Written.ATOM);
        } else if (Names.byWhat(node).isPresent()) {
            return gradient(node, firm(lettered(Names.byWhat(node).get(), index)));
        }
        Written<T> base = node(id);
        T held = base.level() < Written.ATOM ? notation.parentheses(base.drawn()) : base.drawn();
        Form below = new Form(Lettering.letters(index), "_{" + index + "}");
        return new Written<>(notation.sequence(List.of(held, notation.form(below))), Written.ATOM);
    }

    @Override
    public Written<T> made(Expression.Made made) {
        return new Written<>(notation.form(Middle.form(program, names, made)), Written.ATOM);
    }

    @Override
    public Written<T> constant(Expression.Constant constant) {
        return new Written<>(notation.form(Middle.letter(names, constant.letter())), Written.ATOM);
    }

    /** ∂of/∂by between two elements. */
    T partial(int of, int[] ofIndex, int by, int[] byIndex) {
        return notation.derivative(firm(element(of, ofIndex)), firm(element(by, byIndex)), Form.EMPTY);
    }

    /** The gradient of a value by one element; an array counts as the sum of its elements. */
    T gradient(int of, int by, int[] byIndex) {
        return isArray(of)
                ? notation.derivative(firm(total(of)), firm(element(by, byIndex)), Form.EMPTY)
                : partial(of, program.node(of).shape().index(0), by, byIndex);
    }

    /** ∂of/∂by between two values. */
    T partial(int of, int by) {
        return derivative(of, by, firm(node(by)), Form.EMPTY);
    }

    @Override
    public boolean numeric() {
        return false;
    }

    @Override
    public boolean isGradient(Expression.Symbol symbol) {
        Role role = program.node(symbol.node()).role();
        return role instanceof Role.Term || role instanceof Role.Total || role instanceof Role.Seed;
    }
}
