package chainstep.run;

import chainstep.graph.BrokenOff;
import chainstep.graph.FastPath;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a program in float64, node by node: products by EJML, everything else from its nests.
 *
 * <p>Prepared once for a program, then run any number of times without allocating. Mutable working memory; one thread.
 */
public final class Evaluator {
    /** In a program of more nodes, those that do the same work on the same shapes share what was prepared for it. */
    private static final int MANY = 500;

    /** Work on more operands is not shared: to compare all their shapes costs more than it saves. */
    private static final int FEW = 4;

    /** A program of fewer points is over before anyone could break it off. */
    private static final long LONG = 1L << 20;

    private record Work(Op op, List<Shape> shapes) {}

    private final Program program;
    private final FastPath[] kernels;
    private final int[][] inputs;
    private final double[][][] operands;
    private final Supply[] supplies;
    private final int[] carriedLeaves;
    private final int[] carriedNext;
    private final BitSet carried = new BitSet();
    private final boolean isLong;
    private int computing;

    public Evaluator(Program program) {
        this(program, 0);
    }

    /** An evaluator that only ever computes nodes from {@code first} on; see {@link #behind}. */
    private Evaluator(Program program, int first) {
        this(program, first, null);
    }

    /** @param wanted the nodes whose values are asked for; all where null */
    private Evaluator(Program program, int first, int[] wanted) {
        this.program = program;
        this.isLong = program.points() > LONG;
        int size = program.size();
        this.kernels = new FastPath[size];
        this.inputs = new int[size][];
        this.operands = new double[size][][];
        this.supplies = new Supply[size];
        Map<Work, FastPath> shared = new HashMap<>();
        BitSet needed = needed(wanted);
        for (Node node : program.nodes().subList(first, size)) {
            int id = node.id();
            if (!needed.get(id)) {
                continue;
            }
            inputs[id] = new int[node.inputs().size()];
            Arrays.setAll(inputs[id], node.inputs()::get);
            operands[id] = new double[inputs[id].length][];
            if (node.op() instanceof Leaf leaf) {
                supplies[id] = leaf.supply();
            } else {
                List<Shape> shapes = program.operandShapes(node);
                kernels[id] = size - first > MANY && shapes.size() <= FEW
                        ? shared.computeIfAbsent(new Work(node.op(), shapes), work -> kernel(node.op(), shapes))
                        : kernel(node.op(), shapes);
            }
        }
        carriedLeaves = program.carries().stream().mapToInt(Program.Carry::leaf).toArray();
        for (int leaf : carriedLeaves) {
            carried.set(leaf);
        }
        carriedNext = program.carries().stream().mapToInt(Program.Carry::next).toArray();
    }

