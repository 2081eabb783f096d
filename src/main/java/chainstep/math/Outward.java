package chainstep.math;

/**
 * Single operations on float64 rounded outwards, and not at all where the result is exact.
 *
 * <p>The sign of the rounding error comes from error-free transformations (Knuth's TwoSum; a fused multiply-add for products, quotients
 * and roots; Muller et al., <i>Handbook of Floating-Point Arithmetic</i>, ch. 4). Where the transformation itself may underflow or
 * overflow, the error counts as unknown and the result is widened.
 */
final class Outward {
    /** Below this the error of a product may itself underflow. */
    private static final double UNSAFE = 1e-290;

    private Outward() {}

    static double addDown(double a, double b) {
        double sum = a + b;
        return down(sum, sumError(a, b, sum));
    }

    static double addUp(double a, double b) {
        double sum = a + b;
        return up(sum, sumError(a, b, sum));
    }

    /** The product rounded down, with 0·∞ = 0. */
    static double multiplyDown(double a, double b) {
        double product = product(a, b);
        return down(product, productError(a, b, product));
    }

    /** The product rounded up, with 0·∞ = 0. */
    static double multiplyUp(double a, double b) {
        double product = product(a, b);
        return up(product, productError(a, b, product));
    }

    /** The quotient by a nonzero number rounded down, with ∞/∞ = 0: other corners give that case its bounds. */
    static double divideDown(double a, double b) {
        double quotient = quotient(a, b);
        return down(quotient, quotientError(a, b, quotient));
    }

    static double divideUp(double a, double b) {
        double quotient = quotient(a, b);
        return up(quotient, quotientError(a, b, quotient));
    }

    static double sqrtDown(double x) {
        double root = Math.sqrt(x);
        return down(root, rootError(x, root));
    }

    static double sqrtUp(double x) {
        double root = Math.sqrt(x);
        return up(root, rootError(x, root));
    }

    static double stepsDown(double x, int ulps) {
        double result = x;
        for (int i = 0; i < ulps; i++) {
            result = Math.nextDown(result);
        }
        return result;
    }

    static double stepsUp(double x, int ulps) {
        return -stepsDown(-x, ulps);
    }

    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private static double quotient(double a, double b) {
        return a == 0 || Double.isInfinite(b) ? 0 : a / b;
    }

    private static double sumError(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    private static double productError(double a, double b, double product) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return Math.abs(product) < UNSAFE ? Double.NaN : Math.fma(a, b, -product);
    }

    private static double quotientError(double a, double b, double quotient) {
        if (a == 0 || Double.isInfinite(b)) {
            return 0;
        }
        boolean unsafe = Math.abs(a) < UNSAFE || Math.abs(quotient) < UNSAFE;
        return unsafe ? Double.NaN : Math.fma(-quotient, b, a) * Math.signum(b);
    }

    private static double rootError(double x, double root) {
        return x == 0 ? 0 : x < UNSAFE ? Double.NaN : Math.fma(-root, root, x);
    }

    private static double down(double result, double error) {
        return error >= 0 ? result : Math.nextDown(result);
    }

    private static double up(double result, double error) {
        return error <= 0 ? result : Math.nextUp(result);
    }
}
