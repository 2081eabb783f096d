package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.OperandException;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
    private final boolean whole;

    /**
     * @param source the statements of the file by their first line, the first at 0; empty where there is none
     * @param labels names of single elements, row-major, by node
     */
    public Report(Trace trace, List<String> source, Map<Integer, List<String>> labels, Locale locale, Detail detail) {
        this(new Page(trace, source, labels, locale, detail), detail, false);
    }

    private Report(Page page, Detail detail, boolean whole) {
        this.page = page;
        this.detail = detail;
        this.whole = whole;
    }

    /** The same without a limit: every step, every number. */
    public Report whole() {
        return new Report(page, detail, true);
    }

    /**
     * Makes sure that there are not more steps than anyone would read.
     *
     * @throws OperandException at the first step that is too many
     */
    public void require() {
        if (whole) {
            return;
        }
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

    /** Whether there is nothing to tell: everything is given. */
    public boolean isEmpty() {
        return page.program().nodes().stream().allMatch(Node::isLeaf);
    }

    /** The steps, in the order they are computed. */
    public List<Derivation> steps() {
        List<Derivation> steps = new ArrayList<>();
        each().forEachRemaining(steps::add);
        return steps;
    }

    /** The same, each worked out when it is asked for. */
    public Iterator<Derivation> each() {
        return each(node -> true, new HashSet<>());
    }

    /** @param said what signs stand for, as far as the reader has been told; added to */
    private Iterator<Derivation> each(Predicate<Node> which, Set<Form> said) {
        if (detail == Detail.LINE) {
            return new LineSteps(page)
                    .all().stream()
                            .filter(step -> which.test(page.program().node(step.node())))
                            .iterator();
        }
        TermStep terms = new TermStep(page);
        List<Node> told = terms.told().filter(which).toList();
        return detail == Detail.ELEMENT
                ? new Numbers(page, told, whole ? Integer.MAX_VALUE : ELEMENTS)
                : terms.each(told, said);
    }

    /** The derivation as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text(part -> !text.append(part).isEmpty());
        return text.toString();
    }

    /**
     * The derivation as plain text, part after part; a step at a time where steps are paragraphs.
     *
     * @param to takes a part, and answers whether it takes more
     */
    public void text(Predicate<String> to) {
        switch (detail) {
            case LINE -> to.test(lines(new LineRows(page).rows()));
            case OP -> to.test(lines(new OpRows(page).rows()));
            case TERM, ELEMENT -> told(to);
        }
    }

    private String lines(List<Row> rows) {
        return String.join("\n", new LineText(page, rows).lines()) + "\n";
    }

    private void told(Predicate<String> to) {
        DerivationText writer = new DerivationText(page);
        boolean first = true;
        Set<Form> said = new HashSet<>();
        for (Phase phase : Phase.values()) {
            Iterator<Derivation> part = each(node -> node.phase() == phase, said);
            boolean open = !part.hasNext()
                    || to.test((first ? "" : "\n\n") + page.heading(phase).plain());
            first &= !part.hasNext();
            while (open && part.hasNext()) {
                open = to.test("\n\n" + writer.text(part.next()));
            }
            if (!open) {
                return;
            }
        }
        to.test("\n");
    }

    /** The steps as maps, lists, texts and numbers, for JSON. */
    public List<Map<String, Object>> records() {
        Plainly plainly = new Plainly(page);
        return steps().stream().map(plainly::of).toList();
    }

    /** The body of a LaTeX document (amsmath), without preamble. */
    public String latex() {
        StringBuilder text = new StringBuilder();
        latex(part -> !text.append(part).isEmpty());
        return text.toString();
    }

    /**
     * The same, a step at a time.
     *
     * @param to takes a part, and answers whether it takes more
     */
    public void latex(Predicate<String> to) {
        LatexText writer = new LatexText(page);
        Set<Form> said = new HashSet<>();
        for (Phase phase : Phase.values()) {
            Iterator<Derivation> part = each(node -> node.phase() == phase, said);
            boolean open = !part.hasNext() || to.test(writer.section(phase));
            while (open && part.hasNext()) {
                open = to.test(writer.paragraph(part.next()));
            }
            if (!open) {
                return;
            }
        }
    }
}
