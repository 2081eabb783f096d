package chainstep.graph;

import chainstep.math.Fn;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one step inside an operation at which a number stopped being finite: ∞ − ∞, 0·∞, 0/0, the logarithm of 0, too large.
 *
 * @param what the step: {@code add}, {@code multiply}, {@code divide}, {@code power}, or a function's name
 * @param operands the numbers it was made from
 */
public record Fault(String what, List<Double> operands) {
    public Fault {
        operands = List.copyOf(operands);
    }

    /**
     * The fault in one element of an operation's result that is not finite; empty where it only passed on what an operand was.
     *
     * @param inputs the operands' values
     */
    public static Optional<Fault> of(Op op, List<Shape> shapes, Reading inputs, int element) {
        Nests nests = op.nests(shapes);
        Search search = new Search(new Elements(nests, inputs), nests);
        return search.in(nests.result(), element);
    }

    /** Follows what is bad to where it was better before; a NaN made of infinities is made there. */
    private static final class Search {
        private final Elements elements;
        private final Nests nests;

        Search(Elements elements, Nests nests) {
            this.elements = elements;
            this.nests = nests;
        }

        Optional<Fault> in(int array, int element) {
            double value = elements.get(array, element);
            if (array < nests.inputs().size() || Double.isFinite(value)) {
                return Optional.empty();
            }
            int[] index = nests.shapeOf(array).index(element);
            List<Double> added = new ArrayList<>();
            List<Optional<Fault>> found = new ArrayList<>();
            for (Nest nest : nests.list()) {
                if (nest.out() == array) {
                    Points.touchingWhile(nest.domain(), nest.target(), index, point -> {
                        double addend = elements.evaluate(nest, nest.body(), point);
                        added.add(addend);
                        if (isAsBad(addend, value)) {
                            found.add(in(nest, nest.body(), point));
                        }
                        return found.isEmpty();
                    });
                }
            }
            return found.isEmpty() ? Optional.of(summed(added)) : found.get(0);
        }

        /** The first two partial results whose sum is worse than both. */
        private static Fault summed(List<Double> added) {
            double sum = 0;
            for (double next : added) {
                double more = sum + next;
                if (!Double.isFinite(more) && !isAsBad(sum, more) && !isAsBad(next, more)) {
                    return new Fault("add", List.of(sum, next));
                }
                sum = more;
            }
            return new Fault("add", List.of());
        }

        private static boolean isAsBad(double one, double other) {
            return Double.isNaN(other) ? Double.isNaN(one) : !Double.isFinite(one);
        }

        private Optional<Fault> in(Nest nest, Formula formula, int[] point) {
            if (formula instanceof Formula.Input input) {
                Nest.Read read = nest.reads().get(input.read());
                int element = Points.element(read.map(), nests.shapeOf(read.array()), point);
                return element < 0 ? Optional.empty() : in(read.array(), element);
            } else if (formula instanceof Formula.Select select) {
                boolean then = elements.evaluate(nest, select.test(), point) != 0;
                return in(nest, then ? select.then() : select.otherwise(), point);
            }
            double value = elements.evaluate(nest, formula, point);
            List<Double> operands = new ArrayList<>();
            for (Formula part : parts(formula)) {
                double operand = elements.evaluate(nest, part, point);
                if (isAsBad(operand, value)) {
                    return in(nest, part, point);
                }
                operands.add(operand);
            }
            return Optional.of(new Fault(name(formula), operands));
        }

        private static List<Formula> parts(Formula formula) {
            if (formula instanceof Formula.Add f) {
                return List.of(f.left(), f.right());
            } else if (formula instanceof Formula.Multiply f) {
                return List.of(f.left(), f.right());
            } else if (formula instanceof Formula.Divide f) {
                return List.of(f.left(), f.right());
            } else if (formula instanceof Formula.Power f) {
                return List.of(f.base(), f.exponent());
            } else if (formula instanceof Formula.Negate f) {
                return List.of(f.of());
            }
            return formula instanceof Formula.Apply f ? List.of(f.of()) : List.of();
        }

        private static String name(Formula formula) {
            if (formula instanceof Formula.Apply f) {
                Fn function = f.function();
                return function.name().toLowerCase(Locale.ROOT);
            }
            return formula.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }
}
