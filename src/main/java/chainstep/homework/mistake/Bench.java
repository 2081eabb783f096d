package chainstep.homework.mistake;

import chainstep.graph.Adjoint;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that goes on by many alternatives: what several of them compute is written once. Mutable; one thread. */
final class Bench {
    private record Work(Op op, List<Integer> inputs) {}

    private final ProgramBuilder builder;
    private final Map<Work, Integer> known = new HashMap<>();
    private long numbers;

    /** @param phase of all that is written */
    Bench(Program program, Phase phase) {
        builder = new ProgramBuilder(program).phase(phase);
        for (Node node : program.nodes()) {
            if (!node.isLeaf()) {
                known.putIfAbsent(new Work(node.op(), node.inputs()), node.id());
            }
        }
    }

    /**
     * The node that computes this.
     *
     * @throws OperandException when the operation refuses its operands, or the program grows too large
     */
    int add(Op op, List<Integer> inputs) {
        Work work = new Work(op, List.copyOf(inputs));
        Integer before = known.get(work);
        if (before != null) {
            return before;
        }
        if (op instanceof Adjoint fixed && !fixed.made().inputs().equals(shapes(inputs))) {
            throw new OperandException(
                    "program.replaced.shape",
                    op.name(),
                    shapes(inputs),
                    fixed.made().inputs());
        }
        int id = builder.add(op, inputs, Role.VALUE);
        numbers += builder.node(id).shape().size();
        known.put(work, id);
        return id;
    }

    int constant(Tensor value) {
        return add(new Leaf(Leaf.Kind.LITERAL, Fixed.of(value)), List.of());
    }

    /** A leaf whose numbers a snapshot holds. */
    int held(Shape shape) {
        int id = builder.leaf(Leaf.Kind.STATE, Fixed.of(Tensor.full(shape, 0)));
        builder.carry(id, id);
        return id;
    }

    Node node(int id) {
        return builder.node(id);
    }

    private List<Shape> shapes(List<Integer> nodes) {
        return nodes.stream().map(id -> builder.node(id).shape()).toList();
    }

    /** How many numbers were appended. */
    long numbers() {
        return numbers;
    }

    ProgramBuilder builder() {
        return builder;
    }

    Program program() {
        return builder.build();
    }
}
