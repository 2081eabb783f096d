package chainstep.rewrite;

import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;

/** A leaf's numbers with one of them set by hand. */
public record ElementByHand(Supply numbers, int element, double value) implements Supply {
    @Override
    public Shape shape() {
        return numbers.shape();
    }

    @Override
    public void fill(long iteration, double[] into) {
        numbers.fill(iteration, into);
        into[element] = value;
    }

    @Override
    public boolean varies() {
        return numbers.varies();
    }

    @Override
    public Rational exact(int place, long iteration) {
        return place == element ? Rational.of(value) : numbers.exact(place, iteration);
    }
}
