package chainstep.debug;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.graph.Sources;
import chainstep.op.Slice;
import chainstep.run.Iterations;
import chainstep.run.Outbreak;
import chainstep.run.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return new Cause(scalar(trace, id, element), taken(trace, from), sources.isAll());
    }

    /**
     * Of numbers of gradients put back at the places that brackets took from, the numbers put there; the zeros around them are left
     * out, unless there is nothing else.
     */
    private List<Cause.Scalar> taken(Trace trace, List<Cause.Scalar> from) {
        List<Cause.Scalar> taken =
                from.stream().flatMap(one -> taken(trace, one)).toList();
        return taken.isEmpty() ? from : taken;
    }

    private Stream<Cause.Scalar> taken(Trace trace, Cause.Scalar one) {
        return isPutBack(program.node(one.node()))
                ? written(trace, one.node(), one.element()).from().stream()
                : Stream.of(one);
    }

    /** Whether it is one of several terms of a gradient, and only puts the gradient of a part at its place. */
    private boolean isPutBack(Node node) {
        return node.role() instanceof Role.Term term
                && node.name().isEmpty()
                && program.node(term.through()).op() instanceof Slice
                && program.gradient(term.of(), term.wrt()).orElse(-1) != node.id();
    }

    private static Cause.Scalar scalar(Trace trace, int node, int element) {
        return new Cause.Scalar(trace.iteration(), node, element, trace.get(node, element));
    }

    /**
     * Where the NaN or infinity of a number first came up: the earliest number it was computed from, element by element, that is
     * not finite. Empty where the number is finite.
     */
    Optional<Cause> firstNotFinite(long iteration, int node, int element) {
        Optional<Outbreak> first = outbreak(iteration, node, element);
        long at = iteration;
        while (first.isPresent() && writerBefore(at, first.get().node()).isPresent()) {
            int writer = writerBefore(at, first.get().node()).getAsInt();
            at--;
            first = outbreak(at, writer, first.get().element());
        }
        Trace trace = iterations.trace(at);
        return first.map(found -> written(trace, found.node(), found.element()));
    }

    private Optional<Outbreak> outbreak(long iteration, int node, int element) {
        return Outbreak.of(iterations.trace(iteration), node, IntStream.of(element), Finite.NOT);
    }
}
