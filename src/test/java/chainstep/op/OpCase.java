package chainstep.op;

import chainstep.graph.Op;
import chainstep.math.Interval;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An operation with operands it can take.
 *
 * <p>Values are random multiples of 2⁻¹², so that they are the same numbers in every arithmetic, away from each other and
 * from the kinks.
 *
 * @param whole the operands that hold class numbers, by which nothing is differentiated
 */
record OpCase(Op op, List<Shape> shapes, List<double[]> values, Set<Integer> whole) {
    private static final double GRAIN = 0x1.0p-12;
    static final int DRAWS = 6;

    /** The cases of an operation that show it. */
    static List<OpCase> shown(Op op) {
        return OpShapes.of(op).stream().map(shapes -> of(op, shapes)).toList();
    }

    /** Every case of an operation: those that show it, and some of random shapes and parameters. */
    static List<OpCase> of(Op op) {
        Stream<OpCase> drawn = Draws.of(op, DRAWS).stream().map(each -> of(each.op(), each.shapes()));
        return Stream.concat(shown(op).stream(), drawn).toList();
    }

    private static OpCase of(Op op, List<Shape> shapes) {
        SplittableRandom random = new SplittableRandom(shapes.toString().hashCode());
        Set<Integer> whole = classNumbers(op, shapes);
        Integer[] order = new Integer[shapes.size()];
        Arrays.setAll(order, k -> k);
        List<double[]> values = Arrays.stream(order)
                .map(k -> random(random, shapes.get(k).size(), whole.contains(k) ? null : range(op, k)))
                .toList();
        return new OpCase(op, shapes, values, whole);
    }

    private static Set<Integer> classNumbers(Op op, List<Shape> shapes) {
        int target = op instanceof CrossEntropy ? 1 : op instanceof CrossEntropyPullback ? 2 : -1;
        boolean numbers = target > 0 && !shapes.get(target).equals(shapes.get(target - 1));
        return numbers ? Set.of(target) : Set.of();
    }

    private static double[] range(Op op, int operand) {
        return switch (op.name()) {
            case "log", "sqrt", "power" -> new double[] {0.5, 2};
            case "bce" -> new double[] {0.1, 0.9};
            case "divide" -> operand == 1 ? new double[] {0.5, 2} : new double[] {-2, 2};
            case "norm_pullback" -> operand == 2 ? new double[] {0.5, 2} : new double[] {-2, 2};
            default -> new double[] {-2, 2};
        };
    }

    /** Random numbers of a range, or the class numbers 0, 1, 2. */
    private static double[] random(SplittableRandom random, int size, double[] range) {
        double[] values = new double[size];
        Arrays.setAll(
                values,
                i -> range == null
                        ? random.nextInt(3)
                        : StrictMath.rint(random.nextDouble(range[0], range[1]) / GRAIN) * GRAIN);
        return values;
    }

    /** How far rounding may have moved the result's numbers, in an arithmetic of this precision. */
    double rounding(Rounded precision) {
        return rounding(op, shapes, values, precision);
    }

    static double rounding(Op op, List<Shape> shapes, List<double[]> values, Rounded precision) {
        return Bench.interpret(op, shapes, values, precision).stream()
                .mapToDouble(Interval::width)
                .max()
                .orElse(0);
    }

    Shape shape() {
        return op.shape(shapes);
    }

    /** Numbers to weigh an array of this shape by. */
    double[] weights(Shape shape, int seed) {
        return random(new SplittableRandom(seed), shape.size(), new double[] {-1, 1});
    }

    @Override
    public String toString() {
        return op + " " + shapes;
    }
}
