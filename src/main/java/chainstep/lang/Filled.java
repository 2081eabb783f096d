package chainstep.lang;

import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.Arrays;

/** One number in every place; no array is kept. */
record Filled(Shape shape, long value) implements Supply {
    @Override
    public void fill(long iteration, double[] into) {
        Arrays.fill(into, value);
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public Rational exact(int element, long iteration) {
        return Rational.of(value);
    }
}
