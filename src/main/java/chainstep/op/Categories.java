package chainstep.op;

import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Formula.Comparison;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rows of a classification, one class a column: how a target is read, as rows or as class numbers.
 *
 * @param rows the loops over all classes of all rows
 * @param read the target's read
 * @param byNumber whether the target holds class numbers
 */
record Categories(Stages.Rows rows, Nest.Read read, boolean byNumber) {
    /** Reads array {@code target}, whose shape tells rows from class numbers. */
    static Categories of(Op op, Stages stages, Shape logits, Shape target, int array) {
        Stages.Rows rows = stages.rows(op, logits, -1);
        boolean byNumber = !target.equals(logits);
        return new Categories(rows, byNumber ? rows.spread(array) : rows.whole(array), byNumber);
    }

    /** The shape of one number for each row. */
    static Shape groups(Shape logits) {
        return Shape.of(Arrays.copyOf(logits.dims(), logits.rank() - 1));
    }

    /** The target's number for a class, given which input of the formula reads the target. */
    Formula target(int input) {
        int rank = rows.shape().rank();
        List<Integer> column = new ArrayList<>(Collections.nCopies(rank, 0));
        column.set(rank - 1, 1);
        Formula t = Formula.input(input);
        return byNumber ? Formula.compare(Comparison.EQUAL, t, new Formula.Position(column)) : t;
    }

    /** Rows as they are, class numbers as the rows they stand for. */
    static Expression written(Expression target, boolean isRows) {
        return isRows ? target : new Expression.Applied("one_hot", List.of(target), false);
    }

    IndexMap toScalar() {
        return IndexMap.scalar(rows.shape().rank());
    }

    /** Divided by the number of rows where the reduction is a mean. */
    Formula reduced(Formula each, Reduction reduction) {
        return reduction == Reduction.MEAN
                ? Formula.divide(each, Formula.constant(rows.groups().size()))
                : each;
    }
}
