package chainstep.explain;

import chainstep.graph.Addends;
import chainstep.graph.Node;
import chainstep.graph.Program;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Where an iteration first left the finite numbers, and why; on later lines, said once, only since when. */
final class NotFinite {
    private final Page page;
    private final Program program;
    private final IntPredicate visible;
    private final Once<OptionalInt> first;

    /** @param visible the nodes that are explained one by one */
    NotFinite(Page page, IntPredicate visible) {
        this.page = page;
        this.program = page.program();
        this.visible = visible;
        this.first = new Once<>(
                () -> IntStream.range(0, program.size()).filter(this::isBad).findFirst());
    }

    private boolean isBad(int node) {
        return !page.trace().value(node).isFinite();
    }

    /** What to say at a node: nothing where it is finite, or where an earlier one of its line has said it. */
    Optional<Form> of(Node node) {
        if (!isBad(node.id()) || isSaid(node)) {
            return Optional.empty();
        }
        Node origin = program.node(first.get().orElseThrow());
        boolean here = beside(origin, node);
        Form why = why(origin);
        return Optional.of(
                here || origin.origin().line() == 0
                        ? why
                        : page.prose().say("note.finite.since", origin.origin().line(), fault(origin)));
    }

    private boolean isSaid(Node node) {
        return IntStream.range(0, node.id())
                .filter(visible)
                .filter(id -> beside(program.node(id), node))
                .anyMatch(this::isBad);
    }

    private static boolean beside(Node one, Node other) {
        return one.origin().line() == other.origin().line() && one.phase() == other.phase();
    }

    private int element(Node node) {
        return IntStream.range(0, node.shape().size())
                .filter(e -> !Double.isFinite(page.trace().get(node.id(), e)))
                .findFirst()
                .orElse(0);
    }

    private Form fault(Node node) {
        int element = element(node);
        return Page.equation(
                page.element(node.id(), element), page.significant(page.trace().get(node.id(), element), 6));
    }

    private Form why(Node node) {
        if (node.isLeaf()) {
            return page.prose().say("note.finite.leaf", fault(node));
        }
        double[] read = read(node);
        String name = node.op().name();
        String key = "note.finite." + reason(name, read);
        Form told = read.length == 0 ? Form.EMPTY : page.significant(read[read.length - 1], 6);
        return page.prose().say(key, fault(node), told);
    }

    private static String reason(String name, double[] read) {
        if (read.length == 0) {
            return "overflow";
        }
        double last = read[read.length - 1];
        return switch (name) {
            case "log" -> last == 0 ? "log.zero" : "log.negative";
            case "sqrt" -> "sqrt";
            case "divide" -> last != 0 ? "overflow" : read[0] == 0 ? "zeros" : "divide";
            case "exp" -> "exp";
            default -> "overflow";
        };
    }

    /** The numbers that the bad one was made from, where it was made at once. */
    private double[] read(Node node) {
        boolean one = node.op().nests(program.operandShapes(node)).made().size() == 1;
        if (!one) {
            return new double[0];
        }
        Addends addends = Addends.of(
                node.op(),
                program.operandShapes(node),
                (k, e) -> page.trace().get(node.inputs().get(k), e),
                element(node),
                1);
        List<Addends.Fetched> reads =
                addends.list().isEmpty() ? List.of() : addends.list().get(0).reads();
        return reads.stream().mapToDouble(Addends.Fetched::value).toArray();
    }
}
