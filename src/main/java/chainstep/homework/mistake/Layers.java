package chainstep.homework.mistake;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.op.Multiply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of a network that is written number by number: units that sum the same values, each with weights of its own. */
final class Layers {
    /**
     * What a unit sums: the values, the weight of each, the products of the two, and what it adds besides.
     *
     * @param node the unit's sum
     */
    record Unit(int node, List<Integer> values, List<Integer> weights, List<Integer> products, List<Integer> biases) {}

    private Layers() {}

    /** All units of the model, in order. */
    static List<Unit> units(Ground ground) {
        List<Unit> units = new ArrayList<>();
        for (Node node : ground.program().nodes().subList(0, ground.own())) {
            if (ground.isForward(node)
                    && Addends.isTop(ground, node)
                    && node.shape().size() == 1) {
                unit(ground, node).ifPresent(units::add);
            }
        }
        return units;
    }

    private static Optional<Unit> unit(Ground ground, Node node) {
        Unit unit = new Unit(node.id(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int addend : Addends.of(ground, node)) {
            Node product = ground.node(addend);
            int weight = product.op() instanceof Multiply ? weight(ground, product) : -1;
            if (weight >= 0) {
                unit.weights().add(product.inputs().get(weight));
                unit.values().add(product.inputs().get(1 - weight));
                unit.products().add(addend);
            } else if (product.isLeaf()) {
                unit.biases().add(addend);
            } else {
                return Optional.empty();
            }
        }
        return unit.values().isEmpty() ? Optional.empty() : Optional.of(unit);
    }

    /** Which factor is the weight: the parameter. */
    private static int weight(Ground ground, Node product) {
        for (int k = 0; k < 2; k++) {
            if (ground.node(product.inputs().get(k)).isLeaf(Leaf.Kind.PARAM)) {
                return k;
            }
        }
        return -1;
    }

    /** The units of the same layer, in order: those that sum the same values. */
    static List<List<Unit>> of(Ground ground) {
        Map<List<Integer>, List<Unit>> layers = new HashMap<>();
        for (Unit unit : units(ground)) {
            layers.computeIfAbsent(unit.values(), key -> new ArrayList<>()).add(unit);
        }
        return List.copyOf(layers.values());
    }
}
