package chainstep.graph;

import chainstep.math.Shape;
import java.util.List;

/** How many steps of loops an operation takes, counted without taking them. */
final class Work {
    /** Below this, the sizes of the operands alone say that it is little. */
    private static final long LITTLE = 1 << 16;

    private Work() {}

    /**
     * The points of all nests. No nest goes more often than once for each pair of an element read and one written, so where
     * that is little the nests are not even made.
     */
    static long of(Op op, List<Shape> operands, Shape result) {
        long read = 1;
        for (Shape operand : operands) {
            read += operand.size();
        }
        if (op instanceof Leaf || read * result.size() <= LITTLE) {
            return result.size();
        }
        long points = 0;
        for (Nest nest : op.nests(operands).list()) {
            long taken = taken(nest);
            points = Math.min(points + taken, ProgramBuilder.MAX_POINTS + 1);
        }
        return points;
    }

    /** The points of one nest; too many where the winners of a maximum could not be numbered. */
    private static long taken(Nest nest) {
        double points = 1;
        for (int extent : nest.domain()) {
            points *= extent;
        }
        boolean numbered = nest.fold() == Nest.Fold.SUM || points <= Integer.MAX_VALUE;
        return numbered ? (long) Math.min(points, ProgramBuilder.MAX_POINTS + 1) : ProgramBuilder.MAX_POINTS + 1;
    }
}
