package chainstep.data;

/**
 * The one source of chance: a 64-bit linear congruential generator, the same on every machine.
 *
 * <p>Before each draw {@code s ← s·6364136223846793005 + 1442695040888963407 (mod 2⁶⁴)}; the draw is
 * {@code u = (s >>> 11)·2⁻⁵³}, in [0, 1). The constants are Knuth's (MMIX; The Art of Computer Programming, vol. 2, 3.3.4).
 * Mutable: a generator is a position in its stream. Not for cryptography.
 */
public final class Lcg {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Lcg(long seed) {
        this.state = seed;
    }

    /**
     * A stream of its own for every (seed, keys), for instance (seed, epoch): found without drawing any other stream.
     * The state is folded as {@code s ← mix(s + (key + 1)·φ)} with splitmix64's finaliser, so that neighbouring keys are unrelated.
     */
    public static Lcg keyed(long seed, long... keys) {
        long state = mix(seed);
        for (long key : keys) {
            state = mix(state + (key + 1) * GOLDEN);
        }
        return new Lcg(state);
    }

    /** The finaliser of splitmix64 (Steele, Lea and Flood, OOPSLA 2014; Stafford's variant 13). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** The next draw, uniform in [0, 1) on the multiples of 2⁻⁵³. */
    public double next() {
        state = state * MULTIPLIER + INCREMENT;
        return (state >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [lo, hi): {@code lo + (hi − lo)·u}, one draw. */
    public double uniform(double lo, double hi) {
        return lo + (hi - lo) * next();
    }

    /**
     * A whole number in 0 .. n−1: {@code ⌊u·n⌋}, one draw.
     *
     * @throws IllegalArgumentException if n is not positive
     */
    public int index(int n) {
        if (n <= 0) {
            throw new IllegalArgumentException("index(n) needs n > 0, not " + n);
        }
        return (int) (next() * n);
    }

    /**
     * A standard normal number by Box and Muller (1958): {@code √(−2 ln(1 − u₁))·cos(2πu₂)}. Two draws each time, the sine
     * twin thrown away, so the k-th number of a stream depends on nothing but k. StrictMath: the same bits on every machine.
     */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - next()));
        return radius * StrictMath.cos(2 * StrictMath.PI * next());
    }

    /** Fisher and Yates: for i = n−1 .. 1 swaps places i and {@code index(i + 1)}. Draws n−1 times. */
    public void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = index(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** The numbers 0 .. n−1, shuffled. */
    public int[] permutation(int n) {
        int[] order = Order.ascending(0, n);
        shuffle(order);
        return order;
    }

    /** Passes over n draws in about log₂ n steps: the stream continues as if {@link #next()} had been called n times. */
    public void skip(long n) {
        long factor = MULTIPLIER;
        long offset = INCREMENT;
        for (long left = n; left != 0; left >>>= 1) {
            if ((left & 1) == 1) {
                state = state * factor + offset;
            }
            offset = offset * (factor + 1);
            factor = factor * factor;
        }
    }
}