    /** The nodes that others are computed from, themselves included. */
    private BitSet needed(int[] wanted) {
        BitSet needed = new BitSet();
        needed.set(0, wanted == null ? program.size() : 0);
        for (int id : wanted == null ? new int[0] : wanted) {
            needed.set(id);
        }
        for (int id = wanted == null ? -1 : needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
        return needed;
    }

    private static FastPath kernel(Op op, List<Shape> shapes) {
        return op.fastPath(shapes).orElseGet(() -> new LoopKernel(op.nests(shapes)));
    }

    public Program program() {
        return program;
    }

    /** The state before the first iteration: every carried leaf at its first value. */
    public Snapshot start() {
        long numbers = 0;
        for (int leaf : carriedLeaves) {
            numbers += program.node(leaf).shape().size();
        }
        Memory.require(Double.BYTES * numbers);
        List<double[]> carried = new ArrayList<>();
        within(() -> {
            for (int leaf : carriedLeaves) {
                computing = leaf;
                double[] values = new double[program.node(leaf).shape().size()];
                ((Leaf) program.node(leaf).op()).supply().fill(0, values);
                carried.add(values);
            }
        });
        return new Snapshot(0, carried.toArray(double[][]::new));
    }

    /** An empty trace to run into. */
    public Trace newTrace() {
        return new Trace(program);
    }

    /** Runs the iteration that starts from {@code from}, and returns its trace. */
    public Trace run(Snapshot from) {
        Trace trace = newTrace();
        run(from, trace);
        return trace;
    }

    /** Runs the iteration that starts from {@code from}, overwriting {@code into}. */
    public void run(Snapshot from, Trace into) {
        into.iteration = from.iteration();
        for (int k = 0; k < carriedLeaves.length; k++) {
            from.fill(k, into.slots[carriedLeaves[k]]);
        }
        within(() -> compute(into, 0));
    }

    /** Does work, and says at which node's place it failed. */
    private void within(Runnable work) {
        try {
            Memory.within(work);
        } catch (OperandException trouble) {
            throw trouble.at(program.node(computing).origin());
        }
    }

    /** Runs the iteration after the one in {@code trace}, overwriting it. */
    public void advance(Trace trace) {
        for (int k = 0; k < carriedLeaves.length; k++) {
            double[] next = trace.slots[carriedNext[k]];
            System.arraycopy(next, 0, trace.slots[carriedLeaves[k]], 0, next.length);
        }
        trace.iteration++;
        compute(trace, 0);
    }

    /** The state after the iteration in {@code trace}. */
    public Snapshot after(Trace trace) {
        double[][] carried = new double[carriedNext.length][];
        for (int k = 0; k < carried.length; k++) {
            carried[k] = trace.slots[carriedNext[k]];
        }
        return new Snapshot(trace.iteration + 1, carried);
    }

    /**
     * The state {@code from} with another value in one carried leaf: "what if W had been …" at any iteration.
     *
     * @throws IllegalArgumentException when the leaf is not carried, or has another shape
     */
    public Snapshot with(Snapshot from, int leaf, Tensor value) {
        if (!carried.get(leaf) || !program.node(leaf).shape().equals(value.shape())) {
            throw new IllegalArgumentException("node " + leaf + " carries no " + value.shape());
        }
        double[][] values = new double[carriedLeaves.length][];
        for (int k = 0; k < values.length; k++) {
            values[k] = new double[program.node(carriedLeaves[k]).shape().size()];
            from.fill(k, values[k]);
            if (carriedLeaves[k] == leaf) {
                value.copyInto(values[k], 0);
            }
        }
        return new Snapshot(from.iteration(), values);
    }

    /** A trace of a longer program that begins with this trace's: known values are taken over, the rest computed. */
    public static Trace extend(Trace known, Program longer) {
        return behind(known.program(), longer).extend(known);
    }

    /** An evaluator of what a longer program goes on by, for {@link #extend(Trace)}. */
    private static Evaluator behind(Program shorter, Program longer) {
        return new Evaluator(longer, shorter.size());
    }

    /** The same, of some nodes and what they are computed from. */
    public static Evaluator behind(Program shorter, Program longer, int[] wanted) {
        return new Evaluator(longer, shorter.size(), wanted);
    }

    /** A trace of the longer program that begins with another's values: of the program it goes on from, or of one like it. */
    public Trace extend(Trace known) {
        int first = known.program().size();
        Trace trace = new Trace(program, first);
        System.arraycopy(known.slots, 0, trace.slots, 0, first);
        trace.iteration = known.iteration;
        within(() -> compute(trace, first));
        return trace;
    }

    /** Computes some nodes of a trace again, in the order given. */
    void recompute(Trace trace, int[] ids) {
        for (int id : ids) {
            computeNode(trace.slots, id);
        }
    }

    private void compute(Trace trace, int first) {
        double[][] slots = trace.slots;
        for (int id = first; id < slots.length; id++) {
            computing = id;
            if (kernels[id] != null) {
                computeNode(slots, id);
            } else if (supplies[id] != null && !carried.get(id) && (supplies[id].varies() || !trace.filled)) {
                supplies[id].fill(trace.iteration, slots[id]);
            }
        }
        trace.filled = true;
    }

    private void computeNode(double[][] slots, int id) {
        if (isLong) {
            BrokenOff.check();
        }
        double[][] operand = operands[id];
        int[] from = inputs[id];
        for (int k = 0; k < from.length; k++) {
            operand[k] = slots[from[k]];
        }
        kernels[id].compute(operand, slots[id]);
    }
}
