package chainstep.lang;

import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;

/** Numbers of some iterations later. */
record Delayed(Supply supply, long by) implements Supply {
    @Override
    public Shape shape() {
        return supply.shape();
    }

    @Override
    public void fill(long iteration, double[] into) {
        supply.fill(iteration + by, into);
    }

    @Override
    public boolean varies() {
        return supply.varies();
    }

    @Override
    public Rational exact(int element, long iteration) {
        return supply.exact(element, iteration + by);
    }
}
