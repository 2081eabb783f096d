package chainstep.graph;

import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.List;

/**
 * Numbers written down once.
 *
 * @param value the numbers in float64
 * @param exact the same numbers as written, row-major; empty where they were made, not written
 */
public record Fixed(Tensor value, List<Rational> exact) implements Supply {
    public Fixed {
        exact = List.copyOf(exact);
        if (!exact.isEmpty() && exact.size() != value.size()) {
            throw new IllegalArgumentException(exact.size() + " exact numbers for " + value.shape());
        }
    }

    /** Numbers known only in float64. */
    public static Fixed of(Tensor value) {
        return new Fixed(value, List.of());
    }

    public static Fixed scalar(Rational value) {
        return new Fixed(Tensor.scalar(value.doubleValue()), List.of(value));
    }

    @Override
    public Shape shape() {
        return value.shape();
    }

    @Override
    public void fill(long iteration, double[] into) {
        value.copyInto(into, 0);
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public Rational exact(int element, long iteration) {
        return exact.isEmpty() ? Rational.of(value.get(element)) : exact.get(element);
    }
}
