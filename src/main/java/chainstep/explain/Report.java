package chainstep.explain;

import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A whole iteration derived, at one depth: as plain text, as LaTeX, or as records to be written elsewhere. */
public final class Report {
    /** At depth <em>element</em>, the most elements of one value that are told. */
    private static final int ELEMENTS = 36;

    private final Page page;
    private final Detail detail;

    /**
     * @param source the lines of the file, the first at 0; empty where there is none
     * @param labels names of single elements, row-major, by node
     */
    public Report(Trace trace, List<String> source, Map<Integer, List<String>> labels, Locale locale, Detail detail) {
        this.page = new Page(trace, source, labels, locale, detail);
        this.detail = detail;
    }

    /** The steps, in the order they are computed. */
    public List<Derivation> steps() {
        return switch (detail) {
            case LINE -> new LineSteps(page).all();
            case OP, TERM -> new TermStep(page).all();
            case ELEMENT -> elements();
        };
    }

    private List<Derivation> elements() {
        Program program = page.program();
        ElementStep step = new ElementStep(page);
        return new TermStep(page)
                .all().stream()
                        .flatMap(whole -> IntStream.range(
                                        0,
                                        Math.min(
                                                ELEMENTS,
                                                program.node(whole.node())
                                                        .shape()
                                                        .size()))
                                .mapToObj(element -> step.of(whole.node(), element)))
                        .toList();
    }

    /** The derivation as plain text. */
    public String text() {
        return switch (detail) {
            case LINE -> String.join("\n", new LineText(page, new LineRows(page).rows()).lines()) + "\n";
            case OP -> String.join("\n", new LineText(page, new OpRows(page).rows()).lines()) + "\n";
            case TERM, ELEMENT -> told();
        };
    }

    private String told() {
        DerivationText writer = new DerivationText(page);
        List<String> parts = new ArrayList<>();
        List<Derivation> steps = steps();
        for (Phase phase : Phase.values()) {
            List<Derivation> part =
                    steps.stream().filter(step -> step.phase() == phase).toList();
            if (!part.isEmpty()) {
                parts.add(page.heading(phase));
                part.forEach(step -> parts.add(writer.text(step)));
            }
        }
        return String.join("\n\n", parts) + "\n";
    }

    /** The steps as maps, lists, texts and numbers, for JSON. */
    public List<Map<String, Object>> records() {
        Plainly plainly = new Plainly(page);
        return steps().stream().map(plainly::of).toList();
    }

    /** The body of a LaTeX document (amsmath), without preamble. */
    public String latex() {
        return new LatexText(page).body(steps());
    }
}
