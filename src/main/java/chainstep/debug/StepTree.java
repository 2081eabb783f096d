package chainstep.debug;

import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of one iteration at every {@link Depth}, counted but never listed.
 *
 * <p>All nodes but leaves are steps, in program order; a coarser step is a run of them. In the forward pass a line is a run
 * of nodes of one source line, in the update one of nodes for one parameter (see {@link UpdateLines}); an operation is a node, or a run of terms that
 * come back through the same node; terms that only copy ({@link Copies}) join the operation beside them. Numbering is O(log n) in the number of nodes, whatever the size of their values.
 *
 * <p>Time within an iteration is the count of numbers computed: 0 at its start, {@link #end()} when all is done.
 */
public final class StepTree {
    private final Program program;
    private final int[] nodes;
    private final int[] ordinals;
    private final long[] times;
    private final int[] parameters;
    private final int[][] groups = new int[Depth.ELEMENT.ordinal()][];
    private final int[][] lasts = new int[groups.length][];

    public StepTree(Program program) {
        this.program = program;
        this.nodes = program.nodes().stream()
                .filter(node -> !node.isLeaf())
                .mapToInt(Node::id)
                .toArray();
        this.ordinals = new int[program.size()];
        Arrays.fill(ordinals, -1);
        this.times = new long[nodes.length + 1];
        for (int k = 0; k < nodes.length; k++) {
            ordinals[nodes[k]] = k;
            times[k + 1] = times[k] + program.node(nodes[k]).shape().size();
        }
        this.parameters = UpdateLines.of(program, nodes);
        for (int depth = 0; depth < groups.length; depth++) {
            divide(Depth.values()[depth]);
        }
    }

    private void divide(Depth depth) {
        BitSet starts = new BitSet();
        for (int k = 0; k < nodes.length; k++) {
            starts.set(k, k == 0 || parts(depth, program.node(nodes[k - 1]), program.node(nodes[k])));
        }
        if (depth == Depth.OPERATION) {
            new Copies(program, nodes).join(starts, groups[Depth.LINE.ordinal()]);
        }
        int[] group = new int[nodes.length];
        int[] last = new int[starts.cardinality()];
        int count = -1;
        for (int k = 0; k < nodes.length; k++) {
            count += starts.get(k) ? 1 : 0;
            group[k] = count;
            last[count] = k;
        }
        groups[depth.ordinal()] = group;
        lasts[depth.ordinal()] = last;
    }

    /** Whether a step at this depth ends between two neighbours. */
    private boolean parts(Depth depth, Node before, Node after) {
        return switch (depth) {
            case ITERATION -> false;
            case PHASE -> before.phase() != after.phase();
            case LINE ->
                parts(Depth.PHASE, before, after)
                        || before.origin().line() != after.origin().line()
                        || parameters[ordinals[before.id()]] != parameters[ordinals[after.id()]];
            case OPERATION -> parts(Depth.LINE, before, after) || !comeThroughOne(before.role(), after.role());
            case TERM, ELEMENT -> true;
        };
    }

    private static boolean comeThroughOne(Role before, Role after) {
        return before instanceof Role.Term a
                && after instanceof Role.Term b
                && a.through() == b.through()
                && a.of() == b.of();
    }

    public Program program() {
        return program;
    }

    /** How many steps an iteration has at a depth. */
    public long count(Depth depth) {
        return depth == Depth.ELEMENT ? end() : lasts[depth.ordinal()].length;
    }

    /** The time at which all is computed. */
    public long end() {
        return times[nodes.length];
    }

    /** Whether a node is a step: it is in the program and no leaf. */
    public boolean isStep(int node) {
        return node >= 0 && node < ordinals.length && ordinals[node] >= 0;
    }

    /** The time at which a step is done. */
    public long time(Step step) {
        if (step.isStart()) {
            return 0;
        }
        int k = ordinal(step.node());
        long size = times[k + 1] - times[k];
        if (step.element() >= size) {
            throw new IllegalArgumentException("node " + step.node() + " has no element " + step.element());
        }
        return step.element() < 0 ? times[k + 1] : times[k] + step.element() + 1;
    }

    /** Whether a node has been computed at a time; true of −1, which stands for the leaves. */
    boolean isDone(int node, long time) {
        return node < 0 || times[ordinal(node) + 1] <= time;
    }

    private int ordinal(int node) {
        if (!isStep(node)) {
            throw new IllegalArgumentException("node " + node + " is no step");
        }
        return ordinals[node];
    }

    /** The number, from 0, of the step at a depth that {@code step} is or lies in; −1 at the start. */
    public long index(Step step, Depth depth) {
        return index(time(step), depth);
    }

    /** The number of the step at a depth that computes the number finished at {@code time}; −1 at time 0. */
    long index(long time, Depth depth) {
        if (time == 0 || depth == Depth.ELEMENT) {
            return time - 1;
        }
        return groups[depth.ordinal()][ordinalAt(time)];
    }

    private int ordinalAt(long time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found - 1 : -found - 2;
    }

    /** The time at which a step is done, by its number; 0 for −1. */
    long time(long index, Depth depth) {
        if (index < 0 || depth == Depth.ELEMENT) {
            return index + 1;
        }
        return times[lasts[depth.ordinal()][(int) index] + 1];
    }

    /** The step with this number at a depth, in an iteration; the start for −1. */
    public Step at(long iteration, long index, Depth depth) {
        if (index < -1 || index >= count(depth)) {
            throw new IndexOutOfBoundsException("no step " + index + " of " + count(depth) + " " + depth);
        }
        return step(iteration, time(index, depth), depth);
    }

    /** The step at a depth that ends at {@code time}. */
    Step step(long iteration, long time, Depth depth) {
        if (time == 0) {
            return Step.start(iteration);
        }
        int k = ordinalAt(time);
        return new Step(iteration, nodes[k], depth == Depth.ELEMENT ? (int) (time - times[k] - 1) : -1);
    }

    /** Whether a step at this depth ends at {@code time}; true of time 0. */
    boolean isEnd(long time, Depth depth) {
        return time(index(time, depth), depth) == time;
    }

    /** The nodes that the step with this number computes (for an element, that it is of), in order. */
    public List<Node> nodes(long index, Depth depth) {
        int last = ordinalAt(time(index, depth));
        int first = depth == Depth.ELEMENT ? last : ordinalAt(time(index - 1, depth) + 1);
        return IntStream.rangeClosed(first, last)
                .mapToObj(k -> program.node(nodes[k]))
                .toList();
    }

    /** The steps at depth {@code finer} that make up the step with this number at depth {@code depth}. */
    public Span inside(long index, Depth depth, Depth finer) {
        long first = index(time(index - 1, depth) + 1, finer);
        return new Span(first, index(time(index, depth), finer) - first + 1);
    }

    /** Steps that follow one another: the number of the first, and how many. */
    public record Span(long first, long count) {}

    /** The last nodes of all runs of a source line, forward and backward. */
    public List<Integer> endsOfLine(int line) {
        return Arrays.stream(lasts[Depth.LINE.ordinal()])
                .map(k -> nodes[k])
                .filter(node -> program.node(node).origin().line() == line)
                .boxed()
                .toList();
    }

    /** The depth one finer, for the step that computes {@code node}: one that has no terms goes on to its elements. */
    public Depth finer(Depth depth, int node) {
        boolean isTerm = program.node(node).role() instanceof Role.Term;
        return switch (depth) {
            case OPERATION -> isTerm ? Depth.TERM : Depth.ELEMENT;
            case TERM, ELEMENT -> Depth.ELEMENT;
            default -> Depth.values()[depth.ordinal() + 1];
        };
    }

    /** The depth one coarser, for the step that computes {@code node}; the inverse of {@link #finer}. */
    public Depth coarser(Depth depth, int node) {
        boolean isTerm = program.node(node).role() instanceof Role.Term;
        return switch (depth) {
            case ITERATION -> Depth.ITERATION;
            case ELEMENT -> isTerm ? Depth.TERM : Depth.OPERATION;
            case TERM -> isTerm ? Depth.OPERATION : Depth.LINE;
            default -> Depth.values()[depth.ordinal() - 1];
        };
    }

    /** The phase that the step with this number lies in. */
    public Phase phase(Step step) {
        return step.isStart() ? Phase.FORWARD : program.node(step.node()).phase();
    }
}
