package chainstep.explain;

import chainstep.graph.Phase;
import chainstep.math.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step, explained: what it is, why, the rule, the rule with its numbers, and what must be said besides.
 *
 * @param iteration from 0
 * @param line of the source, or 0
 * @param node the node whose value this is
 * @param element its element's flat place, or −1 for the whole value
 * @param title in words
 * @param question what a reader would ask here, and the answer in words, as its parts; only an answer where it has no parts; empty
 *     where there is none
 * @param rule the formula, an equation
 * @param because what the rule follows from; empty where it needs nothing
 * @param numbers the same formula with the numbers of the same nodes, matrices set as blocks
 * @param ledger a table of edges or addends, where one element is explained; else empty
 * @param notes what is worth a remark: a kink, a dead unit, saturation, a shortcut
 * @param value the number or numbers
 * @param shown the value on one line
 */
public record Derivation(
        long iteration,
        Phase phase,
        int line,
        Detail depth,
        int node,
        int element,
        Form title,
        Form question,
        Form rule,
        Form because,
        Form numbers,
        Form ledger,
        List<Form> notes,
        Tensor value,
        Form shown) {
    public Derivation {
        notes = List.copyOf(notes);
    }

    /** The same with one more remark. */
    Derivation noting(Form note) {
        List<Form> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Derivation(
                iteration, phase, line, depth, node, element, title, question, rule, because, numbers, ledger, all,
                value, shown);
    }

    /**
     * The same, one number of the value bold where its matrix ends a formula.
     *
     * @param digits to which its numbers are written
     */
    public Derivation pointing(int at, int digits) {
        Emphasis bold = new Emphasis(value, at, new LatexNotation(digits));
        return new Derivation(
                iteration,
                phase,
                line,
                depth,
                node,
                element,
                title,
                question,
                rule,
                because,
                bold.in(numbers),
                ledger,
                notes,
                value,
                bold.in(shown));
    }
}
