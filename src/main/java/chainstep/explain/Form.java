package chainstep.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * The same thing written twice: for a terminal and for a typeset page.
 *
 * @param plain Unicode; several lines where matrices stand in it
 * @param latex LaTeX, without the dollar signs where it is a formula
 * @param parts the sides of an equation, each but the first with its sign before it, so that a narrow page can set them below
 *     each other; empty where it is no equation
 */
public record Form(String plain, String latex, List<Form> parts) {
    public static final Form EMPTY = new Form("", "");

    public Form {
        parts = List.copyOf(parts);
    }

    public Form(String plain, String latex) {
        this(plain, latex, List.of());
    }

    /** A user's own words, made safe for LaTeX. */
    public static Form words(String text) {
        return new Form(text, LatexNotation.escaped(text));
    }

    public boolean isEmpty() {
        return plain.isEmpty() && latex.isEmpty();
    }

    /** The parts, or itself. */
    public List<Form> sides() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** An equation of this and more. */
    public Form equalTo(Form right) {
        return then(Sign.EQUAL.plain, Sign.EQUAL.latex, right);
    }

    /** This and, right after it, more of the same sentence. */
    Form beside(Form next) {
        return new Form(plain + next.plain, latex + next.latex);
    }

    /** This, a sign, and what stands behind it. */
    Form then(String sign, String latexSign, Form right) {
        List<Form> all = new ArrayList<>(sides());
        List<Form> others = right.sides();
        all.add(new Form(sign + others.get(0).plain, latexSign + others.get(0).latex));
        all.addAll(others.subList(1, others.size()));
        return new Form(plain + sign + right.plain, latex + latexSign + right.latex, all);
    }
}
