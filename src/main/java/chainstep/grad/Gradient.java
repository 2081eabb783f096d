package chainstep.grad;

import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Pullback;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.op.Ones;
import chainstep.op.Total;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Reverse-mode differentiation: appends the nodes that compute ∂of/∂wrt for everything between {@code of} and the values
 * asked for.
 *
 * <p>Nodes are visited last first. A value used once has one {@link Role.Term}, its whole gradient; one used several times
 * a term for each use and a {@link Role.Total}. A term is marked with its consumer's place in the source, a total with its
 * producer's. Cost: at most one pullback for each operand on a way from {@code wrt} to {@code of}. Source: Griewank and
 * Walther, Evaluating Derivatives, ch. 3; the shape of the code, JAX's autodidax.
 */
public final class Gradient {
    private final ProgramBuilder program;
    private final int of;
    private final BitSet needed;
    private final Map<Integer, Integer> known = new HashMap<>();
    private final Map<Integer, List<Integer>> terms = new HashMap<>();
    private final Map<Differentiated, Pullback> pullbacks = new HashMap<>();

    /** An operation of more operands is not looked up: to compare all their shapes costs more than it saves. */
    private static final int FEW = 4;

    private record Differentiated(Op op, int operand, List<Shape> shapes) {}

    private Gradient(ProgramBuilder program, int of, BitSet needed) {
        this.program = program;
        this.of = of;
        this.needed = needed;
    }

    /**
     * Appends the backward pass of {@code of}, going on from gradients the program already records. They are found
     * afterwards by {@link ProgramBuilder#gradient}; one that is not there is zero, because {@code of} does not depend on
     * the value.
     *
     * @param of the value differentiated; of any shape, an array counts as the sum of its elements
     * @param wrt the values whose gradients are wanted
     */
    public static void append(ProgramBuilder program, int of, Collection<Integer> wrt) {
        BitSet needed = between(program, of, wrt, id -> false);
        Gradient gradient = new Gradient(program, of, needed);
        needed.stream().forEach(id -> program.gradient(of, id).ifPresent(node -> gradient.known.put(id, node)));
        if (!gradient.known.keySet().containsAll(needed.stream().boxed().toList())) {
            gradient.run();
            gradient.known.forEach((id, node) -> program.gradient(of, id, node));
        }
    }

    /**
     * Appends the nodes of ∂of/∂wrt with some values held fixed: no derivative is taken through them. Records nothing.
     *
     * @param fixed the values held fixed, besides {@code of} and {@code wrt}
     * @return the node of the derivative; empty where {@code of} does not depend on {@code wrt}
     */
    public static OptionalInt partial(ProgramBuilder program, int of, int wrt, IntPredicate fixed) {
        BitSet needed = between(program, of, List.of(wrt), id -> id != of && id != wrt && fixed.test(id));
        Gradient gradient = new Gradient(program, of, needed);
        gradient.run();
        return gradient.known.containsKey(wrt) ? OptionalInt.of(gradient.known.get(wrt)) : OptionalInt.empty();
    }

    /** The nodes that depend on a value of {@code wrt} and that {@code of} depends on, none {@code stop} between. */
    private static BitSet between(ProgramBuilder program, int of, Collection<Integer> wrt, IntPredicate stop) {
        BitSet to = new BitSet();
        to.set(of);
        for (int id = of; id >= 0; id = to.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(to::set);
        }
        BitSet from = new BitSet();
        wrt.stream().filter(to::get).forEach(from::set);
        for (int id = to.nextSetBit(0); id >= 0; id = to.nextSetBit(id + 1)) {
            for (int input : program.node(id).inputs()) {
                if (from.get(input) && !stop.test(id)) {
                    from.set(id);
                }
            }
        }
        BitSet between = new BitSet();
        between.set(of, from.get(of));
        for (int id = of; id >= 0; id = between.previousSetBit(id - 1)) {
            program.node(id).inputs().stream().filter(from::get).forEach(between::set);
        }
        return between;
    }

    private void run() {
        if (!needed.get(of)) {
            return;
        }
        if (!known.containsKey(of)) {
            Node last = program.node(of);
            program.at(last.origin());
            terms.put(of, List.of(program.add(new Ones(last.shape()), List.of(), new Role.Seed(of))));
        }
        for (int id = of; id >= 0; id = needed.previousSetBit(id - 1)) {
            visit(program.node(id));
        }
    }

    private void visit(Node node) {
        program.at(node.origin());
        int upstream = known.computeIfAbsent(node.id(), id -> total(node));
        List<Shape> shapes = program.operandShapes(node);
        for (int k = 0; k < node.inputs().size(); k++) {
            int operand = node.inputs().get(k);
            if (needed.get(operand) && !known.containsKey(operand)) {
                Pullback pullback = pullback(node.op(), k, shapes);
                int term = program.add(
                        pullback.op(), operands(pullback, node, upstream), new Role.Term(of, operand, node.id(), k));
                terms.computeIfAbsent(operand, key -> new ArrayList<>()).add(term);
            }
        }
    }

    /** Operations of one kind on the same shapes share their derivative. */
    private Pullback pullback(Op op, int operand, List<Shape> shapes) {
        if (shapes.size() > FEW) {
            return op.pullbackOf(operand, shapes);
        }
        return pullbacks.computeIfAbsent(
                new Differentiated(op, operand, shapes), key -> op.pullbackOf(operand, shapes));
    }

    private int total(Node node) {
        List<Integer> all = terms.get(node.id());
        return all.size() == 1 ? all.get(0) : program.add(new Total(), all, new Role.Total(of, node.id()));
    }

    private static List<Integer> operands(Pullback pullback, Node node, int upstream) {
        List<Integer> operands = new ArrayList<>();
        for (Pullback.Operand operand : pullback.operands()) {
            if (operand instanceof Pullback.Operand.Input input) {
                operands.add(node.inputs().get(input.index()));
            } else {
                operands.add(operand instanceof Pullback.Operand.Upstream ? upstream : node.id());
            }
        }
        return operands;
    }
}
