package chainstep.homework.mark;

import chainstep.lang.Syntax;
import chainstep.math.Digits;
import chainstep.math.Interval;
import chainstep.math.Rational;
import java.util.Optional;

/** All that an expression of numbers may come to when each decimal in it lies anywhere in what rounds to it. */
final class LiteralImage {
    /** An exponent beyond this is no hand's work. */
    private static final int MOST = 64;

    /** So many units of the last digit of an answer rounded as it should be the image may reach to either side. */
    private static final double UNITS = 2;

    private final Literals literals;

    LiteralImage(Literals literals) {
        this.literals = literals;
    }

    /**
     * The image, where it is narrow enough to tell right from wrong.
     *
     * @param digits how many significant digits an answer is rounded to
     */
    Optional<Interval> narrow(Syntax.Expression expression, int digits) {
        return of(expression).filter(image -> {
            double size = Math.abs(image.middle());
            return Judged.isBounded(image)
                    && image.width() > 0
                    && size > 0
                    && image.width() / 2 <= UNITS * unit(size, digits);
        });
    }

    private static double unit(double size, int digits) {
        return Digits.parse(size + "/1").to(digits).unit().doubleValue();
    }

    private Optional<Interval> of(Syntax.Expression expression) {
        if (expression instanceof Syntax.Number number) {
            return Optional.of(literals.image(number.text()));
        } else if (expression instanceof Syntax.Unary unary && unary.operator() == Syntax.Operator.MINUS) {
            return of(unary.operand()).map(Interval::negate);
        } else if (expression instanceof Syntax.Binary pair) {
            return of(pair.left()).flatMap(left -> of(pair.right()).flatMap(right -> joined(pair, left, right)));
        }
        return Optional.empty();
    }

    private Optional<Interval> joined(Syntax.Binary pair, Interval left, Interval right) {
        return switch (pair.operator()) {
            case PLUS -> Optional.of(left.add(right));
            case MINUS -> Optional.of(left.subtract(right));
            case TIMES, DOT -> Optional.of(left.multiply(right));
            case OVER -> Optional.of(left.divide(right));
            case POWER -> power(left, right);
            default -> Optional.empty();
        };
    }

    private static Optional<Interval> power(Interval base, Interval exponent) {
        Rational whole = Rational.of(exponent.middle());
        return exponent.isPoint() && whole.isInteger() && whole.abs().compareTo(Rational.of(MOST)) <= 0
                ? Optional.of(base.pow((int) whole.doubleValue()))
                : Optional.empty();
    }
}
