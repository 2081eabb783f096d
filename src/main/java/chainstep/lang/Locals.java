package chainstep.lang;

import chainstep.grad.Gradient;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Shape;
import chainstep.op.Elementwise;
import chainstep.op.Reshape;
import chainstep.op.Slice;
import chainstep.op.Stack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Local derivatives and Jacobians as nodes.
 *
 * <p>The local derivative of y by x holds every other named value fixed; where each element of y depends on the element of
 * x in its own place it has their shape, otherwise it is the Jacobian, a row for each element of y.
 */
final class Locals {
    /** The most rows a Jacobian may have. */
    private static final int MOST_ROWS = 1024;

    private final ExpressionReader reader;
    private final ProgramBuilder program;

    Locals(ExpressionReader reader) {
        this.reader = reader;
        this.program = reader.program();
    }

    /** ∂of/∂by with other named values held fixed. */
    int local(Syntax.Call call, Wanted ofPart, Wanted byPart) {
        int of = ofPart.of(program, ofPart.node());
        int by = byPart.node();
        IntPredicate named = id -> id != ofPart.node() && program.node(id).isNamed();
        boolean scalar = reader.shape(of).isScalar();
        if (scalar || reader.shape(of).equals(reader.shape(by)) && isElementwise(of, by, named)) {
            OptionalInt partial = Gradient.partial(program, of, by, named);
            return byPart.of(program, partial.orElseGet(() -> zeros(reader.shape(by))));
        }
        if (!byPart.isWhole()) {
            throw reader.error(call, "jac.part", call.name());
        }
        return rows(call, of, by, named);
    }

    /** The whole Jacobian ∂of/∂by, |of| × |by|. */
    int jacobian(Syntax.Call call, int of, int by) {
        return rows(call, of, by, id -> false);
    }

    private boolean isElementwise(int of, int by, IntPredicate fixed) {
        BitSet leading = leadingTo(of);
        BitSet reached = new BitSet();
        reached.set(by);
        for (int id = by + 1; id <= of; id++) {
            Node node = program.node(id);
            if (node.inputs().stream().noneMatch(reached::get) || id != of && fixed.test(id)) {
                continue;
            }
            reached.set(id);
            if (leading.get(id) && spreads(node, reached)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an element of the node's value depends on more than the element in its own place. */
    private boolean spreads(Node node, BitSet reached) {
        return !(node.op() instanceof Elementwise)
                || node.inputs().stream()
                        .anyMatch(input -> reached.get(input)
                                && !program.node(input).shape().equals(node.shape()));
    }

    private BitSet leadingTo(int of) {
        BitSet needed = new BitSet();
        needed.set(of);
        for (int id = of; id >= 0; id--) {
            if (needed.get(id)) {
                program.node(id).inputs().forEach(needed::set);
            }
        }
        return needed;
    }

    private int rows(Syntax.Call call, int of, int by, IntPredicate fixed) {
        int count = reader.shape(of).size();
        int width = reader.shape(by).size();
        if (count > MOST_ROWS || !Shape.fits(count, width)) {
            throw reader.error(call, "jac.large", count, width, MOST_ROWS);
        }
        List<Integer> rows = new ArrayList<>();
        int flat = program.apply(new Reshape(Shape.of(count)), of);
        for (int row = 0; row < count; row++) {
            int element = program.apply(new Slice(List.of(new Slice.At(row))), flat);
            OptionalInt partial = Gradient.partial(program, element, by, id -> id != of && fixed.test(id));
            rows.add(
                    partial.isPresent()
                            ? program.apply(new Reshape(Shape.of(width)), partial.getAsInt())
                            : zeros(Shape.of(width)));
        }
        return program.apply(new Stack(), rows.toArray(Integer[]::new));
    }

    private int zeros(Shape shape) {
        return program.leaf(Leaf.Kind.LITERAL, new Filled(shape, 0));
    }
}
