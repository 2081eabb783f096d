package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Nest;
import chainstep.graph.Node;
import chainstep.graph.Points;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Supply;
import chainstep.math.Shape;
import chainstep.op.Alias;
import chainstep.op.Reshape;
import chainstep.op.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All numbers that a node will ever hold, where they are known before a run: a given leaf's, or a part of them. */
final class GivenNumbers {
    private final ProgramBuilder program;

    GivenNumbers(ProgramBuilder program) {
        this.program = program;
    }

    /** The numbers, row after row; empty where they are computed, trained or drawn, or are not the same part of each row. */
    Optional<double[]> of(int id) {
        Node node = program.node(id);
        int[] places = IntStream.range(0, node.shape().size()).toArray();
        while (node.op() instanceof Alias || node.op() instanceof Reshape || node.op() instanceof Slice) {
            Node operand = program.node(node.inputs().get(0));
            places = node.op() instanceof Slice slice ? picked(slice, operand.shape(), places) : places;
            node = operand;
        }
        return node.op() instanceof Leaf leaf && isGiven(leaf) ? held(leaf.supply(), places) : Optional.empty();
    }

    private static boolean isGiven(Leaf leaf) {
        return leaf.kind() != Leaf.Kind.PARAM && leaf.kind() != Leaf.Kind.RANDOM;
    }

    /** Where in the operand of a slice the elements at these places of its result come from. */
    private static int[] picked(Slice slice, Shape operand, int[] places) {
        Nest nest = slice.nests(List.of(operand)).list().get(0);
        Shape result = slice.shape(List.of(operand));
        return Arrays.stream(places)
                .map(place -> Points.element(nest.reads().get(0).map(), operand, result.index(place)))
                .toArray();
    }

    private static Optional<double[]> held(Supply supply, int[] places) {
        if (supply instanceof BatchRows data) {
            return rows(data, places);
        } else if (supply.varies()) {
            return Optional.empty();
        }
        double[] all = new double[supply.shape().size()];
        supply.fill(0, all);
        return Optional.of(
                Arrays.stream(places).mapToDouble(place -> all[place]).toArray());
    }

    /** The same columns of every row there is, where these places of a batch are the same columns of each of its rows. */
    private static Optional<double[]> rows(BatchRows data, int[] places) {
        int width = data.rows().rowSize();
        int columns = places.length / data.taken();
        for (int i = 0; i < places.length; i++) {
            if (columns * data.taken() != places.length || places[i] != i / columns * width + places[i % columns]) {
                return Optional.empty();
            }
        }
        return Optional.of(IntStream.range(0, data.count() * columns)
                .mapToDouble(i -> data.rows().at(i / columns, places[i % columns]))
                .toArray());
    }
}
