package chainstep.graph;

import static chainstep.graph.Formula.add;
import static chainstep.graph.Formula.apply;
import static chainstep.graph.Formula.compare;
import static chainstep.graph.Formula.constant;
import static chainstep.graph.Formula.divide;
import static chainstep.graph.Formula.equal;
import static chainstep.graph.Formula.hole;
import static chainstep.graph.Formula.multiply;
import static chainstep.graph.Formula.negate;
import static chainstep.graph.Formula.power;
import static chainstep.graph.Formula.select;
import static chainstep.graph.Formula.subtract;

import chainstep.math.Fn;
import chainstep.math.Rational;
import java.util.EnumSet;
import java.util.Set;

/**
 * The partial derivative of a {@link Formula} with respect to one of its inputs, as a formula.
 *
 * <p>Conventions at kinks: |x|′(0) = 0, step′ = sign′ = 0 everywhere; a {@link Formula.Select} is differentiated branch
 * by branch, so the branch taken at the kink decides.
 *
 * <p>Where 0 meets ∞ the limit is taken: ∂aᵇ/∂b is 0 where aᵇ is, and at a = 0 for b ≥ 0 (as in PyTorch); ∂aᵇ/∂a is 0 for
 * b = 0; a function that has levelled off (tanh, σ) passes nothing, however steep its argument is. The quotient's a/b² is
 * computed as (a/b)/b, for b² overflows first.
 */
public final class Derivative {
    private static final Formula TWO_OVER_ROOT_PI = constant(2 / StrictMath.sqrt(StrictMath.PI));

    /** The least normal number of float32, the narrowest arithmetic. */
    private static final Formula SMALLEST =
            constant(Rational.ONE.divide(Rational.of(2).pow(126)));
    /** The functions that have a horizontal asymptote on both sides. */
    private static final Set<Fn> LEVELLING = EnumSet.of(Fn.TANH, Fn.SIGMOID, Fn.ERF);

    private final int read;

    private Derivative(int read) {
        this.read = read;
    }

    /** ∂formula/∂(input {@code read}). */
    public static Formula of(Formula formula, int read) {
        return new Derivative(read).of(formula);
    }

    private Formula of(Formula formula) {
        if (formula instanceof Formula.Input f) {
            return f.read() == read ? Formula.ONE : Formula.ZERO;
        } else if (formula instanceof Formula.Add f) {
            return add(of(f.left()), of(f.right()));
        } else if (formula instanceof Formula.Multiply f) {
            return add(multiply(of(f.left()), f.right()), multiply(f.left(), of(f.right())));
        } else if (formula instanceof Formula.Divide f) {
            return ofQuotient(f);
        } else if (formula instanceof Formula.Negate f) {
            return negate(of(f.of()));
        } else if (formula instanceof Formula.Power f) {
            return ofPower(f);
        } else if (formula instanceof Formula.Apply f) {
            return ofApply(f);
        } else if (formula instanceof Formula.Select f) {
            return select(f.test(), of(f.then()), of(f.otherwise()));
        }
        return Formula.ZERO;
    }

    /** (a/b)′ = a′/b − a·b′/b². */
    private Formula ofQuotient(Formula.Divide f) {
        Formula first = divide(of(f.left()), f.right());
        Formula inner = of(f.right());
        if (inner.equals(Formula.ZERO)) {
            return first;
        }
        return subtract(first, divide(multiply(divide(f.left(), f.right()), inner), f.right()));
    }

    /** (aⁿ)′ = n·aⁿ⁻¹·a′ + aⁿ·ln a·n′. */
    private Formula ofPower(Formula.Power f) {
        Formula inner = of(f.base());
        Formula lowered = f.exponent() instanceof Formula.Constant n
                ? constant(n.value().subtract(Rational.of(1)))
                : subtract(f.exponent(), Formula.ONE);
        Formula lowest = multiply(f.exponent(), power(f.base(), lowered));
        Formula slope = f.exponent() instanceof Formula.Constant ? lowest : hole(flat(f), lowest);
        Formula byExponent = of(f.exponent());
        return byExponent.equals(Formula.ZERO)
                ? multiply(slope, inner)
                : add(
                        multiply(slope, inner),
                        multiply(hole(vanishing(f), multiply(f, apply(Fn.LOG, f.base()))), byExponent));
    }

    /** Where aᵇ is 1 all around, for b = 0, and b·aᵇ⁻¹ would be 0·∞ in some arithmetic. */
    private static Formula flat(Formula.Power f) {
        Formula tiny = compare(Formula.Comparison.GREATER_OR_EQUAL, SMALLEST, apply(Fn.ABS, f.base()));
        return multiply(equal(f.exponent(), Formula.ZERO), tiny);
    }

    /** Where aᵇ·ln a would be 0·∞, or −∞ for 0⁰. */
    private static Formula vanishing(Formula.Power f) {
        Formula notNegative = compare(Formula.Comparison.GREATER_OR_EQUAL, f.exponent(), Formula.ZERO);
        return add(equal(f, Formula.ZERO), multiply(equal(f.base(), Formula.ZERO), notNegative));
    }

    /** g(u)′ = g′(u)·u′. */
    private Formula ofApply(Formula.Apply f) {
        Formula inner = of(f.of());
        Formula slope = ofFunction(f);
        Formula product = multiply(inner, slope);
        boolean levels = LEVELLING.contains(f.function()) && !(inner instanceof Formula.Constant);
        return levels ? hole(equal(slope, Formula.ZERO), product) : product;
    }

    private static Formula ofFunction(Formula.Apply f) {
        Formula x = f.of();
        return switch (f.function()) {
            case EXP -> f;
            case LOG -> divide(Formula.ONE, x);
            case LOG1P -> divide(Formula.ONE, add(Formula.ONE, x));
            case SQRT -> divide(Formula.ONE, multiply(constant(2), f));
            case SIN -> apply(Fn.COS, x);
            case COS -> negate(apply(Fn.SIN, x));
            case TANH -> subtract(Formula.ONE, power(f, constant(2)));
            case SIGMOID -> multiply(f, subtract(Formula.ONE, f));
            case SOFTPLUS -> apply(Fn.SIGMOID, x);
            case ERF -> multiply(TWO_OVER_ROOT_PI, apply(Fn.EXP, negate(power(x, constant(2)))));
            case ABS -> apply(Fn.SIGN, x);
            case SIGN, STEP -> Formula.ZERO;
        };
    }
}
