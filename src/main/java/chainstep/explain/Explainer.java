package chainstep.explain;

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
    private final Page page;
    private final Once<LineSteps> lines;
    private final Once<TermStep> terms;
    private final Once<ElementStep> elements;

    /**
     * @param trace the iteration's values
     * @param source the lines of the file, the first at 0; empty where there is none
     * @param labels names of single elements, row-major, by node
     */
    public Explainer(Trace trace, List<String> source, Map<Integer, List<String>> labels, Locale locale) {
        this.page = new Page(trace, source, labels, locale, Detail.TERM);
        this.lines = new Once<>(() -> new LineSteps(new Page(trace, source, labels, locale, Detail.LINE)));
        this.terms = new Once<>(() -> new TermStep(page));
        this.elements = new Once<>(() -> new ElementStep(page));
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

    /** A step at depth <em>line</em>: a derivation for each named value among these nodes. */
    public List<Derivation> line(Collection<Integer> nodes) {
        return lines.get().of(Set.copyOf(nodes));
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

    /**
     * The gradient of one element as the sum over the edges by which it is used.
     *
     * @param of the value differentiated, one number
     */
    public String hops(int of, int wrt, int element) {
        return new HopText(page, HopLedger.of(page, of, wrt, element)).text();
    }

    /**
     * Every way by which one element reaches {@code of}: counted, the greatest in symbols and numbers, the sum.
     *
     * @param of the value differentiated, one number
     */
    public String paths(int of, int wrt, int element) {
        return new PathText(page, PathLedger.of(page, of, wrt, element)).text();
    }

    /** The gradient compared with central differences; empty for a node that is no gradient, or a large one. */
    public Optional<CrossCheck> check(int gradient) {
        return CrossCheck.of(page, gradient);
    }

    /** What to say of a comparison. */
    public Form say(CrossCheck check) {
        return new DerivationText(page).say(check);
    }
}
