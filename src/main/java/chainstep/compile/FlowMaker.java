package chainstep.compile;

import chainstep.graph.Divided;
import chainstep.graph.Formula;
import chainstep.graph.Leaf;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the {@link Flow} of a program: only what is carried on or asked for, and no copies. Mutable, used once. */
final class FlowMaker {
    private final Program program;
    private final List<Flow.Array> arrays = new ArrayList<>();
    private final List<Flow.Loop> loops = new ArrayList<>();
    /** The array of each node. */
    private final Map<Integer, Integer> arrayOf = new HashMap<>();

    private FlowMaker(Program program) {
        this.program = program;
    }

    /**
     * The flow of a program's iterations.
     *
     * @param outputs nodes of one number that are told of every iteration
     * @param kept nodes whose values can be looked at after an iteration
     * @param learns whether anything changes from iteration to iteration; else only what was asked for is computed
     */
    static Flow of(Program program, List<Integer> outputs, List<Integer> kept, boolean learns) {
        FlowMaker maker = new FlowMaker(program);
        List<Integer> wanted = new ArrayList<>(outputs);
        wanted.addAll(kept);
        BitSet needed = needed(program, wanted, learns);
        needed.stream().forEach(id -> maker.add(program.node(id)));
        List<Flow.Carry> carries = new ArrayList<>();
        for (int k = 0; k < program.carries().size(); k++) {
            Program.Carry carry = program.carries().get(k);
            int next = learns ? carry.next() : carry.leaf();
            carries.add(new Flow.Carry(k, maker.arrayOf.get(carry.leaf()), maker.arrayOf.get(next)));
        }
        return Transposes.spared(
                new Flow(maker.arrays, maker.loops, carries, maker.arrays(outputs), maker.arrays(kept)));
    }

    private List<Integer> arrays(List<Integer> nodes) {
        return nodes.stream().map(arrayOf::get).toList();
    }

    /** The nodes carried on or wanted, what they are computed from, and every leaf that is carried. */
    private static BitSet needed(Program program, List<Integer> wanted, boolean learns) {
        BitSet needed = new BitSet();
        wanted.forEach(needed::set);
        for (Program.Carry carry : program.carries()) {
            needed.set(carry.leaf());
            needed.set(learns ? carry.next() : carry.leaf());
        }
        for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
        return needed;
    }

    private void add(Node node) {
        if (node.op() instanceof Leaf leaf) {
            boolean carried = program.next(node.id()).isPresent();
            arrayOf.put(node.id(), array(node.shape(), kind(leaf.supply(), carried), Optional.of(leaf.supply())));
            return;
        }
        Nests nests = node.op().nests(program.operandShapes(node));
        if (isCopy(nests)) {
            arrayOf.put(
                    node.id(),
                    arrayOf.get(
                            node.inputs().get(nests.list().get(0).reads().get(0).array())));
            return;
        }
        int[] numbers = new int[nests.result() + 1];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = k < nests.inputs().size()
                    ? arrayOf.get(node.inputs().get(k))
                    : array(nests.shapeOf(k), Flow.Kind.MADE, Optional.empty());
        }
        arrayOf.put(node.id(), numbers[nests.result()]);
        nests.list().forEach(nest -> loops.add(loop(nests, nest, numbers)));
    }

    private static Flow.Kind kind(Supply supply, boolean carried) {
        if (carried) {
            return Flow.Kind.CARRIED;
        } else if (supply instanceof RowSupply) {
            return Flow.Kind.ROWS;
        }
        return supply.varies() ? Flow.Kind.DRAWN : Flow.Kind.FIXED;
    }

    private int array(Shape shape, Flow.Kind kind, Optional<Supply> supply) {
        arrays.add(new Flow.Array(arrays.size(), shape, kind, supply));
        return arrays.size() - 1;
    }

    /** Whether an operation hands on one of its inputs as it is. */
    private static boolean isCopy(Nests nests) {
        if (nests.list().size() != 1) {
            return false;
        }
        Nest nest = nests.list().get(0);
        return nests.isWhole(nest)
                && nest.body().equals(Formula.input(0))
                && nest.reads().get(0).map().isIdentity()
                && nests.shapeOf(nest.reads().get(0).array()).equals(nests.shapeOf(nest.out()));
    }

    private static Flow.Loop loop(Nests nests, Nest nest, int[] numbers) {
        long writers = nests.list().stream().filter(n -> n.out() == nest.out()).count();
        boolean assigns = writers == 1 && nests.isWhole(nest);
        Divided divided = writers == 1 && !assigns ? Divided.of(nest) : new Divided(nest, 1);
        Nest from = divided.nest();
        List<Nest.Read> reads = from.reads().stream()
                .map(read -> new Nest.Read(numbers[read.array()], read.map()))
                .toList();
        int winner = from.winner() < 0 ? -1 : numbers[from.winner()];
        Nest renumbered =
                new Nest(from.domain(), numbers[from.out()], from.target(), reads, from.body(), from.fold(), winner);
        return new Flow.Loop(renumbered, assigns, divided.by());
    }
}
