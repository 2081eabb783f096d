package chainstep.run;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.Tensor;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs a program again and again with other numbers in some of its carried leaves: only what depends on them, and leads to what is
 * wanted, is computed anew. Mutable working memory; one thread.
 */
public final class Rerun {
    private static final int NONE = -1;

    private final Evaluator evaluator;
    private final BitSet leaves = new BitSet();
    private final BitSet needed = new BitSet();
    private final int[] behindAny;
    private final Map<Integer, int[]> behind = new HashMap<>();
    private Trace plain;
    private Trace moved;
    private int movedLeaf = NONE;

    /**
     * @param leaves the carried leaves that take other numbers
     * @param wanted the nodes whose values are asked for
     */
    public Rerun(Program program, Set<Integer> leaves, int[] wanted) {
        this.evaluator = new Evaluator(program);
        leaves.forEach(this.leaves::set);
        IntStream.of(wanted).forEach(needed::set);
        for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
        this.behindAny = behind(this.leaves);
        leaves.forEach(leaf -> {
            BitSet one = new BitSet();
            one.set(leaf);
            behind.put(leaf, behind(one));
        });
    }

    /** What depends on leaves and is needed, in the order of the program. */
    private int[] behind(BitSet from) {
        BitSet found = new BitSet();
        for (Node node : program().nodes()) {
            if (needed.get(node.id())
                    && node.inputs().stream().anyMatch(input -> from.get(input) || found.get(input))) {
                found.set(node.id());
            }
        }
        return found.stream().toArray();
    }

    public Program program() {
        return evaluator.program();
    }

    /** Runs with these numbers in the leaves. */
    public void run(Map<Integer, Tensor> numbers) {
        if (plain == null) {
            Snapshot start = evaluator.start();
            for (Map.Entry<Integer, Tensor> one : numbers.entrySet()) {
                start = evaluator.with(start, one.getKey(), one.getValue());
            }
            plain = evaluator.run(start);
            moved = plain.copy();
        } else {
            numbers.forEach((leaf, value) -> value.copyInto(plain.slots[leaf], 0));
            Memory.within(() -> evaluator.recompute(plain, behindAny));
            leaves.stream().forEach(this::restore);
            IntStream.of(behindAny).forEach(this::restore);
        }
        movedLeaf = NONE;
    }

    /** Runs with another number in one element of one leaf; the next move begins from the plain run again. */
    public void move(int leaf, int element, double value) {
        if (movedLeaf != NONE && movedLeaf != leaf) {
            IntStream.of(behind.get(movedLeaf)).forEach(this::restore);
            restore(movedLeaf);
        }
        restore(leaf);
        moved.slots[leaf][element] = value;
        movedLeaf = leaf;
        Memory.within(() -> evaluator.recompute(moved, behind.get(leaf)));
    }

    private void restore(int id) {
        System.arraycopy(plain.slots[id], 0, moved.slots[id], 0, plain.slots[id].length);
    }

    /** The nodes that a move of a leaf computes anew, in the order of the program. */
    public int[] behind(int leaf) {
        return behind.get(leaf).clone();
    }

    /** A node's value of the plain run. */
    public Tensor value(int node) {
        return plain.value(node);
    }

    /** One element of a node's value after the last move. */
    public double moved(int node, int element) {
        return moved.slots[node][element];
    }
}
