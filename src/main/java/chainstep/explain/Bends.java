package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.op.Elu;
import chainstep.op.Hinge;
import chainstep.op.Mae;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Kinks that losses and elu have where a combination of their operands is 0: 1 − t·x of hinge, x − t of the absolute error. */
final class Bends {
    private static final int NAMED = 6;

    private final Page page;
    private final LocalSymbol symbols;

    Bends(Page page) {
        this.page = page;
        this.symbols = new LocalSymbol(page.program(), page.trace());
    }

    /** That numbers stand exactly at the kink of an operation. */
    Optional<Form> note(Node node) {
        if (!(node.op() instanceof Hinge || node.op() instanceof Mae || isBent(node))) {
            return Optional.empty();
        }
        int size = page.program().node(node.inputs().get(0)).shape().size();
        List<Form> at = IntStream.range(0, size)
                .filter(e -> distance(node, e) == 0)
                .limit(NAMED + 1)
                .mapToObj(e -> Page.equation(page.rule(bend(node, e)), page.significant(0, 6)))
                .toList();
        return at.isEmpty() ? Optional.empty() : Optional.of(said(node, at));
    }

    /** Why a hinge or an absolute error passes nothing to an element; nothing for other operations. */
    Optional<Form> silence(Node node, int element) {
        boolean hinge = node.op() instanceof Hinge;
        if (!hinge && !(node.op() instanceof Mae)) {
            return Optional.empty();
        }
        double distance = distance(node, element);
        Form bend = page.rule(bend(node, element));
        if (distance == 0) {
            return Optional.of(page.prose().say(hinge ? "zero.kink.hinge" : "zero.kink.abs", bend));
        }
        return hinge && distance < 0
                ? Optional.of(page.prose().say("zero.hinge", bend, page.significant(distance, 6)))
                : Optional.empty();
    }

    /** Whether it is an elu whose two sides meet at an angle. */
    private static boolean isBent(Node node) {
        return node.op() instanceof Elu elu && elu.alpha().doubleValue() != 1;
    }

    private Form said(Node node, List<Form> at) {
        Form list = page.prose().several(at, NAMED);
        return node.op() instanceof Elu elu
                ? page.prose()
                        .say("note.kink.elu", list, page.number(elu.alpha().doubleValue()))
                : page.prose().say(node.op() instanceof Hinge ? "note.kink.hinge" : "note.kink.abs", list);
    }

    private double value(Node node, int operand, int element) {
        int input = node.inputs().get(operand);
        boolean one = page.program().node(input).shape().size() == 1;
        return page.trace().get(input, one ? 0 : element);
    }

    /** The number whose sign decides. */
    private double distance(Node node, int element) {
        double x = value(node, 0, element);
        return node.op() instanceof Elu
                ? x
                : node.op() instanceof Hinge ? 1 - value(node, 1, element) * x : x - value(node, 1, element);
    }

    private Expression symbol(Node node, int operand, int element) {
        int input = node.inputs().get(operand);
        boolean one = page.program().node(input).shape().size() == 1;
        return symbols.element(input, one ? 0 : element);
    }

    private Expression bend(Node node, int element) {
        Expression x = symbol(node, 0, element);
        if (node.op() instanceof Elu) {
            return x;
        }
        Expression t = symbol(node, 1, element);
        return node.op() instanceof Hinge
                ? new Expression.Sum(
                        List.of(Simplify.ONE, new Expression.Negative(new Expression.Product(List.of(t, x)))))
                : new Expression.Sum(List.of(x, new Expression.Negative(t)));
    }
}
