package chainstep.cli;

import chainstep.graph.Node;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Values and their elements as a user would name them. */
final class Places {
    private Places() {}

    /** {@code [0, 1]}; nothing for a scalar's only element. */
    static String index(Shape shape, int element) {
        return shape.isScalar()
                ? ""
                : Arrays.stream(shape.index(element))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A value's name; for one that has none, its operation and line. */
    static String name(Node node) {
        return node.name().isEmpty() ? node.op().name() + ":" + node.origin().line() : node.name();
    }

    /** {@code 2×3}; {@code 1} for a scalar. */
    static String extents(Shape shape) {
        return shape.isScalar()
                ? "1"
                : Arrays.stream(shape.dims()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    }
}
