package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Shape;
import chainstep.words.Phrase;
import java.util.BitSet;
import java.util.List;

/** What helps where two operands do not fit: their parts of the source with their shapes, and the transpose that fits. */
final class OperandAdvice {
    private final ExpressionReader reader;
    private final List<Syntax.Expression> written;
    private final Integer[] operands;

    OperandAdvice(ExpressionReader reader, List<Syntax.Expression> written, Integer[] operands) {
        this.reader = reader;
        this.written = written;
        this.operands = operands;
    }

    Phrase of(String trouble) {
        Shape left = reader.shape(operands[0]);
        Shape right = reader.shape(operands[1]);
        String first = reader.text(written.get(0));
        String second = reader.text(written.get(1));
        boolean rows = left.rank() == 2 && right.rank() == 2 && left.dim(1) == right.dim(1);
        boolean column = right.rank() > 1 && right.rank() == left.rank() && right.dim(-1) == 1;
        if (trouble.equals("cross_entropy.shapes") && column) {
            return Phrase.of("lang", "hint.class.column", second, right, operand(1) + "[..., 0]");
        }
        if (!trouble.equals("matmul.transpose") || !rows) {
            return Phrase.of("lang", "hint.operands", first, left, second, right);
        }
        boolean swap = isData(operands[1]) && !isData(operands[0]);
        String proposal = swap ? operand(1) + " @ " + operand(0) + ".T" : operand(0) + " @ " + operand(1) + ".T";
        return Phrase.of("lang", "hint.rows", first, left, second, right, proposal);
    }

    private String operand(int side) {
        String text = reader.text(written.get(side));
        return written.get(side) instanceof Syntax.Name ? text : "(" + text + ")";
    }

    /** Whether a value depends on an input. */
    private boolean isData(int node) {
        ProgramBuilder program = reader.program();
        BitSet needed = new BitSet();
        needed.set(node);
        for (int id = node; id >= 0; id--) {
            if (needed.get(id)) {
                if (program.node(id).isLeaf(Leaf.Kind.INPUT)) {
                    return true;
                }
                program.node(id).inputs().forEach(needed::set);
            }
        }
        return false;
    }
}
