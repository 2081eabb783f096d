package chainstep.run;

import chainstep.graph.Nest;
import chainstep.graph.Nests;

/**
 * Runs a nest of few points in float64 as one row, with a table of where each point reads and writes: in small networks
 * most loops have ten turns or fewer, and starting them would cost more than they do. Mutable working memory; one thread.
 */
final class NestAtOnce implements NestRunner {
    private final int n;
    private final FormulaCode code;
    private final int[] arrays;
    private final Places[] reads;
    private final double[][] gathered;
    private final int out;
    private final Places target;
    private final boolean assigns;

    NestAtOnce(Nests nests, Coalesced coalesced, boolean assigns) {
        Nest nest = coalesced.nest();
        this.n = (int) nest.points();
        this.assigns = assigns;
        this.code = new FormulaCode(nest.body(), nest.reads().size(), n);
        this.out = nest.out();
        this.target = Places.of(nests, coalesced, out, nest.target());
        this.arrays = new int[nest.reads().size()];
        this.reads = new Places[arrays.length];
        this.gathered = new double[arrays.length][];
        for (int k = 0; k < arrays.length; k++) {
            Nest.Read read = nest.reads().get(k);
            arrays[k] = read.array();
            reads[k] = Places.of(nests, coalesced, read.array(), read.map());
            gathered[k] = new double[reads[k].isStraight() ? 0 : n];
        }
    }

    /** Sums of few points whose formula does not ask where it stands. */
    static boolean canRun(Nest nest) {
        return nest.fold() == Nest.Fold.SUM
                && nest.points() <= FormulaCode.ROW
                && !nest.body().hasPosition();
    }

    @Override
    public void run(double[][] array) {
        for (int k = 0; k < reads.length; k++) {
            double[] from = array[arrays[k]];
            if (reads[k].isStraight()) {
                code.read(k, from, reads[k].first(), reads[k].step());
            } else {
                reads[k].gather(from, gathered[k]);
                code.read(k, gathered[k], 0, 1);
            }
        }
        if (assigns && code.into(array[out], 0)) {
            code.run(n);
        } else {
            code.run(n);
            write(array[out]);
        }
    }

    private void write(double[] into) {
        if (assigns) {
            for (int i = 0; i < n; i++) {
                into[i] = code.result(i);
            }
        } else {
            for (int i = 0; i < n; i++) {
                int place = target.at(i);
                if (place >= 0) {
                    into[place] += code.result(i);
                }
            }
        }
    }
}
