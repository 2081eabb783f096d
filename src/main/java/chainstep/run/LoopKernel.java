package chainstep.run;

import chainstep.graph.FastPath;
import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import java.util.Arrays;
import java.util.List;

/**
 * An operation's nests, ready to run in float64 any number of times. Mutable working memory; one thread.
 *
 * <p>A sum of quotients by one constant, Σx/N, is run as (Σx)/N: one rounding instead of N, so that a mean of ones is one.
 */
final class LoopKernel implements FastPath {
    private final Nests nests;
    private final double[][] arrays;
    private final NestRunner[] runners;
    private final boolean[] cleared;
    private final boolean[] winners;
    private final double[] divisors;

    LoopKernel(Nests nests) {
        this.nests = nests;
        this.arrays = new double[nests.result() + 1][];
        this.cleared = new boolean[arrays.length];
        this.winners = new boolean[arrays.length];
        for (int array = nests.inputs().size(); array < nests.result(); array++) {
            arrays[array] = new double[nests.shapeOf(array).size()];
        }
        Arrays.fill(cleared, nests.inputs().size(), arrays.length, true);
        List<Nest> list = nests.list();
        int[] writers = new int[arrays.length];
        list.forEach(nest -> writers[nest.out()]++);
        this.runners = new NestRunner[list.size()];
        this.divisors = new double[runners.length];
        for (int k = 0; k < runners.length; k++) {
            Nest nest = list.get(k);
            boolean alone = writers[nest.out()] == 1;
            boolean assigns = alone && nests.isWhole(nest);
            cleared[nest.out()] &= !assigns;
            if (nest.winner() >= 0) {
                winners[nest.winner()] = true;
            }
            divisors[k] = alone && !assigns && nest.fold() == Nest.Fold.SUM ? divisor(nest.body()) : 1;
            runners[k] = NestRunner.of(nests, divisors[k] == 1 ? nest : undivided(nest), assigns);
        }
    }

    /** The constant a formula is divided by as a whole; 1 where it is not. */
    private static double divisor(Formula body) {
        Formula quotient = body instanceof Formula.Negate negative ? negative.of() : body;
        return quotient instanceof Formula.Divide f && f.right() instanceof Formula.Constant c ? c.number() : 1;
    }

    private static Nest undivided(Nest nest) {
        Formula body = nest.body() instanceof Formula.Negate negative
                ? Formula.negate(((Formula.Divide) negative.of()).left())
                : ((Formula.Divide) nest.body()).left();
        return Nest.sum(nest.domain(), nest.out(), nest.target(), nest.reads(), body);
    }

    @Override
    public void compute(double[][] inputs, double[] result) {
        System.arraycopy(inputs, 0, arrays, 0, inputs.length);
        arrays[nests.result()] = result;
        for (int array = inputs.length; array < arrays.length; array++) {
            if (cleared[array]) {
                Arrays.fill(arrays[array], winners[array] ? -1 : 0);
            }
        }
        for (int k = 0; k < runners.length; k++) {
            runners[k].run(arrays);
            if (divisors[k] != 1) {
                divide(arrays[nests.list().get(k).out()], divisors[k]);
            }
        }
    }

    private static void divide(double[] numbers, double by) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= by;
        }
    }
}
