package chainstep.debug;

import chainstep.run.Trace;
import java.util.Optional;
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

    /** The first number of an iteration that is NaN or infinite. */
    static Optional<Cause.Scalar> firstNot(Trace trace) {
        for (int node = 0; node < trace.program().size(); node++) {
            int element = firstNot(trace, node);
            if (element >= 0) {
                return Optional.of(new Cause.Scalar(trace.iteration(), node, element, trace.get(node, element)));
            }
        }
        return Optional.empty();
    }

    static boolean is(Trace trace, int node) {
        return firstNot(trace, node) < 0;
    }
}
