package chainstep.homework;

import chainstep.words.Phrase;
import java.util.List;

/**
 * What may have gone wrong: mistakes that all yield the student's number are one finding with several names.
 *
 * @param slips the mistakes, simplest first; at least one
 * @param values what they yield, row-major, in the shape of the question
 * @param gainsaid whether each of the mistakes would have changed an answer before this one that is right
 * @param chance how probable it is that a number as wrong as this meets some candidate by accident, 0 to 1
 */
public record Finding(List<Slip> slips, List<Double> values, boolean gainsaid, double chance) {
    /** From which chance of accident on nobody is accused. */
    public static final double TOO_LIKELY = 0.01;

    /** How much a finding says. */
    public enum Strength {
        /** The number is that of the mistake. */
        MATCH,
        /** The number is that of the mistake, but might well be so by accident, or other answers speak against it. */
        CONSISTENT
    }

    /**
     * One mistake at one place.
     *
     * @param code of the catalogue, {@code M08}
     * @param name what it is called
     * @param explanation with the student's own numbers, without the exact value of what is asked
     * @param node where in the program it was made
     * @param formula the rule in LaTeX, its words in either language, with the missing or wrong part marked, without the final
     *     number; says nothing where there is no short rule
     */
    public record Slip(String code, Phrase name, Phrase explanation, int node, Phrase formula) {}

    public Finding {
        slips = List.copyOf(slips);
        values = List.copyOf(values);
    }

    public Strength strength() {
        return gainsaid || chance > TOO_LIKELY ? Strength.CONSISTENT : Strength.MATCH;
    }

    /** The codes, each once, simplest first. */
    public List<String> codes() {
        return slips.stream().map(Slip::code).distinct().toList();
    }
}
