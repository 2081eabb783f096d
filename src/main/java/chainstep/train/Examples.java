package chainstep.train;

import chainstep.data.Rows;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import chainstep.lang.Take;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of a part of a course's data, features and targets. */
public record Examples(Rows features, Rows targets) {
    /** Those of a part; empty where the model has no such data, or several. */
    public static Optional<Examples> of(Course course, Take.Part part) {
        if (!course.parts().contains(part)) {
            return Optional.empty();
        }
        Program program = course.part(part);
        Optional<Rows> features = rows(program, Leaf.Kind.INPUT);
        Optional<Rows> targets = rows(program, Leaf.Kind.TARGET);
        return features.flatMap(x -> targets.filter(t -> t.count() == x.count()).map(t -> new Examples(x, t)));
    }

    private static Optional<Rows> rows(Program program, Leaf.Kind kind) {
        List<RowSupply> all = program.nodes().stream()
                .filter(node -> node.isLeaf(kind))
                .map(Node::op)
                .map(leaf -> ((Leaf) leaf).supply())
                .filter(RowSupply.class::isInstance)
                .map(RowSupply.class::cast)
                .toList();
        if (all.size() != 1) {
            return Optional.empty();
        }
        RowSupply rows = all.get(0);
        return Optional.of(Rows.of(rows.count(), new int[] {rows.rowSize()}, rows.table(), rows.names()));
    }

    /** How many there are. */
    public int count() {
        return features.count();
    }

    /** The first so many of them, or all. */
    public Examples first(int count) {
        int[] some = IntStream.range(0, Math.min(count, count())).toArray();
        return new Examples(features.select(some), targets.select(some));
    }
}
