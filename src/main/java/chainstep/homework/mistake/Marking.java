package chainstep.homework.mistake;

import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.Place;
import chainstep.lang.Unrolled;
import chainstep.math.Shape;
import chainstep.op.MatMul;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the rule at the place of a mistake in LaTeX, the missing or wrong part marked; no number of it is written. */
final class Marking {
    private static final String EQUALS = " = ";
    private static final Phrase NOTHING = Phrase.of("homework", "mistake.formula.none");

    /** Mistakes in which a factor of the link is left out. */
    private static final Set<String> LEFT_OUT = Set.of("M01", "M11", "M21", "M25", "M39", "M40", "M43", "M44", "M57");

    private final Ground ground;
    private final Explainer explainer;
    private final Place asked;

    /** @param asked the place of the number that is spoken of */
    Marking(Ground ground, Explainer explainer, Place asked) {
        this.ground = ground;
        this.explainer = explainer;
        this.asked = asked;
    }

    /** The rule at the site of an alternative's nearest change. */
    Phrase of(Alternative alternative) {
        Change change = alternative.nearest();
        Node node = ground.node(ground.later(change.site()).map(Unrolled::node).orElse(change.site()));
        if (node.role() instanceof Role.Total && isPaths(node, change)) {
            return paths(node, change.about());
        }
        Optional<Link> link = ground.link(node);
        if (link.isPresent() && alternative.mistake() instanceof Unsummed) {
            return summed(link.get());
        } else if (link.isPresent()) {
            boolean units = !change.parts().isEmpty() && node.id() == asked.node() && isLayer(link.get());
            return units ? units(link.get(), change.parts()) : link(alternative.mistake(), link.get());
        }
        if (alternative.mistake() instanceof AddendForgotten) {
            return addends(node, change.about());
        }
        return node.isLeaf() ? NOTHING : whole(node);
    }

    private static boolean isPaths(Node total, Change change) {
        return !change.about().isEmpty() && total.inputs().containsAll(change.about());
    }

    /** ∂E/∂h = yours + missing. */
    private Phrase paths(Node total, List<Integer> chosen) {
        Set<Integer> yours = new HashSet<>(chosen);
        List<Object> terms = new ArrayList<>();
        for (int term : total.inputs()) {
            Optional<String> written = ground.link(ground.node(term)).flatMap(this::product);
            if (written.isEmpty()) {
                return NOTHING;
            }
            Phrase marked = marked(yours.contains(term) ? "yours" : "missing", written.get());
            terms.add(
                    terms.isEmpty() ? marked : Phrase.of("homework", "mistake.formula.plus", terms.remove(0), marked));
        }
        return Phrase.of("homework", "mistake.formula.equation", name(total.id()), terms.get(0));
    }

    /** z = yours + missing. */
    private Phrase addends(Node sum, List<Integer> yours) {
        List<Object> terms = new ArrayList<>();
        for (int addend : Addends.of(ground, sum)) {
            Phrase marked = marked(yours.contains(addend) ? "yours" : "missing", name(addend));
            terms.add(
                    terms.isEmpty() ? marked : Phrase.of("homework", "mistake.formula.plus", terms.remove(0), marked));
        }
        return Phrase.of("homework", "mistake.formula.equation", name(sum.id()), terms.get(0));
    }

    /** Whether a link goes back through a matrix times a vector. */
    private boolean isLayer(Link link) {
        return link.through().op() instanceof MatMul
                && link.term().shape().rank() == 1
                && ground.node(link.other()).shape().rank() == 2;
    }

    /** ∂E/∂hᵢ = Σ ∂E/∂zⱼ · wⱼᵢ, the paths through some units yours, the others missing. */
    private Phrase units(Link link, List<Integer> yours) {
        Shape weights = ground.node(link.other()).shape();
        boolean byColumn =
                weights.dim(0) == ground.node(link.upstream()).shape().size() && link.operand() == 1;
        List<Object> sum = new ArrayList<>();
        for (int unit = 0; unit < ground.node(link.upstream()).shape().size(); unit++) {
            int weight = byColumn ? weights.offset(unit, asked.element()) : weights.offset(asked.element(), unit);
            String term = explainer.element(link.upstream(), unit).latex() + " \\cdot "
                    + explainer.element(link.other(), weight).latex();
            Phrase marked = marked(yours.contains(unit) ? "yours" : "missing", term);
            sum.add(sum.isEmpty() ? marked : Phrase.of("homework", "mistake.formula.plus", sum.remove(0), marked));
        }
        String left = explainer.element(link.term().id(), asked.element()).latex();
        return Phrase.of("homework", "mistake.formula.equation", left, sum.get(0));
    }

    /** ∂E/∂b = Σ ∂E/∂z, the sum missing. */
    private Phrase summed(Link link) {
        String each = product(link).orElseGet(() -> name(link.upstream()));
        return Phrase.of(
                "homework",
                "mistake.formula.equation",
                name(link.term().id()),
                Phrase.of("homework", "mistake.formula.before", marked("missing", "\\sum"), each));
    }

    /** ∂E/∂z = ∂E/∂a · ∂a/∂z, the last marked. */
    private Phrase link(Mistake mistake, Link link) {
        Optional<String> local = local(link);
        String upstream = name(link.upstream());
        if (local.isEmpty()) {
            return NOTHING;
        }
        Phrase factor = marked(LEFT_OUT.contains(mistake.code()) ? "missing" : "look", local.get());
        return Phrase.of(
                "homework",
                "mistake.formula.equation",
                name(link.term().id()),
                Phrase.of("homework", "mistake.formula.times", upstream, factor));
    }

    private Optional<String> product(Link link) {
        return local(link).map(local -> name(link.upstream()) + " \\cdot " + local);
    }

    /** What a link multiplies by, without what that is called. */
    private Optional<String> local(Link link) {
        return explainer
                .local(link.term().id())
                .map(Form::latex)
                .filter(local -> !local.isBlank())
                .map(local -> local.substring(
                        local.lastIndexOf(EQUALS) < 0 ? 0 : local.lastIndexOf(EQUALS) + EQUALS.length()));
    }

    /** A value's own rule, marked as a whole. */
    private Phrase whole(Node node) {
        String rule = explainer.step(node.id()).rule().latex();
        int equals = rule.indexOf(EQUALS);
        return equals < 0
                ? NOTHING
                : Phrase.of(
                        "homework",
                        "mistake.formula.equation",
                        rule.substring(0, equals),
                        marked("look", rule.substring(equals + EQUALS.length())));
    }

    private static Phrase marked(String how, String latex) {
        return Phrase.of("homework", "mistake.formula." + how, latex);
    }

    private String name(int node) {
        return explainer.name(node).latex();
    }
}
