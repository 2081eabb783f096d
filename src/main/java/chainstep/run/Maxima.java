package chainstep.run;

import chainstep.graph.Nest;

/** Folds a row of numbers into maxima and their winners; the first of equals wins, a NaN over every number. */
final class Maxima {
    private Maxima() {}

    /** The winner array holds −1 where nothing was met yet. */
    static void fold(Nest nest, Cursor target, long first, long step, FormulaCode code, double[][] array) {
        double[] out = array[nest.out()];
        double[] winner = array[nest.winner()];
        for (int i = target.low; i < target.high; i++) {
            double value = code.result()[code.resultAt() + i * code.resultStride()];
            int place = target.place + i * target.step;
            boolean stays = winner[place] >= 0 && (out[place] >= value || Double.isNaN(out[place]));
            if (!stays) {
                out[place] = value;
                winner[place] = first + i * step;
            }
        }
    }
}
