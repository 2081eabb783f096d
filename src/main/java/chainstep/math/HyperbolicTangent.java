package chainstep.math;

/**
 * tanh in Java, to the bit that of {@link StrictMath#tanh}, which until JDK 21 leaves Java for it and takes twice the time.
 *
 * <p>With t = exp(2|x|) − 1: tanh|x| = 1 − 2/(t + 2); below 1, with t = exp(−2|x|) − 1: tanh|x| = −t/(t + 2). Source: fdlibm 5.3,
 * s_tanh.c and s_expm1.c. Copyright (C) 1993 by Sun Microsystems, Inc.; permission to use, copy, modify, and distribute that
 * software is freely granted, provided that this notice is preserved.
 */
final class HyperbolicTangent {
    /** From here on tanh rounds to 1. */
    private static final double ONE_FROM = 22;

    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double PER_LN2 = 1.44269504088896338700e+00;
    private static final double Q1 = -3.33333333333331316428e-02;
    private static final double Q2 = 1.58730158725481460165e-03;
    private static final double Q3 = -7.93650757867487942473e-05;
    private static final double Q4 = 4.00821782732936239552e-06;
    private static final double Q5 = -2.01099218183624371326e-07;

    private HyperbolicTangent() {}

    static double at(double x) {
        double size = Math.abs(x);
        if (!(size < ONE_FROM)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        } else if (size < 0x1p-55) {
            return x;
        } else if (size >= 1) {
            double z = 1 - 2 / (expm1(2 * size) + 2);
            return x < 0 ? -z : z;
        }
        double t = expm1(-2 * size);
        double z = -t / (t + 2);
        return x < 0 ? -z : z;
    }

    /** exp(x) − 1 for |x| &lt; 44, by x = k·ln 2 + r and exp(x) − 1 = 2ᵏ·(exp(r) − 1) + 2ᵏ − 1. */
    private static double expm1(double x) {
        int size = (int) (Double.doubleToRawLongBits(x) >>> 32) & 0x7fffffff;
        if (size < 0x3c900000) {
            return x;
        } else if (size <= 0x3fd62e42) {
            return reduced(x, 0, 0);
        }
        boolean once = size < 0x3FF0A2B2;
        int k = once ? (x < 0 ? -1 : 1) : (int) (PER_LN2 * x + (x < 0 ? -0.5 : 0.5));
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        return reduced(r, high - r - low, k);
    }

    /** 2ᵏ·exp(r + c) − 1 for |r| ≤ ½·ln 2; c is what r was rounded by. */
    private static double reduced(double r, double c, int k) {
        double half = 0.5 * r;
        double square = r * half;
        double r1 = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
        double t = 3 - r1 * half;
        double e = square * ((r1 - t) / (6 - r * t));
        if (k == 0) {
            return r - (r * e - square);
        }
        return scaled(r, r * (e - c) - c - square, k);
    }

    private static double scaled(double r, double e, int k) {
        if (k == -1) {
            return 0.5 * (r - e) - 0.5;
        } else if (k == 1) {
            return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
        } else if (k <= -2 || k > 56) {
            return times2to(k, 1 - (e - r)) - 1;
        } else if (k < 20) {
            return times2to(k, 1 - Math.scalb(1, -k) - (e - r));
        }
        return times2to(k, r - (e + Math.scalb(1, -k)) + 1);
    }

    /** Adds to the exponent, as fdlibm does. */
    private static double times2to(int k, double y) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + ((long) k << 52));
    }
}
