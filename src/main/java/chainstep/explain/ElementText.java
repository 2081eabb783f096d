package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells one number as the formula it is: with names, with numbers, and what the letters in it stand for. */
final class ElementText {
    /** Operations that are written by their own name, which says more than the case that holds. */
    private static final Set<String> BY_NAME =
            Set.of("relu", "maximum", "minimum", "step", "sign", "not_equal", "and", "or", "not", "is_finite");

    /** How many numbers are looked at for one that is not 0. */
    private static final int LOOKED_AT = 256;

    /** The most letters of one number that are explained; the first are those in its formula. */
    private static final int MOST = 12;

    private final Page page;

    ElementText(Page page) {
        this.page = page;
    }

    /** The formula of an element of a value, or of a gradient as it is computed. */
    Unfolding.Unfolded of(Node node, int element) {
        Unfolding.Unfolded found = new Unfolding(page.program(), page.trace(), node, page.magnitudes()).of(element);
        if (BY_NAME.contains(node.op().name())) {
            LocalSymbol symbols = new LocalSymbol(page.program(), page.trace());
            return symbols.addends(node, element, 1)
                    .map(all -> new Unfolding.Unfolded(
                            symbols.named(node, all.list().get(0)), List.of(), List.of()))
                    .orElse(found);
        }
        return found;
    }

    /** The formula with names, the formula with numbers, the number. */
    Form equation(Node node, int element, Unfolding.Unfolded formula) {
        Form value = page.value(Tensor.scalar(page.trace().get(node.id(), element)), false);
        Form name = page.bare(node.id(), page.element(node.id(), element));
        return Page.equation(name, told(formula.is(), value));
    }

    private Form numbers(Node node, Unfolding.Unfolded formula) {
        return Page.equation(page.numbers(formula.is()), page.value(node.id()));
    }

    /** Whether the formula is the number's own name, so that there is nothing to tell. */
    boolean isSilent(Node node, int element, Unfolding.Unfolded formula) {
        return isOne(formula.is())
                && page.rule(formula.is())
                        .plain()
                        .equals(page.element(node.id(), element).plain());
    }

    /**
     * The first number that is not 0, written out; what textbooks have a letter for is explained elsewhere.
     *
     * @param rule what was told before: a single number that is computed just so has only its numbers put in
     */
    List<Form> first(Node node, Form rule) {
        for (int element = 0; element < Math.min(node.shape().size(), LOOKED_AT); element++) {
            Unfolding.Unfolded formula = of(node, element);
            if (isSilent(node, element, formula)) {
                return List.of();
            } else if (!formula.is().equals(Simplify.ZERO)) {
                List<Form> notes = new ArrayList<>();
                boolean only = node.shape().size() == 1;
                String key = only ? "note.closed" : element == 0 ? "note.first" : "note.such";
                boolean told = only && page.rule(formula.is()).plain().equals(rule.plain());
                Form equation = told ? numbers(node, formula) : equation(node, element, formula);
                notes.add(page.prose().say(key, equation));
                List<Unfolding.Where> letters = formula.where().stream()
                        .filter(where -> !isNormalisation(where.made()))
                        .toList();
                letters.stream().limit(MOST).forEach(where -> notes.add(note(where)));
                if (letters.size() > MOST) {
                    notes.add(page.prose().say("note.more", letters.size() - MOST));
                }
                return notes;
            }
        }
        return List.of();
    }

    private static boolean isNormalisation(Expression.Made made) {
        return List.of("μ", "σ²", "x̂").contains(made.letter());
    }

    private Form note(Unfolding.Where where) {
        Form letter = Middle.form(page.program(), page.names(), where.made());
        Form value = page.value(Middle.of(page.trace(), where.made()), false);
        return page.prose().say("note.where", Page.equation(letter, told(where.is(), value)));
    }

    /** Whether a formula is one number by its name, which has nothing to put in. */
    static boolean isOne(Expression formula) {
        return formula instanceof Expression.Symbol
                || formula instanceof Expression.Number
                || formula instanceof Expression.Part;
    }

    private Form told(Expression formula, Form value) {
        Form numbers = page.numbers(formula);
        boolean same = isOne(formula) || numbers.plain().equals(value.plain());
        return Page.equation(page.rule(formula), same ? value : Page.equation(numbers, value));
    }

    /** What the letters stand for, and why this case. */
    List<Form> notes(Unfolding.Unfolded formula) {
        List<Form> notes = new ArrayList<>();
        formula.where().forEach(where -> notes.add(note(where)));
        for (Expression.Indicator condition : formula.because()) {
            notes.add(page.prose().say("note.case", page.condition(condition, false), page.condition(condition, true)));
        }
        return notes;
    }
}
