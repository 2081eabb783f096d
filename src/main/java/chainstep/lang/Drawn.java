package chainstep.lang;

import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.function.Supplier;

/**
 * Numbers drawn from a seed when they are first wanted: a file is read at once, however large its arrays.
 *
 * <p>Few are kept, very many are drawn again, the same, each time. Safe in any thread.
 */
final class Drawn implements Supply {
    /** How many numbers are kept: 8 MB. */
    private static final int MOST = 1 << 20;

    private final Shape shape;
    private final Supplier<double[]> draw;
    private volatile double[] kept = {};

    /** @param draw makes the numbers, row-major, the same each time */
    Drawn(Shape shape, Supplier<double[]> draw) {
        this.shape = shape;
        this.draw = draw;
    }

    private double[] numbers() {
        double[] numbers = kept;
        if (numbers.length == 0) {
            numbers = draw.get();
            kept = numbers.length <= MOST ? numbers : kept;
        }
        return numbers;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void fill(long iteration, double[] into) {
        System.arraycopy(numbers(), 0, into, 0, into.length);
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public Rational exact(int element, long iteration) {
        return Rational.of(numbers()[element]);
    }
}
