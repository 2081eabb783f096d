package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.OperandException;
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

    /** The most steps of one iteration that are told. */
    private static final int MOST = 10_000;

    /** The same at depth <em>element</em>, where a step is one number. */
    private static final int MOST_NUMBERS = 50_000;

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

    /**
     * Makes sure that there are not more steps than anyone would read.
     *
     * @throws OperandException at the first step that is too many
     */
    public void require() {
        Program program = page.program();
        Copies copies = new Copies(program, page.names());
        int most = detail == Detail.ELEMENT ? MOST_NUMBERS : MOST;
        long count = 0;
        for (Node node : program.nodes()) {
            boolean told = detail == Detail.LINE ? page.names().isRow(node.id()) : copies.isSpoken(node.id());
            if (!node.isLeaf() && told) {
                count += detail == Detail.ELEMENT
                        ? Math.min(ELEMENTS, node.shape().size())
                        : 1;
            }
            if (count > most) {
                throw new OperandException(detail == Detail.LINE ? "report.lines" : "report.steps", most)
                        .at(node.origin());
            }
        }
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
        ElementStep step = new ElementStep(page);
        return new TermStep(page)
                .told()
                .flatMap(whole -> IntStream.range(
                                0, Math.min(ELEMENTS, whole.shape().size()))
                        .mapToObj(element -> step.of(whole.id(), element)))
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
                parts.add(page.heading(phase).plain());
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
