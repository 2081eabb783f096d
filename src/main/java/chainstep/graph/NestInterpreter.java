package chainstep.graph;

import chainstep.math.Arithmetic;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs nests point by point in any arithmetic: the plainest reading of what a nest means, and the reference for all others.
 *
 * <p>Slow on purpose (a boxed number for each step); float64 at speed is the evaluator's.
 *
 * @param <T> the numbers
 */
public final class NestInterpreter<T> {
    private final Arithmetic<T> arithmetic;
    private final T zero;

    public NestInterpreter(Arithmetic<T> arithmetic) {
        this.arithmetic = arithmetic;
        this.zero = arithmetic.of(Rational.of(0));
    }

    /** The result's numbers, row-major, from the inputs' numbers. */
    public List<T> run(Nests nests, List<List<T>> inputs) {
        List<List<T>> arrays = runAll(nests, inputs);
        return arrays.get(arrays.size() - 1);
    }

    /** All arrays, inputs and made, in their numbering. */
    public List<List<T>> runAll(Nests nests, List<List<T>> inputs) {
        List<List<T>> arrays = new ArrayList<>(inputs);
        for (Shape shape : nests.made()) {
            arrays.add(new ArrayList<>(Collections.nCopies(shape.size(), zero)));
        }
        for (Nest nest : nests.list()) {
            new Run(nests, nest, arrays).run();
        }
        return arrays;
    }

    /** One nest over arrays at hand. */
    private final class Run {
        private final Nests nests;
        private final Nest nest;
        private final List<List<T>> arrays;
        private final boolean[] begun;
        /** Whether each element is written once only, so that a −0 is not lost by adding it to 0. */
        private final boolean assigns;

        Run(Nests nests, Nest nest, List<List<T>> arrays) {
            this.nests = nests;
            this.nest = nest;
            this.arrays = arrays;
            this.assigns = nests.isWhole(nest)
                    && nests.list().stream()
                                    .filter(other -> other.out() == nest.out())
                                    .limit(2)
                                    .count()
                            == 1;
            this.begun = new boolean[nests.shapeOf(nest.out()).size()];
        }

        void run() {
            int[] point = new int[nest.domain().size()];
            do {
                visit(point);
            } while (Points.next(point, nest.domain()));
        }

        private void visit(int[] point) {
            int target = Points.element(nest.target(), nests.shapeOf(nest.out()), point);
            if (target < 0) {
                return;
            }
            List<T> read = nest.reads().stream().map(one -> read(one, point)).toList();
            T value = new FormulaInterpreter<>(arithmetic, read, point).evaluate(nest.body());
            List<T> out = arrays.get(nest.out());
            if (nest.fold() == Nest.Fold.SUM) {
                out.set(target, assigns ? value : arithmetic.add(out.get(target), value));
            } else {
                keepGreater(out, target, value, point);
            }
            begun[target] = true;
        }

        private void keepGreater(List<T> out, int target, T value, int[] point) {
            List<T> winners = arrays.get(nest.winner());
            T here = arithmetic.of(Rational.of(FormulaInterpreter.position(nest.linear(), point)));
            if (!begun[target]) {
                out.set(target, value);
                winners.set(target, here);
            } else if (!Double.isNaN(arithmetic.approximate(out.get(target)))) {
                T best = out.get(target);
                T stays = arithmetic.greaterOrEqual(best, value);
                T greater = arithmetic.select(stays, arithmetic.atLeast(best, value), arithmetic.atLeast(value, best));
                out.set(target, greater);
                winners.set(target, arithmetic.select(stays, winners.get(target), here));
            }
        }

        private T read(Nest.Read read, int[] point) {
            int element = Points.element(read.map(), nests.shapeOf(read.array()), point);
            return element < 0 ? zero : arrays.get(read.array()).get(element);
        }
    }
}
