package chainstep.grad;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import chainstep.op.Add;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appends the nodes of an update, each marked with its {@link Role.Update}.
 *
 * <p>A part with a dot ({@code m.kept}) is an inner value of the part before the dot. Constants are leaves marked with their
 * symbol's name ({@code beta1}, and {@code 1-beta1} for its complement), written once. A memory's leaf and the node of its
 * next value have the same part. Mutable; lives as long as one update is written.
 */
final class UpdateWriter {
    private final ProgramBuilder program;
    private final int param;
    private final Map<String, Integer> shared;

    private UpdateWriter(ProgramBuilder program, int param, Map<String, Integer> shared) {
        this.program = program;
        this.param = param;
        this.shared = shared;
    }

    /** A writer of nodes that all parameters share. */
    static UpdateWriter shared(ProgramBuilder program) {
        return new UpdateWriter(program, Updates.SHARED, new HashMap<>());
    }

    /** A writer of one parameter's nodes; what is shared is shared with this writer. */
    UpdateWriter of(int one) {
        return new UpdateWriter(program, one, shared);
    }

    int param() {
        return param;
    }

    /** A computed part. */
    int node(String part, Op op, Integer... inputs) {
        return program.add(op, List.of(inputs), new Role.Update(param, part));
    }

    /** A number of the rule: the same part always has the same value. */
    int constant(String part, Rational value) {
        return shared.computeIfAbsent("constant " + part, key -> {
            Leaf leaf = new Leaf(Leaf.Kind.LITERAL, Fixed.scalar(value));
            return program.add(leaf, List.of(), new Role.Update(Updates.SHARED, part));
        });
    }

    /** A whole number inside a formula. */
    int number(long value) {
        return shared.computeIfAbsent("number " + value, key -> program.literal(Rational.of(value)));
    }

    /** A memory of the parameter's shape that starts at zero; a shared one is one number. */
    int memory(String part) {
        boolean single = param == Updates.SHARED;
        Tensor zeros =
                single ? Tensor.scalar(0) : Tensor.full(program.node(param).shape(), 0);
        Leaf leaf = new Leaf(Leaf.Kind.STATE, new Fixed(zeros, Collections.nCopies(zeros.size(), Rational.ZERO)));
        return program.add(leaf, List.of(), new Role.Update(param, part));
    }

    /** The next value of a memory. */
    int next(int memory, String part, Op op, Integer... inputs) {
        int next = node(part, op, inputs);
        program.carry(memory, next);
        return next;
    }

    /** t, the number of updates made before this one. */
    int updatesBefore() {
        return shared.computeIfAbsent("t", key -> of(Updates.SHARED).memory("t"));
    }

    /** t + 1, the number of updates with this one. */
    int updates() {
        int before = updatesBefore();
        int one = number(1);
        return shared.computeIfAbsent("t + 1", key -> of(Updates.SHARED).next(before, "t", new Add(), before, one));
    }

    /** A node that all parameters share, written by the first that asks. */
    int once(String part, Op op, Integer... inputs) {
        return shared.computeIfAbsent("node " + part, key -> of(Updates.SHARED).node(part, op, inputs));
    }
}
