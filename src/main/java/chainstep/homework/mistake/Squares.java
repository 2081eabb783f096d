package chainstep.homework.mistake;

import chainstep.graph.Node;
import chainstep.math.Rational;
import chainstep.op.Mse;
import chainstep.op.Power;

/** Which operations square. */
final class Squares {
    private Squares() {}

    /** Whether an operation's derivative has a factor 2 that is lost easily. */
    static boolean is(Node node) {
        return node.op() instanceof Mse
                || node.op() instanceof Power power && power.exponent().equals(Rational.of(2));
    }
}
