package chainstep.explain;

import chainstep.graph.Phase;
import java.util.ArrayList;
import java.util.List;

/** Writes derivations as the body of a LaTeX document: a section for each phase, a paragraph for each step. */
final class LatexText {
    private final Page page;

    LatexText(Page page) {
        this.page = page;
    }

    /** What stands above a phase. */
    String section(Phase phase) {
        return "\\section*{" + page.heading(phase).latex() + "}\n";
    }

    /** One step as a paragraph. */
    String paragraph(Derivation step) {
        List<String> lines = new ArrayList<>();
        add(step, lines);
        return String.join("\n", lines) + "\n";
    }

    private void add(Derivation step, List<String> lines) {
        if (step.depth() != Detail.LINE) {
            lines.add("\\paragraph{" + title(step) + "}");
        }
        if (!step.question().isEmpty()) {
            lines.add(step.question().latex());
        }
        lines.add("\\begin{align*}");
        int equals = step.rule().latex().indexOf(" = ");
        int arrow = step.rule().latex().indexOf(" \\leftarrow ");
        int cut = arrow >= 0 ? arrow : equals;
        String numbers =
                step.numbers().isEmpty() ? step.shown().latex() : step.numbers().latex();
        boolean said = step.rule().latex().endsWith(" = " + numbers);
        String rule = cut < 0
                ? step.rule().latex()
                : step.rule().latex().substring(0, cut) + " &"
                        + step.rule().latex().substring(cut);
        lines.add("  " + (rule.contains("&") ? "" : "& ") + rule + (said ? "" : " \\\\"));
        if (!said) {
            lines.add("  &= " + numbers);
        }
        lines.add("\\end{align*}");
        if (!step.because().isEmpty()) {
            lines.add(step.because().latex());
        }
        step.notes().forEach(note -> lines.add("\\par\\emph{" + note.latex() + "}"));
    }

    private static String title(Derivation step) {
        boolean prose = step.title().latex().contains("$");
        return prose ? step.title().latex() : "$" + step.title().latex() + "$";
    }
}
