package chainstep.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sentence: words, or a formula among them.
 *
 * @param text plain words, or the formula's LaTeX
 */
public record Piece(String text, boolean isFormula) {
    /** The pieces of a sentence that this room has said, in order. */
    public static List<Piece> of(Form sentence) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = sentence.latex().split("(?<!\\\\)\\$", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean formula = i % 2 == 1;
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(formula ? parts[i] : LatexNotation.unescaped(parts[i]), formula));
            }
        }
        return pieces;
    }
}
