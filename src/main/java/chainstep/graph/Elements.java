package chainstep.graph;

import chainstep.math.Power;
import chainstep.math.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Single elements of an operation's arrays in float64, each computed when it is first asked for.
 *
 * <p>Only what an element needs is computed, so the cost does not grow with the arrays. Mutable; used for one question.
 */
public final class Elements {
    private final Nests nests;
    private final Reading inputs;
    private final Map<Long, Double> known = new HashMap<>();

    /** @param inputs the operands' values */
    public Elements(Nests nests, Reading inputs) {
        this.nests = nests;
        this.inputs = inputs;
    }

    Nests nests() {
        return nests;
    }

    /** An element of any array of the nests: an input, one made on the way, the result, or a maximum's winners. */
    public double get(int array, int element) {
        if (array < nests.inputs().size()) {
            return inputs.get(array, element);
        }
        Double value = known.get(key(array, element));
        return value == null ? compute(array, element) : value;
    }

    private static long key(int array, int element) {
        return (long) array << 32 | element;
    }

    private double compute(int array, int element) {
        int[] index = nests.shapeOf(array).index(element);
        double sum = 0;
        for (Nest nest : nests.list()) {
            if (nest.out() == array || nest.winner() == array) {
                Folded folded = new Folded(nest);
                Points.touching(nest.domain(), nest.target(), index, folded);
                if (nest.fold() == Nest.Fold.MAX) {
                    known.put(key(nest.out(), element), folded.value);
                    known.put(key(nest.winner(), element), folded.winner);
                    return nest.out() == array ? folded.value : folded.winner;
                }
                sum += folded.value;
            }
        }
        known.put(key(array, element), sum);
        return sum;
    }

    /** What a read fetches at a point; 0 outside its array. */
    double read(Nest.Read read, int[] point) {
        Shape shape = nests.shapeOf(read.array());
        int element = Points.element(read.map(), shape, point);
        return element < 0 ? 0 : get(read.array(), element);
    }

    /** A formula over a nest's reads, at a point of its loops; only the branch taken is read. */
    public double evaluate(Nest nest, Formula formula, int[] point) {
        if (formula instanceof Formula.Input f) {
            return read(nest.reads().get(f.read()), point);
        } else if (formula instanceof Formula.Constant f) {
            return f.number();
        } else if (formula instanceof Formula.Add f) {
            return evaluate(nest, f.left(), point) + evaluate(nest, f.right(), point);
        } else if (formula instanceof Formula.Multiply f) {
            return evaluate(nest, f.left(), point) * evaluate(nest, f.right(), point);
        } else if (formula instanceof Formula.Divide f) {
            return evaluate(nest, f.left(), point) / evaluate(nest, f.right(), point);
        } else if (formula instanceof Formula.Negate f) {
            return -evaluate(nest, f.of(), point);
        } else if (formula instanceof Formula.Power f) {
            return Power.of(evaluate(nest, f.base(), point), evaluate(nest, f.exponent(), point));
        } else if (formula instanceof Formula.Apply f) {
            return f.function().at(evaluate(nest, f.of(), point));
        } else if (formula instanceof Formula.Compare f) {
            return holds(f, nest, point) ? 1 : 0;
        } else if (formula instanceof Formula.Select f) {
            return evaluate(nest, evaluate(nest, f.test(), point) != 0 ? f.then() : f.otherwise(), point);
        }
        return position(((Formula.Position) formula).weights(), point);
    }

    private boolean holds(Formula.Compare f, Nest nest, int[] point) {
        double left = evaluate(nest, f.left(), point);
        double right = evaluate(nest, f.right(), point);
        return switch (f.comparison()) {
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> left == right;
        };
    }

    /** Where a point stands in the loops, linearly: what a maximum records as its winner. */
    public static long position(List<Integer> weights, int[] point) {
        long position = 0;
        for (int loop = 0; loop < point.length; loop++) {
            position += (long) weights.get(loop) * point[loop];
        }
        return position;
    }

    /** The sum, or the first maximum, of a nest's body over the points that write one element. */
    private final class Folded implements Consumer<int[]> {
        private final Nest nest;
        private double value;
        private double winner = -1;

        Folded(Nest nest) {
            this.nest = nest;
        }

        @Override
        public void accept(int[] point) {
            double here = evaluate(nest, nest.body(), point);
            if (nest.fold() == Nest.Fold.SUM) {
                value += here;
            } else if (winner < 0 || !(value >= here || Double.isNaN(value))) {
                value = here;
                winner = position(nest.linear(), point);
            }
        }
    }
}
