package chainstep.debug;

import chainstep.run.Trace;
import java.util.function.DoublePredicate;

/** Tells numbers from NaN and infinities. */
final class Finite {
    static final DoublePredicate NOT = value -> !Double.isFinite(value);

    private Finite() {}

    /** The first element of a node that is NaN or infinite; −1 where all are finite. */
    static int firstNot(Trace trace, int node) {
        int size = trace.program().node(node).shape().size();
        for (int element = 0; element < size; element++) {
            if (NOT.test(trace.get(node, element))) {
                return element;
            }
        }
        return -1;
    }

    static boolean is(Trace trace, int node) {
        return firstNot(trace, node) < 0;
    }
}
