package chainstep.debug;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Sources;
import chainstep.run.Iterations;
import chainstep.run.Trace;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks who wrote a number, back through the operations of an iteration and the updates between iterations. */
final class Causes {
    private final Program program;
    private final Iterations iterations;

    Causes(Program program, Iterations iterations) {
        this.program = program;
        this.iterations = iterations;
    }

    /** The cause of one element of a node, in an iteration. */
    Cause of(long iteration, int node, int element) {
        OptionalInt writer = writerBefore(iteration, node);
        if (writer.isPresent()) {
            return written(iterations.trace(iteration - 1), writer.getAsInt(), element);
        }
        return written(iterations.trace(iteration), node, element);
    }

    /** The node of the iteration before that wrote this leaf, if it is a leaf carried on. */
    private OptionalInt writerBefore(long iteration, int node) {
        boolean carried = iteration > 0 && program.node(node).isLeaf();
        return carried ? program.next(node) : OptionalInt.empty();
    }

    private Cause written(Trace trace, int id, int element) {
        Node node = program.node(id);
        Sources sources = node.isLeaf()
                ? new Sources(List.of(), true)
                : Sources.of(node.op(), program.operandShapes(node), element, Cause.MOST);
        List<Cause.Scalar> from = sources.list().stream()
                .map(source -> scalar(trace, node.inputs().get(source.operand()), source.element()))
                .toList();
        return new Cause(scalar(trace, id, element), from, sources.isAll());
    }

    private static Cause.Scalar scalar(Trace trace, int node, int element) {
        return new Cause.Scalar(trace.iteration(), node, element, trace.get(node, element));
    }

    /**
     * Where NaN or infinity first came into a node: the earliest number it depends on that is not finite. Empty where the
     * node is finite.
     */
    Optional<Cause> firstNotFinite(long iteration, int node) {
        Trace trace = iterations.trace(iteration);
        if (Finite.is(trace, node)) {
            return Optional.empty();
        }
        int first = firstAncestor(trace, node);
        long at = iteration;
        OptionalInt writer = writerBefore(at, first);
        while (writer.isPresent()) {
            at--;
            trace = iterations.trace(at);
            first = firstAncestor(trace, writer.getAsInt());
            writer = writerBefore(at, first);
        }
        return Optional.of(written(trace, first, Finite.firstNot(trace, first)));
    }

    /** The first node in program order that is not finite and that a node depends on, itself included. */
    private int firstAncestor(Trace trace, int node) {
        BitSet ancestors = new BitSet();
        ancestors.set(node);
        int first = node;
        for (int id = node; id >= 0; id--) {
            if (ancestors.get(id)) {
                program.node(id).inputs().forEach(ancestors::set);
                first = Finite.is(trace, id) ? first : id;
            }
        }
        return first;
    }
}
