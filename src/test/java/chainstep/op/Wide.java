package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.NestInterpreter;
import chainstep.graph.Op;
import chainstep.graph.Pullback;
import chainstep.math.DoubleArithmetic;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Intervals around the operands of a case, most of them wide, and points inside them. Mutable: it draws. */
final class Wide {
    private static final int SAMPLES = 6;

    private final OpCase given;
    private final SplittableRandom random;
    private final List<List<Interval>> operands = new ArrayList<>();

    Wide(OpCase given) {
        this.given = given;
        this.random = new SplittableRandom(given.toString().hashCode());
        for (int k = 0; k < given.shapes().size(); k++) {
            boolean whole = given.whole().contains(k);
            List<Interval> around = new ArrayList<>();
            for (double value : given.values().get(k)) {
                around.add(whole || random.nextInt(5) == 0 ? Interval.point(value) : around(value));
            }
            operands.add(around);
        }
    }

    /** Up to 1/2 on either side; now and then to where it is 0. */
    private Interval around(double value) {
        Interval near = near(value);
        return random.nextInt(6) == 0 ? near.hull(Interval.ZERO) : near;
    }

    private Interval near(double value) {
        return new Interval(value - random.nextDouble() / 2, value + random.nextDouble() / 2);
    }

    List<List<Interval>> operands() {
        return operands;
    }

    List<Interval> image(Op op, List<Shape> shapes, List<List<Interval>> of) {
        return new NestInterpreter<>(new IntervalArithmetic()).run(op.nests(shapes), of);
    }

    private static List<Double> value(Op op, List<Shape> shapes, List<List<Double>> of) {
        return new NestInterpreter<>(new DoubleArithmetic()).run(op.nests(shapes), of);
    }

    /** The image of intervals contains the values of points in them. */
    void assertContains(Op op, List<Shape> shapes, List<List<Interval>> of) {
        List<Interval> image = image(op, shapes, of);
        for (int i = 0; i < SAMPLES; i++) {
            List<List<Double>> inside = inside(of);
            assertContains(image, value(op, shapes, inside), inside);
        }
    }

    /**
     * The same of a slope, at an upstream gradient of intervals. They do not end at 0: at a pole (ln 0) its product with ∞ is no
     * number, where that of intervals is the limit, 0.
     */
    void assertContains(Pullback pullback) {
        List<Interval> upstream = new ArrayList<>();
        for (double weight : given.weights(given.shape(), 3)) {
            upstream.add(near(weight));
        }
        List<Interval> result = image(given.op(), given.shapes(), operands);
        List<Shape> shapes = read(pullback, given.shape(), given.shape(), given.shapes());
        List<Interval> image = image(pullback.op(), shapes, read(pullback, upstream, result, operands));
        for (int i = 0; i < SAMPLES; i++) {
            List<List<Double>> inside = inside(operands);
            List<Double> from = inside(List.of(upstream)).get(0);
            List<Double> made = value(given.op(), given.shapes(), inside);
            assertContains(image, value(pullback.op(), shapes, read(pullback, from, made, inside)), inside);
        }
    }

    private static <T> List<T> read(Pullback pullback, T upstream, T result, List<T> inputs) {
        return pullback.operands().stream()
                .map(operand -> operand instanceof Pullback.Operand.Input input
                        ? inputs.get(input.index())
                        : operand instanceof Pullback.Operand.Upstream ? upstream : result)
                .toList();
    }

    private void assertContains(List<Interval> image, List<Double> values, List<List<Double>> at) {
        for (int i = 0; i < values.size(); i++) {
            assertThat(image.get(i).contains(values.get(i)))
                    .as("%s in %s, element %d at %s of %s", values.get(i), image.get(i), i, at, operands)
                    .isTrue();
        }
    }

    /** Points of intervals, the ends more often. */
    private List<List<Double>> inside(List<List<Interval>> of) {
        return of.stream().map(each -> each.stream().map(this::inside).toList()).toList();
    }

    private Double inside(Interval x) {
        return switch (random.nextInt(4)) {
            case 0 -> x.lo();
            case 1 -> x.hi();
            default -> x.isPoint() ? x.lo() : Math.min(x.lo() + random.nextDouble() * (x.hi() - x.lo()), x.hi());
        };
    }
}
