package chainstep.run;

import chainstep.graph.FastPath;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import java.util.Arrays;
import java.util.List;

/** An operation's nests, ready to run in float64 any number of times. Mutable working memory; one thread. */
final class LoopKernel implements FastPath {
    private final Nests nests;
    private final double[][] arrays;
    private final NestRunner[] runners;
    private final boolean[] cleared;
    private final boolean[] winners;

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
        this.runners = new NestRunner[list.size()];
        for (int k = 0; k < runners.length; k++) {
            Nest nest = list.get(k);
            boolean alone =
                    list.stream().filter(other -> other.out() == nest.out()).count() == 1;
            boolean assigns = alone && nest.isElementwise();
            cleared[nest.out()] &= !assigns;
            if (nest.winner() >= 0) {
                winners[nest.winner()] = true;
            }
            runners[k] = new NestRunner(nests, nest, assigns);
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
        for (NestRunner runner : runners) {
            runner.run(arrays);
        }
    }
}
