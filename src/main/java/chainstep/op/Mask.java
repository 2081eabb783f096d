package chainstep.op;

import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;

/**
 * The random mask of a dropout: 1/keep with probability keep, else 0, drawn anew each iteration.
 *
 * <p>Element i of iteration k depends on nothing but (seed, node, k, i): each is folded into the key by splitmix64's
 * finaliser (Steele, Lea and Flood, OOPSLA 2014; Stafford's variant 13), and the number is kept when the top 53 bits, as
 * a fraction of 1, lie below {@code keep}.
 *
 * @param keep the probability of keeping a number, above 0 and at most 1
 * @param seed the file's
 * @param node tells several masks of one program apart
 */
public record Mask(Shape shape, Rational keep, long seed, int node) implements Supply {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public Mask {
        if (keep.signum() <= 0 || keep.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("a mask keeps with a probability in (0, 1], not " + keep);
        }
    }

    @Override
    public void fill(long iteration, double[] into) {
        double probability = keep.doubleValue();
        double kept = Rational.ONE.divide(keep).doubleValue();
        long key = key(iteration);
        for (int i = 0; i < into.length; i++) {
            into[i] = isKept(key, i, probability) ? kept : 0;
        }
    }

    private long key(long iteration) {
        return fold(fold(fold(0, seed), node), iteration);
    }

    private static boolean isKept(long key, int element, double probability) {
        return (fold(key, element) >>> 11) * 0x1.0p-53 < probability;
    }

    private static long fold(long state, long key) {
        long z = state + (key + 1) * GOLDEN;
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    @Override
    public boolean varies() {
        return true;
    }

    @Override
    public Rational exact(int element, long iteration) {
        return isKept(key(iteration), element, keep.doubleValue()) ? Rational.ONE.divide(keep) : Rational.ZERO;
    }
}
