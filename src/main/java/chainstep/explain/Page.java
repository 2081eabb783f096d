package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What explanations are written from, and how: a program, the values of one iteration, the source's lines, a language.
 *
 * <p>Holds the printers, so that every formula of one derivation is written alike.
 */
public final class Page {
    /** A line of the source wider than this is cut where it is only spoken of. */
    private static final int LONGEST = 200;

    private final Program program;
    private final Trace trace;
    private final Notations notations;
    private final List<String> source;
    private final Prose prose;
    private final Detail detail;
    private final boolean typeset;
    private final Names names;
    private final Magnitudes magnitudes;
    private final Once<Repeats> repeats;
    private final Once<Set<String>> parts = new Once<>(this::parts);
    private final Map<Integer, LineEdges> edges = new HashMap<>();
    private final Composition statements;
    private final Once<Evaluator> evaluator;
    private final Uses uses;
    private final Picks picks;
    private final Marks marks;
    private final NamedSymbols<Block> plainNames;
    private final NamedSymbols<String> latexNames;
    private final Printer<Block> plain;
    private final Printer<String> latex;
    private final Printer<Block> lineNumbers;
    private final Printer<Block> blockNumbers;
    private final Printer<String> latexNumbers;

    /** A page with the usual digits; what it takes is told at {@link Explainer}. */
    public Page(Trace trace, List<String> source, Map<Integer, List<String>> labels, Locale locale, Detail detail) {
        this(trace, source, labels, locale, detail, Map.of(), Numerals.USUAL, false);
    }

    /** In colours as LaTeX takes them, none for black; with more numbers where {@code typeset}, as wide formulas are broken there. */
    Page(
            Trace trace,
            List<String> source,
            Map<Integer, List<String>> labels,
            Locale locale,
            Detail detail,
            Map<Ink, String> colours,
            int digits,
            boolean typeset) {
        this.notations = Notations.of(digits);
        this.typeset = typeset;
        this.detail = detail;
        this.program = trace.program();
        this.trace = trace;
        this.source = List.copyOf(source);
        this.prose = Prose.in(locale);
        this.names = new Names(program, labels);
        this.magnitudes = Magnitudes.of(trace);
        this.statements = new Composition(program, names::isShown);
        this.evaluator = new Once<>(() -> new Evaluator(program));
        this.uses = new Uses(program, names);
        this.picks = new Picks(program, names);
        this.marks = new Marks(this, uses);
        this.plainNames = new NamedSymbols<>(trace, names, notations.line(), marks::of);
        this.latexNames = new NamedSymbols<>(trace, names, notations.tex(), marks::of);
        this.plain = printer(notations.line(), plainNames);
        this.latex = printer(notations.tex(), new InkedSymbols(latexNames, program, colours));
        plainNames.printedBy(plain);
        this.repeats = new Once<>(this::repeats);
        latexNames.printedBy(printer(notations.tex(), latexNames));
        this.lineNumbers = printer(notations.line(), new NumberSymbols<>(trace, notations.line()));
        this.blockNumbers = printer(notations.block(), new NumberSymbols<>(trace, notations.block()));
        this.latexNumbers = printer(
                notations.tex(), new InkedSymbols(new NumberSymbols<>(trace, notations.tex()), program, colours));
    }

    /** A page without a source or labels. */
    public static Page of(Trace trace, Locale locale, Detail detail) {
        return new Page(trace, List.of(), Map.of(), locale, detail);
    }

    private <T> Printer<T> printer(Notation<T> notation, Symbols<T> symbols) {
        return new Printer<>(notation, symbols, prose);
    }

    /** Found among the values without any marks, which would ask for the repeats again. */
    private Repeats repeats() {
        NamedSymbols<Block> unmarked = new NamedSymbols<>(trace, names, notations.line(), node -> Form.EMPTY);
        unmarked.printedBy(printer(notations.line(), unmarked));
        return new Repeats(program, names, id -> unmarked.node(id).drawn().text());
    }

    /** Which of the values written alike this one is, if there are several. */
    Optional<Repeats.Repeat> repeat(int value) {
        return repeats.get().of(value);
    }

    /** The use that a pick is of the value it is taken from; empty where its elements have no other. */
    Optional<Uses.Use> share(int of, int pick) {
        boolean taken = picks.isPick(pick);
        return taken ? uses.share(of, pick).or(() -> share(of, picks.whole(pick))) : Optional.empty();
    }

