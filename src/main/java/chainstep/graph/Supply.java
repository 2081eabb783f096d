package chainstep.graph;

import chainstep.math.Rational;
import chainstep.math.Shape;

/** Where a leaf's numbers come from: fixed, a batch of data, a random mask. A carried leaf starts with them. */
public interface Supply {
    Shape shape();

    /** Writes iteration {@code iteration}'s numbers, row-major; the same for the same iteration, always. */
    void fill(long iteration, double[] into);

    /** Whether the numbers differ between iterations. */
    boolean varies();

    /** One number exactly as written in the source (0.1 is one tenth); the float64's own value where nothing was. */
    default Rational exact(int element, long iteration) {
        double[] all = new double[shape().size()];
        fill(iteration, all);
        return Rational.of(all[element]);
    }
}
