package chainstep.ui.graph;

import chainstep.explain.Explainer;
import chainstep.math.Format;
import chainstep.math.Shape;
import chainstep.run.Trace;
import chainstep.ui.Picked;
import java.util.ArrayList;
import java.util.List;

/** What the mouse is told of a box, or of the number under it in full. */
final class Tip {
    private static final int LONGEST = 160;
    private static final int ALL_DIGITS = 17;

    private Tip() {}

    static List<String> of(Picture picture, Hit hit, Explainer explainer, Trace trace) {
        Card card = hit.card();
        List<String> lines = new ArrayList<>();
        Picked on = hit.picked();
        if (!on.isWhole()) {
            lines.add(explainer.element(on.node(), on.element()).plain() + " = "
                    + Format.typographic(Format.significant(trace.get(on.node(), on.element()), ALL_DIGITS)));
        }
        Shape shape = picture.model().scheme().program().node(card.id()).shape();
        lines.add(card.name() + (card.rule().isEmpty() ? "" : "   " + card.rule()) + "   " + shape);
        if (card.isReached()) {
            lines.add(equation(explainer, card.id()));
        }
        card.gradient().filter(Shown::isKnown).ifPresent(g -> lines.add(equation(explainer, g.node())));
        card.next()
                .filter(Shown::isKnown)
                .ifPresent(n -> lines.add("→ " + cut(explainer.value(n.node()).plain())));
        return lines;
    }

    private static String equation(Explainer explainer, int node) {
        return explainer.name(node).plain() + " = " + cut(explainer.value(node).plain());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
