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
 * @param byNumber whether the target holds class numbers
 * @param array the number of the target's array
 * @param weight the number of an array with Σt of each row, or −1 without; for class numbers 1, or 0 where the number is
 *     no class
 */
record Categories(Stages.Rows rows, boolean byNumber, int array, int weight) {
    /** Less than this is −∞ only; float32's, the narrowest arithmetic's. */
    private static final Formula LEAST = Formula.constant(-(double) Float.MAX_VALUE);

    /** A target in array {@code array}, for the loss. */
    static Categories ofLoss(Op op, Stages stages, Shape logits, Shape target, int array) {
        return of(op, stages, logits, target, array, !target.equals(logits));
    }

    /** A target in array {@code array}, for the loss's gradient. */
    static Categories ofPullback(Op op, Stages stages, Shape logits, Shape target, int array) {
        return of(op, stages, logits, target, array, true);
    }

    private static Categories of(Op op, Stages stages, Shape logits, Shape target, int array, boolean weighed) {
        Stages.Rows rows = stages.rows(op, logits, -1);
        boolean byNumber = !target.equals(logits);
        Categories read = new Categories(rows, byNumber, array, -1);
        int weight = weighed ? stages.sum(rows, read.oneHot(0), read.target()) : -1;
        return new Categories(rows, byNumber, array, weight);
    }

    /** The shape of one number for each row. */
    static Shape groups(Shape logits) {
        return Shape.of(Arrays.copyOf(logits.dims(), logits.rank() - 1));
    }

    private Nest.Read target() {
        return byNumber ? rows.spread(array) : rows.whole(array);
    }

    private Formula oneHot(int input) {
        List<Integer> column = new ArrayList<>(Collections.nCopies(rows.shape().rank(), 0));
        column.set(column.size() - 1, 1);
        Formula t = Formula.input(input);
        return byNumber ? Formula.compare(Comparison.EQUAL, t, new Formula.Position(column)) : t;
    }

    /** These reads, and then those of the formulas below: the target's and the weight's. */
    Nest.Read[] readsAfter(Nest.Read... first) {
        List<Nest.Read> all = new ArrayList<>(List.of(first));
        all.add(target());
        if (weight >= 0) {
            all.add(rows.spread(weight));
        }
        return all.toArray(Nest.Read[]::new);
    }

    /** t for a class, read by inputs {@code first} and the next; NaN in a row whose class number is no class. */
    Formula share(int first) {
        return byNumber ? Formula.divide(oneHot(first), Formula.input(first + 1)) : oneHot(first);
    }

    /** t·ln p for a class, and 0 for 0·ln 0. */
    Formula shareOf(Formula logarithm, int first) {
        Formula infinite = Formula.compare(Comparison.GREATER, LEAST, logarithm);
        Formula nothing = Formula.multiply(Formula.equal(share(first), Formula.ZERO), infinite);
        return Formula.multiply(share(first), Formula.hole(nothing, logarithm));
    }

    /** p·Σt − t for a class. */
    Formula excess(Formula p, int first) {
        Formula whole = byNumber ? p : Formula.multiply(p, Formula.input(first + 1));
        return Formula.subtract(whole, share(first));
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
