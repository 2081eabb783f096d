package chainstep.lang;

import chainstep.graph.ProgramBuilder;
import chainstep.math.Shape;
import chainstep.op.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of the model, or some of its elements: what {@code grad}, {@code new}, {@code state} and {@code local} are asked for.
 *
 * <p>{@code grad(h[0])} is the part {@code [0]} of {@code grad(h)}, and where {@code label(h, "a b")} stands, so is
 * {@code grad(a)}.
 *
 * @param node the whole value
 * @param parts the slices taken of it, one after another
 */
record Wanted(int node, List<Slice> parts) {
    Wanted {
        parts = List.copyOf(parts);
    }

    /** The same part of another value of this one's shape. */
    int of(ProgramBuilder program, int other) {
        int part = other;
        for (Slice slice : parts) {
            part = program.apply(slice, part);
        }
        return part;
    }

    Wanted then(Slice slice) {
        List<Slice> more = new ArrayList<>(parts);
        more.add(slice);
        return new Wanted(node, more);
    }

    boolean isWhole() {
        return parts.isEmpty();
    }

    Shape shape(ProgramBuilder program) {
        Shape shape = program.node(node).shape();
        for (Slice slice : parts) {
            shape = slice.shape(List.of(shape));
        }
        return shape;
    }
}
