package chainstep.run;

import chainstep.graph.BrokenOff;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import java.util.Arrays;
import java.util.List;

/** Runs one nest in float64, row by row of its innermost loop. Mutable working memory; one thread. */
final class NestByRows implements NestRunner {
    /** After so many rows it looks whether anyone still waits. */
    private static final int BREATH = 1024;

    private final Nest nest;
    private final int[] extents;
    private final FormulaCode code;
    private final Cursor target;
    private final Cursor[] reads;
    private final int[] arrays;
    private final double[][] padded;
    private final int[] point;
    private final int[] linear;
    private final boolean assigns;
    private int rows;

    /**
     * @param assigns whether the nest alone writes its array, each element once, so that nothing need be added up
     */
    NestByRows(Nests nests, Coalesced coalesced, boolean assigns) {
        Nest flat = coalesced.nest();
        List<Integer> domain = flat.domain();
        this.nest = flat;
        this.assigns = assigns;
        this.extents = ints(domain);
        int longest = extents.length == 0 ? 1 : Math.min(FormulaCode.ROW, extents[extents.length - 1]);
        this.code = new FormulaCode(flat.body(), flat.reads().size(), longest);
        this.target = new Cursor(flat.target(), coalesced.shape(nests, flat.out()), domain);
        this.reads = new Cursor[flat.reads().size()];
        this.arrays = new int[reads.length];
        this.padded = new double[reads.length][];
        for (int k = 0; k < reads.length; k++) {
            Nest.Read read = flat.reads().get(k);
            arrays[k] = read.array();
            reads[k] = new Cursor(read.map(), coalesced.shape(nests, read.array()), domain);
            padded[k] = new double[reads[k].isAlwaysInside() ? 0 : longest];
        }
        this.point = new int[extents.length];
        this.linear = ints(flat.linear());
    }

    private static int[] ints(List<Integer> list) {
        int[] ints = new int[list.size()];
        Arrays.setAll(ints, list::get);
        return ints;
    }

    @Override
    public void run(double[][] array) {
        int inner = extents.length - 1;
        int length = inner < 0 ? 1 : extents[inner];
        do {
            for (int from = 0; from < length; from += FormulaCode.ROW) {
                if (inner >= 0) {
                    point[inner] = from;
                }
                row(array, Math.min(FormulaCode.ROW, length - from));
            }
            if (inner >= 0) {
                point[inner] = 0;
            }
        } while (nextRow(inner));
    }

    private boolean nextRow(int inner) {
        if (++rows % BREATH == 0) {
            BrokenOff.check();
        }
        for (int loop = inner - 1; loop >= 0; loop--) {
            if (++point[loop] < extents[loop]) {
                return true;
            }
            point[loop] = 0;
        }
        return false;
    }

    private void row(double[][] array, int length) {
        target.start(point, length);
        if (target.low >= target.high) {
            return;
        }
        for (int k = 0; k < reads.length; k++) {
            fetch(k, array[arrays[k]], length);
        }
        if (code.hasPositions()) {
            code.position(point, length);
        }
        if (assigns && target.step == 1 && code.into(array[nest.out()], target.place)) {
            code.run(length);
            return;
        }
        code.run(length);
        if (nest.fold() == Nest.Fold.MAX) {
            long first = 0;
            for (int loop = 0; loop < point.length; loop++) {
                first += (long) linear[loop] * point[loop];
            }
            long step = point.length == 0 ? 0 : linear[point.length - 1];
            Maxima.fold(nest, target, first, step, code, array);
        } else {
            add(array[nest.out()]);
        }
    }

    private void fetch(int k, double[] from, int length) {
        Cursor read = reads[k];
        read.start(point, length);
        if (!read.isClipped(length)) {
            code.read(k, from, read.place, read.step);
            return;
        }
        double[] row = padded[k];
        for (int i = 0; i < length; i++) {
            row[i] = i >= read.low && i < read.high ? from[read.place + i * read.step] : 0;
        }
        code.read(k, row, 0, 1);
    }

    private void add(double[] out) {
        double[] row = code.result();
        int step = code.resultStride();
        int at = code.resultAt() + target.low * step;
        int place = target.place + target.low * target.step;
        if (assigns) {
            for (int i = target.low; i < target.high; i++, at += step, place += target.step) {
                out[place] = row[at];
            }
        } else if (target.step == 0) {
            double sum = out[place];
            for (int i = target.low; i < target.high; i++, at += step) {
                sum += row[at];
            }
            out[place] = sum;
        } else {
            for (int i = target.low; i < target.high; i++, at += step, place += target.step) {
                out[place] += row[at];
            }
        }
    }
}
