package chainstep.rewrite;

import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;

/** Numbers set by hand in place of computed ones; a leaf that has them is an override. */
public record ByHand(Supply numbers) implements Supply {
    @Override
    public Shape shape() {
        return numbers.shape();
    }

    @Override
    public void fill(long iteration, double[] into) {
        numbers.fill(iteration, into);
    }

    @Override
    public boolean varies() {
        return numbers.varies();
    }

    @Override
    public Rational exact(int element, long iteration) {
        return numbers.exact(element, iteration);
    }
}
