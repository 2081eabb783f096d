package chainstep.explain;

import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The operations that let one of their numbers win, and their ties: the first of the equals takes the whole gradient. */
final class Contest {
    private static final Set<String> GREATEST = Set.of("max", "maximum", "max_pool2d");
    private static final Set<String> LEAST = Set.of("min", "minimum");
    private static final int NAMED = 3;

    private final Page page;
    private final Node node;
    private final Nests nests;
    private final Nest nest;

    /** One number that takes part: an operand's element. */
    private record Rival(int node, int element) {}

    Contest(Page page, Node node) {
        this.page = page;
        this.node = node;
        this.nests = node.op().nests(page.program().operandShapes(node));
        this.nest = nests.list().get(0);
    }

    static boolean isOne(String op) {
        return GREATEST.contains(op) || LEAST.contains(op);
    }

    static boolean isForTheLeast(String op) {
        return LEAST.contains(op);
    }

    /** The tie of one element of the result: m₃ = x₃ = y₃, the winner first among the equals. */
    Optional<Form> tie(int element) {
        List<Rival> equals = equals(element);
        if (equals.size() < 2) {
            return Optional.empty();
        }
        Form all = page.element(node.id(), element);
        for (Rival rival : equals.subList(0, Math.min(equals.size(), NAMED))) {
            all = Page.equation(all, page.element(rival.node(), rival.element()));
        }
        boolean more = equals.size() > NAMED;
        return Optional.of(more ? Page.equation(all, new Form("…", "\\dots")) : all);
    }

    /** All ties; the first few where there are many. */
    Optional<Form> ties() {
        List<Form> ties = IntStream.range(0, node.shape().size())
                .mapToObj(this::tie)
                .flatMap(Optional::stream)
                .limit(NAMED + 1)
                .toList();
        if (ties.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(page.prose().several(ties, NAMED));
    }

    private List<Rival> equals(int element) {
        double best = page.trace().get(node.id(), element);
        int[] index = nests.shapeOf(nest.out()).index(element);
        List<Rival> equals = new ArrayList<>();
        Points.touching(nest.domain(), nest.target(), index, point -> {
            for (Nest.Read read : nest.reads()) {
                int place = Points.element(read.map(), nests.shapeOf(read.array()), point);
                int operand = node.inputs().get(read.array());
                if (place >= 0 && page.trace().get(operand, place) == best) {
                    equals.add(new Rival(operand, place));
                }
            }
        });
        return equals;
    }
}
