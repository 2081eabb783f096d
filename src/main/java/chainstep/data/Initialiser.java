package chainstep.data;

import java.util.Arrays;

/**
 * First values of parameters: n numbers from one seed, drawn in row-major order, one draw each (a normal number two).
 *
 * <p>Xavier is Glorot's uniform (Glorot and Bengio 2010): {@code (2u − 1)·√(6/(fanIn + fanOut))}. He is a normal of standard
 * deviation {@code √(2/fanIn)} (He et al. 2015). What the fans of a shape are, {@link Fans} says.
 */
public final class Initialiser {
    private Initialiser() {}

    public static double[] zeros(int n) {
        return new double[n];
    }

    public static double[] ones(int n) {
        double[] values = new double[n];
        Arrays.fill(values, 1);
        return values;
    }

    /** {@code lo + (hi − lo)·u} for each of n draws. */
    public static double[] uniform(int n, double lo, double hi, long seed) {
        Lcg lcg = new Lcg(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = lcg.uniform(lo, hi);
        }
        return values;
    }

    /** {@code std·gaussian()}, mean 0; see {@link Lcg#gaussian()}. */
    public static double[] normal(int n, double std, long seed) {
        Lcg lcg = new Lcg(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = std * lcg.gaussian();
        }
        return values;
    }

    /** Glorot's uniform: {@code (2u − 1)·√(6/(fanIn + fanOut))}. */
    public static double[] xavier(int n, Fans fans, long seed) {
        double limit = StrictMath.sqrt(6.0 / (fans.in() + fans.out()));
        Lcg lcg = new Lcg(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (2 * lcg.next() - 1) * limit;
        }
        return values;
    }

    /** He's normal: standard deviation {@code √(2/fanIn)}. */
    public static double[] he(int n, Fans fans, long seed) {
        return normal(n, StrictMath.sqrt(2.0 / fans.in()), seed);
    }
}
