package chainstep.compile;

import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import chainstep.run.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * A program compiled to run many iterations in one call, with its arrays. Mutable; one thread.
 *
 * <p>What it carries and gives out agrees with {@link chainstep.run.Evaluator} to the bounds of the precision, not to the bit.
 */
public final class Compiled {
    private final Flow flow;
    private final Precision precision;
    private final Steps steps;
    private final Object[] arrays;
    private final List<Flow.Array> drawn;
    private long iteration;

    private Compiled(Flow flow, Precision precision, Steps steps) {
        this.flow = flow;
        this.precision = precision;
        this.steps = steps;
        this.arrays = new Object[flow.arrays().size()];
        this.drawn = flow.arrays(Flow.Kind.DRAWN);
        for (Flow.Array array : flow.arrays()) {
            arrays[array.id()] = precision.array(numbers(array));
        }
    }

    private static double[] numbers(Flow.Array array) {
        if (array.kind() == Flow.Kind.ROWS) {
            return Flow.rows(array).table();
        }
        double[] numbers = new double[array.shape().size()];
        if (array.kind() == Flow.Kind.FIXED || array.kind() == Flow.Kind.CARRIED) {
            array.supply().orElseThrow().fill(0, numbers);
        }
        return numbers;
    }

    /**
     * Compiles a program.
     *
     * @param outputs nodes of one number that are told of every iteration
     * @param kept nodes that can be looked at after an iteration, see {@link #kept}
     */
    public static Compiled of(Program program, List<Integer> outputs, List<Integer> kept, Precision precision) {
        return of(FlowMaker.of(program, outputs, kept, true), precision, Compiling.BEST);
    }

    /** The same, of a program that is only to be looked at: nothing is carried on, what it carries stays as loaded. */
    public static Compiled still(Program program, List<Integer> outputs, List<Integer> kept, Precision precision) {
        return of(FlowMaker.of(program, outputs, kept, false), precision, Compiling.LOOPS);
    }

    static Compiled of(Flow flow, Precision precision, Compiling way) {
        Optional<Steps> byRows = way == Compiling.LOOPS ? Optional.empty() : RowPrinter.compile(flow, precision);
        Steps steps = byRows.orElseGet(
                () -> JavaCode.compile(LoopPrinter.print(flow, precision)).steps());
        return new Compiled(flow, precision, steps);
    }

    /** The iteration that is next. */
    public long iteration() {
        return iteration;
    }

    /** Goes on from a state. */
    public void load(Snapshot from) {
        for (Flow.Carry carry : flow.carries()) {
            Object values = precision.array(from.values(carry.index()));
            System.arraycopy(
                    values,
                    0,
                    arrays[carry.leaf()],
                    0,
                    flow.arrays().get(carry.leaf()).shape().size());
        }
        iteration = from.iteration();
    }

    /** The state it is in. */
    public Snapshot snapshot() {
        double[][] carried = new double[flow.carries().size()][];
        for (Flow.Carry carry : flow.carries()) {
            carried[carry.index()] = precision.numbers(arrays[carry.leaf()]);
        }
        return Snapshot.owning(iteration, carried);
    }

    /**
     * Runs iterations.
     *
     * @return for each output, its number in each iteration
     */
    public double[][] run(int count) {
        double[][] outputs = new double[flow.outputs().size()][count];
        if (drawn.isEmpty()) {
            steps.run(arrays, rows(count), count, outputs);
            iteration += count;
            return outputs;
        }
        double[][] one = new double[outputs.length][1];
        for (int k = 0; k < count; k++) {
            drawn.forEach(this::draw);
            steps.run(arrays, rows(1), 1, one);
            for (int output = 0; output < outputs.length; output++) {
                outputs[output][k] = one[output][0];
            }
            iteration++;
        }
        return outputs;
    }

    /** The value, in the iteration run last, of kept node number {@code index}. */
    public double[] kept(int index) {
        return precision.numbers(arrays[flow.kept().get(index)]);
    }

    private void draw(Flow.Array array) {
        double[] numbers = new double[array.shape().size()];
        array.supply().orElseThrow().fill(iteration, numbers);
        System.arraycopy(precision.array(numbers), 0, arrays[array.id()], 0, numbers.length);
    }

    /** For each array of rows, those of the next iterations, one after another. */
    private int[][] rows(int count) {
        int[][] rows = new int[arrays.length][];
        for (Flow.Array array : flow.arrays(Flow.Kind.ROWS)) {
            RowSupply supply = Flow.rows(array);
            int taken = supply.rows(iteration).length;
            int[] all = new int[Math.multiplyExact(taken, count)];
            for (int k = 0; k < count; k++) {
                System.arraycopy(supply.rows(iteration + k), 0, all, k * taken, taken);
            }
            rows[array.id()] = all;
        }
        return rows;
    }
}
