package chainstep.lang;

import chainstep.math.Power;
import chainstep.math.Rational;

/** Arithmetic between constants of the source, done exactly while reading: {@code 1/3}, {@code 2*0.05}. */
final class ExactFolding {
    /** The largest exponent worked out exactly. */
    private static final int MOST = 64;

    /** The most binary digits a number keeps; one that would need more is rounded to float64. */
    private static final int LONGEST = 640;

    private ExactFolding() {}

    static boolean folds(Syntax.Operator operator) {
        return switch (operator) {
            case PLUS, MINUS, TIMES, DOT, OVER, POWER -> true;
            default -> false;
        };
    }

    static Rational fold(Source source, Syntax.Binary at, Rational a, Rational b) {
        Rational folded = exactly(source, at, a, b);
        double near = digits(folded) > LONGEST ? folded.doubleValue() : 0;
        if (!Double.isFinite(near)) {
            throw SourceError.at(source, at.span(), "constant.finite");
        }
        return near == 0 ? folded : Rational.of(near);
    }

    private static Rational exactly(Source source, Syntax.Binary at, Rational a, Rational b) {
        return switch (at.operator()) {
            case PLUS -> a.add(b);
            case MINUS -> a.subtract(b);
            case TIMES, DOT -> a.multiply(b);
            case OVER -> divide(source, at, a, b);
            default -> power(source, at, a, b);
        };
    }

    private static Rational divide(Source source, Syntax.Binary at, Rational a, Rational b) {
        if (b.signum() == 0) {
            throw SourceError.at(source, at.span(), "constant.zero");
        }
        return a.divide(b);
    }

    private static Rational power(Source source, Syntax.Binary at, Rational a, Rational b) {
        boolean small = b.isInteger() && b.abs().compareTo(Rational.of(MOST)) <= 0;
        if (small && (a.signum() != 0 || b.signum() >= 0) && digits(a) <= 64) {
            return a.pow((int) b.doubleValue());
        }
        double value = Power.of(a.doubleValue(), b.doubleValue());
        if (Double.isNaN(value)) {
            throw SourceError.at(source, at.span(), "constant.real");
        }
        if (!Double.isFinite(value)) {
            throw SourceError.at(source, at.span(), "constant.finite");
        }
        return Rational.of(value);
    }

    private static int digits(Rational a) {
        return a.numerator().bitLength() + a.denominator().bitLength();
    }
}
