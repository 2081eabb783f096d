package chainstep.run;

import chainstep.graph.Divided;
import chainstep.graph.FastPath;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import java.util.Arrays;
import java.util.List;

/** An operation's nests, ready to run in float64 any number of times, quotients as {@link Divided}. Mutable working memory; one thread. */
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
            Divided divided = alone && !assigns ? Divided.of(nest) : new Divided(nest, 1);
            divisors[k] = divided.by();
            runners[k] = NestRunner.of(nests, divided.nest(), assigns);
        }
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
