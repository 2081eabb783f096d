package chainstep.explain;

import chainstep.graph.Node;
import chainstep.math.Format;
import chainstep.math.Tensor;
import chainstep.run.Trace;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Explains any step of one iteration, in one language: what a debugger shows beside its cursor.
 *
 * <p>Cheap to make; every answer is worked out when asked for. Not for several threads.
 */
public final class Explainer {
    private final Trace trace;
    private final List<String> source;
    private final Map<Integer, List<String>> labels;
    private final Locale locale;
    private final int digits;
    private final Page page;
    private final Once<LineSteps> lines;
    private final Once<TermStep> terms;
    private final Once<ElementStep> elements;

    /**
     * @param trace the iteration's values
     * @param source the statements of the file by their first line, the first at 0; empty where there is none
     * @param labels names of single elements, row-major, by node
     */
    public Explainer(Trace trace, List<String> source, Map<Integer, List<String>> labels, Locale locale) {
        this(trace, source, labels, locale, Map.of(), Numerals.USUAL, false);
    }

    private Explainer(
            Trace trace,
            List<String> source,
            Map<Integer, List<String>> labels,
            Locale locale,
            Map<Ink, String> colours,
            int digits,
            boolean typeset) {
        this.digits = digits;
        this.trace = trace;
        this.source = List.copyOf(source);
        this.labels = Map.copyOf(labels);
        this.locale = locale;
        this.page = new Page(trace, source, labels, locale, Detail.TERM, colours, digits, typeset);
        this.lines = new Once<>(
                () -> new LineSteps(new Page(trace, source, labels, locale, Detail.LINE, colours, digits, typeset)));
        this.terms = new Once<>(() -> new TermStep(page));
        this.elements = new Once<>(() -> new ElementStep(page));
    }

    /**
     * The same explanations, the values in their formulas in colour: for a page that shows its LaTeX, not one that prints it.
     *
     * @param colours as LaTeX's {@code \textcolor} takes them; what has none stays black
     */
    public Explainer inked(Map<Ink, String> colours) {
        return new Explainer(trace, source, labels, locale, colours, digits, false);
    }

    /** The same in colour for a page that breaks wide formulas: more of them have their numbers. */
    public Explainer typeset(Map<Ink, String> colours) {
        return new Explainer(trace, source, labels, locale, colours, digits, true);
    }

    /**
     * The same explanations with another number of digits than 6.
     *
     * @param count decimals of an ordinary number, significant digits of a small one
     */
    public Explainer digits(int count) {
        return new Explainer(trace, source, labels, locale, Map.of(), count, false);
    }

    /** To how many digits numbers are written. */
    public int digits() {
        return digits;
    }

    /** Another one that says the same: for another thread. */
    public Explainer again() {
        return inked(Map.of());
    }

    /** How a node's value is called: W2, z_h, ∂E/∂h. */
    public Form name(int node) {
        return page.name(node);
    }

    /** How one element is called: W2₁₁, ∂E/∂h₁. */
    public Form element(int node, int element) {
        return page.element(terms.get().spoken(node), element);
    }

    /** A node's value on one line. */
    public Form value(int node) {
        return page.value(node);
    }

    /** A value under a name, row by row; of more than six rows or columns the corners, and the shape behind. */
    public String block(String name, Tensor value) {
        Notation<Block> notation = value.shape().rank() < 2
                ? page.notations().line()
                : page.notations().block();
        return Block.of(name + " = ").then(notation.value(value, false)).text();
    }

    /**
     * A value's numbers, row-major, as they stand together: to one number of decimals, short where they were written short.
     *
     * @param digits decimals of an ordinary number, significant digits of a small one; 6 in a derivation
     */
    public List<String> numbers(int node, int digits) {
        Trace trace = page.trace();
        boolean leaf = trace.program().node(node).isLeaf();
        return Numerals.column(trace.value(node).toArray(), leaf, digits);
    }

    /**
     * One of a value's numbers with as many digits as there is room for.
     *
     * @param room how many characters there are from the point on
     */
    public String number(int node, int element, int room) {
        return Format.typographic(Format.within(page.trace().value(node).get(element), room));
    }