    /** Whether a number was told under the same name before: brackets took it out of a value, or its gradient is put back. */
    boolean isTold(Node node, int element) {
        return picks.isPick(node.id())
                || Names.ofWhat(node).isPresent()
                        && uses.alone(
                                Names.ofWhat(node).get(), Names.byWhat(node).orElseThrow(), element);
    }

    /** What is taken out of values by brackets. */
    Picks picks() {
        return picks;
    }

    /** Which of a value's several uses a term is. */
    Optional<Uses.Use> use(Node term) {
        return uses.via(term);
    }

    /** How a value is called in a sentence: by its name, or "the first exp(x)" where others are written alike. */
    Form told(int value) {
        Optional<Repeats.Repeat> repeat = repeat(value);
        if (repeat.isEmpty()) {
            return name(value);
        }
        String key = "repeat." + repeat.get().ordinal();
        return prose.phrase(
                prose.knows(key) ? key : "repeat.nth",
                name(value),
                name(repeat.get().through()),
                repeat.get().ordinal());
    }

    /** How mathematics is written here. */
    Notations notations() {
        return notations;
    }

    Program program() {
        return program;
    }

    Trace trace() {
        return trace;
    }

    /** Runs the program again. */
    Evaluator evaluator() {
        return evaluator.get();
    }

    /** The scalar graph up to a value, its derivatives written. */
    LineEdges edges(int of) {
        return edges.computeIfAbsent(of, key -> new LineEdges(this, key, true));
    }

    /** What is known of the sizes of the numbers. */
    Magnitudes magnitudes() {
        return magnitudes;
    }

    Names names() {
        return names;
    }

    Prose prose() {
        return prose;
    }

    Detail detail() {
        return detail;
    }

    /** A line of the source without its comment; empty where there is none. */
    String line(int number) {
        String line = number >= 1 && number <= source.size() ? source.get(number - 1) : "";
        return line.strip().replaceAll(" +", " ");
    }

    /** Whether the update has a part of this name. */
    boolean hasPart(String part) {
        return parts.get().contains(part);
    }

    private Set<String> parts() {
        return program.nodes().stream()
                .filter(node -> node.role() instanceof Role.Update)
                .map(node -> ((Role.Update) node.role()).part())
                .collect(Collectors.toSet());
    }

    /** What stands above a phase. */
    Form heading(Phase phase) {
        Form name = prose.say("phase." + phase.name().toLowerCase(Locale.ROOT));
        Optional<Form> optimiser = phase == Phase.UPDATE ? Optimisation.of(this) : Optional.empty();
        return optimiser
                .map(o -> name.beside(prose.say("optimiser.open")).beside(o).beside(prose.say("optimiser.close")))
                .orElse(name);
    }

    /** How a value is called. */
    Form name(int node) {
        return new Form(
                plainNames.node(node).drawn().text(), latexNames.node(node).drawn());
    }

    /** How a value is called on the left of its formula. */
    Form left(int node) {
        return bare(node, name(node));
    }

    /** The left side of a rule: with letters for an index where the rule is one for each element. */
    Form left(int node, Expression rule) {
        String index = Indexed.head(rule);
        return index.isEmpty()
                ? left(node)
                : bare(
                        node,
                        new Form(
                                plainNames.lettered(node, index).drawn().text(),
                                latexNames.lettered(node, index).drawn()));
    }

    /** A gradient's name without the parentheses around its mark. */
    Form bare(int node, Form name) {
        boolean held =
                name.plain().startsWith("(") && Names.byWhat(program.node(node)).isPresent();
        return held ? new Form(name.plain().substring(1, name.plain().length() - 1), name.latex()) : name;
    }

    /** How one element of a value is called. */
    Form element(int node, int element) {
        if (picks().isPadding(program.node(node), element)) {
            Role.Term term = (Role.Term) program.node(node).role();
            return prose.phrase("padding", element(term.wrt(), element), name(term.through()));
        }
        int[] index = program.node(node).shape().index(element);
        return new Form(
                plainNames.element(node, index).drawn().text(),
                latexNames.element(node, index).drawn());
    }

    /** The program's gradients, their numbers and how they are called. */
    Gradients gradients() {
        return new Gradients(trace, plainNames, latexNames);
    }

    /** The derivative of one element by another. */
    Form partial(int of, int ofElement, int by, int byElement) {
        int[] up = program.node(of).shape().index(ofElement);
        int[] down = program.node(by).shape().index(byElement);
        return new Form(plainNames.partial(of, up, by, down).text(), latexNames.partial(of, up, by, down));
    }

    /** The derivative of one value by another. */
    Form derivative(int of, int by) {
        return new Form(plainNames.partial(of, by).text(), latexNames.partial(of, by));
    }

