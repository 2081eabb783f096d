package chainstep.graph;

import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;

/**
 * How a rule is written: mathematics for the eye, whose symbols are nodes of the program.
 *
 * <p>Printed once with the nodes' names and once with their numbers, so a formula and its numbers come from the same
 * nodes. It is never evaluated.
 */
public sealed interface Expression {
    /** Whether it stands for one number, so that a product with it is no elementwise product. */
    boolean isScalar();

    /** The value of a node. */
    record Symbol(int node, Shape shape) implements Expression {
        @Override
        public boolean isScalar() {
            return shape.isScalar();
        }
    }

    /** An exact number that is part of a rule. */
    record Number(Rational value) implements Expression {
        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** An exact number that textbooks have a letter for: ε. */
    record Constant(String letter, Rational value) implements Expression {
        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /**
     * What an operation makes on the way: an array, or one element of it.
     *
     * @param node whose operation makes it
     * @param array its number among the operation's {@link Nests}
     * @param element its flat place, or −1 for the whole array
     * @param letter what it is called
     * @param shape the array's, with extents of 1 where it is spread; a scalar's for an element
     */
    record Made(int node, int array, int element, String letter, Shape shape) implements Expression {
        @Override
        public boolean isScalar() {
            return shape.isScalar();
        }
    }

    /** Terms added; a {@link Negative} term is printed as subtracted. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public boolean isScalar() {
            return terms.stream().allMatch(Expression::isScalar);
        }
    }

    record Negative(Expression of) implements Expression {
        @Override
        public boolean isScalar() {
            return of.isScalar();
        }
    }

    /** Factors multiplied number by number (⊙ between arrays). */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public boolean isScalar() {
            return factors.stream().allMatch(Expression::isScalar);
        }
    }

    /** A matrix product; {@code scalar} when it is the product of a row and a column. */
    record MatrixProduct(Expression left, Expression right, boolean scalar) implements Expression {
        @Override
        public boolean isScalar() {
            return scalar;
        }
    }

    record Transposed(Expression of) implements Expression {
        @Override
        public boolean isScalar() {
            return false;
        }
    }

    record Quotient(Expression above, Expression below) implements Expression {
        @Override
        public boolean isScalar() {
            return above.isScalar() && below.isScalar();
        }
    }

    record Raised(Expression base, Expression exponent) implements Expression {
        @Override
        public boolean isScalar() {
            return base.isScalar() && exponent.isScalar();
        }
    }

    /**
     * A named function of arguments: {@code exp(z)}, {@code softmax(z)}; {@code scalar} where its result is one number.
     *
     * <p>Behind the name there may be the axes it goes along, {@code max[0,1]}, or its settings, {@code conv2d; stride=2}.
     */
    record Applied(String function, List<Expression> arguments, boolean scalar) implements Expression {
        public Applied {
            arguments = List.copyOf(arguments);
        }

        /** An elementwise function of one argument. */
        public static Applied of(String function, Expression argument) {
            return new Applied(function, List.of(argument), argument.isScalar());
        }

        @Override
        public boolean isScalar() {
            return scalar;
        }
    }

    /** A sum of an array's elements, over all axes (none listed) or over these. */
    record Summed(Expression of, List<Integer> axes) implements Expression {
        public Summed {
            axes = List.copyOf(axes);
        }

        @Override
        public boolean isScalar() {
            return axes.isEmpty();
        }
    }

    /** One number or row copied along new or stretched axes to fill {@code shape}. */
    record Spread(Expression of, Shape shape) implements Expression {
        @Override
        public boolean isScalar() {
            return shape.isScalar();
        }
    }

    /** 1 where the comparison holds, 0 elsewhere. */
    record Indicator(Formula.Comparison comparison, Expression left, Expression right) implements Expression {
        @Override
        public boolean isScalar() {
            return left.isScalar() && right.isScalar();
        }
    }

    /** {@code then} where {@code test} is 1, {@code otherwise} elsewhere. */
    record Cases(Expression test, Expression then, Expression otherwise) implements Expression {
        @Override
        public boolean isScalar() {
            return test.isScalar() && then.isScalar() && otherwise.isScalar();
        }
    }

    /** A part of an array, as NumPy would write its brackets: {@code X[:, 1]}. */
    record Part(Expression of, String brackets, boolean scalar) implements Expression {
        @Override
        public boolean isScalar() {
            return scalar;
        }
    }
}