    /** What a chain-rule term multiplies the gradient coming in by: ∂z2/∂h = W2; nothing where that is no short formula. */
    public Optional<Form> local(int term) {
        return terms.get().local(term);
    }

    /** The same where it is a whole matrix, by its rule or else its size: ∂p/∂z = diag(p) − p pᵀ, ∂L/∂e = 1×5. */
    public Optional<String> jacobian(int term) {
        return new JacobianLabel(page).of(term);
    }

    /** The same where a value comes into the next in several places: ∂d3/∂d2 via d3, use 2 = 3. */
    public Optional<String> share(int term) {
        return terms.get().share(term);
    }

    /** A step at depth <em>line</em>: a derivation for each named value among these nodes. */
    public List<Derivation> line(Collection<Integer> nodes) {
        return lines.get().of(Set.copyOf(nodes));
    }

    /** The formula of a value that depth <em>line</em> shows, without what is on its left: W1 x + b1. */
    public Optional<Form> formula(int node) {
        return lines.get().formula(node);
    }

    /** A step at depth <em>operation</em> or <em>term</em>: one node. */
    public Derivation step(int node) {
        return terms.get().of(node);
    }

    /** A step at depth <em>element</em>: one number of a node. */
    public Derivation step(int node, int element) {
        return elements.get().of(node, element);
    }

    /** A derivation as text for a terminal. */
    public String text(Derivation derivation) {
        return new DerivationText(page).text(derivation);
    }

    /** A derivation as a paragraph of a LaTeX document (amsmath). */
    public String latex(Derivation derivation) {
        return new LatexText(page).paragraph(derivation);
    }

    /** A line of the source without its comment; empty where there is none. */
    public String line(int number) {
        return page.line(number);
    }

    /**
     * The gradient of one element as the sum over the edges by which it is used.
     *
     * @param of the value differentiated, one number
     */
    public String hops(int of, int wrt, int element) {
        return new HopText(page.prose(), new EdgeRows(page, HopLedger.of(page, of, wrt, element)).table()).text();
    }

    /** The edges that one number of a gradient is the sum over; empty for a number of another value. */
    public Optional<EdgeTable> edges(int gradient, int element) {
        return elements.get().edges(gradient, element).map(ledger -> new EdgeRows(page, ledger).table());
    }

    /**
     * Every way by which one element reaches {@code of}: counted, the greatest in symbols and numbers, the sum.
     *
     * @param of the value differentiated, one number
     */
    public String paths(int of, int wrt, int element) {
        return new PathText(ways(of, wrt, element)).text();
    }

    /**
     * Every way by which one element reaches {@code of}, as a table.
     *
     * @param of the value differentiated, one number
     */
    public PathTable ways(int of, int wrt, int element) {
        return new PathRows(page, PathLedger.of(page, of, wrt, element)).table();
    }

    /** The same of one number of a whole gradient of a single number; empty for a number of another value. */
    public Optional<PathTable> ways(int gradient, int element) {
        Node node = page.program().node(gradient);
        return hasWays(gradient)
                ? Optional.of(ways(
                        Names.ofWhat(node).orElseThrow(), Names.byWhat(node).orElseThrow(), element))
                : Optional.empty();
    }

    /** Whether a node is a gradient, of a single number, by a value that paths lead through. */
    public boolean hasWays(int gradient) {
        Node node = page.program().node(gradient);
        Optional<Integer> of =
                Names.ofWhat(node).filter(id -> page.program().node(id).shape().size() == 1);
        Optional<Integer> by = Names.byWhat(node).filter(page.names()::isShown);
        return of.isPresent() && by.isPresent() && !of.equals(by);
    }

    /** The gradient compared with central differences; empty for a node that is no gradient, or a large one. */
    public Optional<CrossCheck> check(int gradient) {
        return CrossCheck.of(page, gradient);
    }

    /** One number of a gradient compared with its central difference; empty for a node that is no gradient. */
    public Optional<CrossCheck> check(int gradient, int element) {
        return CrossCheck.of(page, gradient, element);
    }

    /** What a comparison says, in its parts. */
    public CheckSaid said(CrossCheck check) {
        return new CheckText(page).parts(check);
    }

    /** What to say of a comparison. */
    public Form say(CrossCheck check) {
        return new DerivationText(page).say(check);
    }
}
