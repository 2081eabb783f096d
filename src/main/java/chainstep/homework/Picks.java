package chainstep.homework;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Points;
import chainstep.graph.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the numbers come from that a node but picks out of another value.
 *
 * @param own where the model's own nodes end: what they pick stays theirs
 */
public record Picks(Program program, int own) {
    /** Where each element of a node lives, row-major. */
    public List<Place> places(int node) {
        List<Place> places = new ArrayList<>();
        for (int element = 0; element < program.node(node).shape().size(); element++) {
            places.add(source(new Place(node, element)));
        }
        return List.copyOf(places);
    }

    /** Where an element comes from that nodes beyond {@link #own} but pick. */
    public Place source(Place place) {
        Place at = place;
        Optional<Place> before = picked(at);
        while (before.isPresent()) {
            at = before.get();
            before = picked(at);
        }
        return at;
    }

    private Optional<Place> picked(Place place) {
        Node node = program.node(place.node());
        if (node.id() < own || node.isLeaf()) {
            return Optional.empty();
        }
        Nests nests = node.op().nests(program.operandShapes(node));
        if (nests.list().size() != 1 || !copies(nests.list().get(0))) {
            return Optional.empty();
        }
        Nest nest = nests.list().get(0);
        Nest.Read read = nest.reads().get(0);
        List<Integer> from = new ArrayList<>();
        Points.touching(
                nest.domain(),
                nest.target(),
                node.shape().index(place.element()),
                point -> from.add(Points.element(read.map(), nests.shapeOf(read.array()), point)));
        return from.size() == 1
                        && from.get(0) >= 0
                        && read.array() < node.inputs().size()
                ? Optional.of(new Place(node.inputs().get(read.array()), from.get(0)))
                : Optional.empty();
    }

    private static boolean copies(Nest nest) {
        return nest.fold() == Nest.Fold.SUM
                && nest.reads().size() == 1
                && nest.body().equals(Formula.input(0));
    }
}
