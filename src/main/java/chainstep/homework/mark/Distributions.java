package chainstep.homework.mark;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.CrossEntropy;
import chainstep.op.Log;
import chainstep.op.LogSoftmax;
import chainstep.op.Softmax;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which numbers of a program sum to one, and stay so when others are tried: the rows of a target that a softmax is compared with, and
 * the softmax.
 *
 * <p>p − t is the gradient of a cross-entropy only where the row of t sums to one. A named p is tried by its logits, so that all
 * that is computed from those moves with it.
 */
final class Distributions {
    private static final double NEAR = 1e-6;

    /** Shares are drawn in thousandths, or finer where a row has many. */
    private static final int PARTS = 1000;

    private final Program program;
    private final Trace trace;

    /** For each given distribution the axis along which it sums to one. */
    private final Map<Integer, Integer> targets = new HashMap<>();

    Distributions(Trace trace) {
        this.program = trace.program();
        this.trace = trace;
        for (Node node : program.nodes()) {
            if (node.op() instanceof CrossEntropy) {
                Node target = program.node(node.inputs().get(1));
                add(target, target.shape().rank() - 1);
            } else if (node.op() instanceof Softmax softmax) {
                addLike(node.shape(), axis(node, softmax.axis()));
            } else if (node.op() instanceof LogSoftmax softmax) {
                addLike(node.shape(), axis(node, softmax.axis()));
            } else if (node.op() instanceof Log) {
                Node inner = program.node(node.inputs().get(0));
                IntStream.range(0, inner.shape().rank())
                        .filter(axis -> isDistribution(inner, axis))
                        .forEach(axis -> addLike(inner.shape(), axis));
            }
        }
    }

    private static int axis(Node node, int axis) {
        return axis < 0 ? node.shape().rank() + axis : axis;
    }

    private void addLike(Shape shape, int axis) {
        program.nodes().stream()
                .filter(node -> node.isLeaf(Leaf.Kind.TARGET) || node.isLeaf(Leaf.Kind.CONST))
                .filter(node -> node.shape().equals(shape))
                .forEach(node -> add(node, axis));
    }

    private void add(Node node, int axis) {
        boolean given = node.isLeaf() && !node.isLeaf(Leaf.Kind.PARAM) && !node.isLeaf(Leaf.Kind.LITERAL);
        if (given && isDistribution(node, axis)) {
            targets.putIfAbsent(node.id(), axis);
        }
    }

    private boolean isDistribution(Node node, int axis) {
        return axis >= 0
                && node.shape().dim(axis) >= 2
                && IntStream.range(0, node.shape().size()).allMatch(element -> sumsToOne(node, axis, element));
    }

    private boolean sumsToOne(Node node, int axis, int element) {
        List<Place> row = row(node, axis, element);
        boolean first = row.get(0).element() == element;
        return trace.get(node.id(), element) >= 0
                && (!first || Math.abs(row.stream().mapToDouble(this::given).sum() - 1) <= NEAR);
    }

    private double given(Place place) {
        return trace.get(place.node(), place.element());
    }

    private static List<Place> row(Node node, int axis, int element) {
        int[] index = node.shape().index(element);
        List<Place> row = new ArrayList<>();
        for (int k = 0; k < node.shape().dim(axis); k++) {
            index[axis] = k;
            row.add(new Place(node.id(), node.shape().offset(index)));
        }
        return row;
    }

    /** What is drawn in place of some numbers: for those of a softmax their logits. */
    List<Place> logits(Collection<Place> named) {
        Set<Place> drawn = new LinkedHashSet<>();
        for (Place place : named) {
            Node node = program.node(place.node());
            Optional<Integer> axis = softmax(node);
            if (axis.isPresent()) {
                Node input = program.node(node.inputs().get(0));
                drawn.addAll(row(input, axis.get(), place.element()));
            } else {
                drawn.add(place);
            }
        }
        return List.copyOf(drawn);
    }

    /** Whether a node is drawn by its logits. */
    boolean isSoftmax(int node) {
        return softmax(program.node(node)).isPresent();
    }

    private static Optional<Integer> softmax(Node node) {
        if (node.op() instanceof Softmax softmax) {
            return Optional.of(axis(node, softmax.axis()));
        }
        return node.op() instanceof LogSoftmax softmax ? Optional.of(axis(node, softmax.axis())) : Optional.empty();
    }

    /** Whether a number is one of a given distribution. */
    boolean isShare(Place place) {
        return targets.containsKey(place.node());
    }

    /**
     * Draws the row of a given distribution that a number is in.
     *
     * @param named what has a share in any case; of the others those have none that are given as 0
     */
    Map<Place, Rational> draw(Place place, Collection<Place> named, SplittableRandom chance) {
        List<Place> row = row(program.node(place.node()), targets.get(place.node()), place.element());
        List<Place> sharing = row.stream()
                .filter(one -> given(one) != 0 || named.contains(one))
                .toList();
        int parts = PARTS;
        while (parts < 10 * sharing.size()) {
            parts *= 10;
        }
        int[] cuts = new SplittableRandom(chance.nextLong())
                .ints(1, parts)
                .distinct()
                .limit(sharing.size() - 1L)
                .sorted()
                .toArray();
        Map<Place, Rational> drawn = new LinkedHashMap<>();
        row.forEach(one -> drawn.put(one, Rational.ZERO));
        for (int k = 0; k < sharing.size(); k++) {
            int from = k == 0 ? 0 : cuts[k - 1];
            int to = k < cuts.length ? cuts[k] : parts;
            drawn.put(sharing.get(k), Rational.of(to - from, parts));
        }
        return drawn;
    }
}