    /** An element with letters for its index, where the value has a name: Wᵢⱼ. */
    Optional<Form> lettered(int node, String index) {
        return names.letters(node).map(letters -> letters.element(index));
    }

    /** What computes a value, in a title: the user's own line, or else the formula. */
    Form statement(int node) {
        String line = line(program.node(node).origin().line());
        boolean own =
                names.isShown(node) && !line.isEmpty() && program.node(node).isNamed();
        Form rule = rule(statements.of(node));
        Form formula =
                names.letters(node).isPresent() || names.isCalledGradient(node) ? equation(name(node), rule) : rule;
        return own ? new Form(Width.cut(line, LONGEST), formula.latex()) : formula;
    }

    /** An equation, or the assignment of a next value. */
    static Form equation(Form left, Form right, boolean assigned) {
        if (left.plain().equals(right.plain())) {
            return right;
        }
        return assigned ? left.then(" ← ", " \\leftarrow ", right) : equation(left, right);
    }

    /** How the local derivative of an edge is written: a short formula, or ∂/∂. */
    Form local(LineEdge edge, int by, int byElement) {
        return edge.written().map(this::rule).orElseGet(() -> partial(edge.node(), edge.element(), by, byElement));
    }

    Form number(double value) {
        return Numerals.form(Numerals.factor(value, notations.digits()));
    }

    Form significant(double value, int digits) {
        return Numerals.form(Numerals.significant(value, digits));
    }

    /** A number that may be close to 1: 1 − 2e-9 where six digits would say 1. */
    Form close(double value) {
        String text = Numerals.close(value);
        return new Form(text, Numerals.tex(text).replace('\u2212', '-'));
    }

    /** A formula with names. */
    Form rule(Expression expression) {
        return new Form(plain.print(expression).text(), latex.print(expression));
    }

    /**
     * A formula with numbers, matrices set as blocks, then an equals sign and the value; empty where nothing is there to
     * substitute, or it would be too wide.
     */
    Form numbers(Expression expression, Tensor value) {
        if (Lettered.isLarge(program, expression)) {
            return Form.EMPTY;
        }
        boolean row = expression instanceof Expression.Summed sum
                && sum.axes().equals(List.of(0))
                && value.shape().rank() == 1
                && Shapes.of(sum.of()).filter(shape -> shape.rank() == 2).isPresent();
        Block left = blockNumbers.side(expression);
        Block right =
                row ? notations.block().turned(value, false) : notations.block().value(value, false);
        Block whole = left.then(Sign.EQUAL.plain).then(right);
        if (ElementText.isOne(expression) && expression.isScalar()
                || expression instanceof Expression.Symbol
                || !Readable.fits(left, whole, typeset)
                || Readable.hides(expression)) {
            return Form.EMPTY;
        }
        String result =
                row ? notations.tex().turned(value, false) : notations.tex().value(value, false);
        Form sides = new Form(left.text(), latexNumbers.side(expression)).equalTo(new Form(right.text(), result));
        return new Form(whole.text(), sides.latex(), sides.parts());
    }

    /** A value alone: on one line where it fits, else as a block. */
    Form set(Tensor value) {
        Form line = value(value, false);
        return Width.of(line.plain()) <= Readable.WIDEST / 2
                ? line
                : new Form(notations.block().value(value, false).text(), line.latex());
    }

    /** The Σ of a sum over a range, without what is added. */
    Form sign(Expression.Summed sum) {
        String range = prose.range(sum);
        return new Form(
                notations.line().summed(range, Block.of("")).text().strip(),
                notations.tex().summed(range, "").strip());
    }

    /** A formula with numbers, on one line. */
    Form numbers(Expression expression) {
        return new Form(lineNumbers.print(expression).text(), latexNumbers.print(expression));
    }

    /** A comparison, with names or with numbers. */
    Form condition(Expression.Indicator test, boolean numbers) {
        return numbers
                ? new Form(lineNumbers.condition(test).text(), latexNumbers.condition(test))
                : new Form(plain.condition(test).text(), latex.condition(test));
    }

    /** A value on one line. */
    Form value(int node) {
        boolean leaf = program.node(node).isLeaf();
        return value(trace.value(node), leaf);
    }

    Form value(Tensor value, boolean brief) {
        return new Form(
                notations.line().value(value, brief).text(), notations.tex().value(value, brief));
    }

    /** A formula with its value: {@code left = right}. */
    static Form equation(Form left, Form right) {
        return left.equalTo(right);
    }
}
