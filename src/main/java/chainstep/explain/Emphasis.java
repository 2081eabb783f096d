package chainstep.explain;

import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets one number bold where the matrix it stands in ends a formula.
 *
 * @param value the matrix
 * @param element the number's flat place
 * @param notation that the formula is written in
 */
record Emphasis(Tensor value, int element, LatexNotation notation) {
    private static final String OPEN = "\\mathbf{";

    Form in(Form formula) {
        if (value.shape().isScalar() || formula.isEmpty()) {
            return formula;
        }
        for (boolean brief : new boolean[] {false, true}) {
            String plain = notation.value(value, brief);
            if (formula.latex().endsWith(plain)) {
                return ending(formula, plain, notation.value(value, brief, cell(false)));
            }
            String turned = notation.turned(value, brief);
            if (formula.latex().endsWith(turned)) {
                return ending(formula, turned, notation.turned(value, brief, cell(true)));
            }
        }
        return formula;
    }

    /** The same formula with another end. */
    private static Form ending(Form formula, String end, String bold) {
        List<Form> parts = new ArrayList<>(formula.parts());
        if (!parts.isEmpty()) {
            Form last = parts.remove(parts.size() - 1);
            parts.add(last.latex().endsWith(end) ? ending(last, end, bold) : last);
        }
        String latex = formula.latex();
        return new Form(formula.plain(), latex.substring(0, latex.length() - end.length()) + bold, parts);
    }

    /**
     * Where a number stands among the matrices shown.
     *
     * @param slice which matrix, of a value of more than two axes
     */
    record Cell(int slice, int row, int column) {
        /** A number in the middle of a large matrix has no cell: −1 is never met. */
        boolean is(int otherSlice, int otherRow, int otherColumn) {
            return slice == otherSlice && row == otherRow && column == otherColumn;
        }

        static String bold(String number) {
            return OPEN + number + "}";
        }
    }

    private Cell cell(boolean turned) {
        Shape shape = value.shape();
        int width = shape.rank() < 2 ? 1 : shape.dim(-1);
        int height = shape.rank() < 2 ? shape.size() : shape.dim(-2);
        int slice = element / (width * height);
        int from = slice * width * height;
        Shown shown = Shown.of(value, from, height, width);
        int row = Shown.place(shown.down(), element / width % height);
        int column = Shown.place(shown.across(), element % width);
        return turned ? new Cell(slice, column, row) : new Cell(slice, row, column);
    }
}
