package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises softmax together with cross-entropy, as one operation or as two: the gradient of the logits is p − t, over the number
 * of rows for a mean. Told only where the numbers say so.
 */
final class Shortcut {
    private static final int SMALL = 6;
    private static final double NEAR = 1e-12;

    private final Page page;

    Shortcut(Page page) {
        this.page = page;
    }

    Optional<Form> of(Node node, Role.Term term, Node through) {
        boolean one = through.op().name().equals("cross_entropy") && term.operand() == 0;
        if (!one && !through.op().name().equals("softmax")) {
            return Optional.empty();
        }
        Expression.Symbol logits = new Expression.Symbol(term.wrt(), node.shape());
        Expression p =
                one ? Expression.Applied.of("softmax", logits) : new Expression.Symbol(through.id(), node.shape());
        Tensor numbers =
                one ? softmax(page.trace().value(term.wrt())) : page.trace().value(through.id());
        int rows = numbers.size() / Math.max(1, numbers.shape().dim(-1));
        Stream<Target> known = page.program().nodes().stream()
                .filter(target -> target.isLeaf() && target.shape().equals(node.shape()))
                .map(target -> new Target(
                        new Expression.Symbol(target.id(), target.shape()),
                        page.trace().value(target.id())));
        return Stream.concat(known, one ? classes(node, through) : Stream.empty())
                .flatMap(target ->
                        told(node, p, numbers, target, 1).or(() -> told(node, p, numbers, target, rows)).stream())
                .findFirst();
    }

    /** What p may be compared with: t as it is written, and its numbers. */
    private record Target(Expression written, Tensor numbers) {}

    /** Class numbers as the rows that they stand for. */
    private Stream<Target> classes(Node node, Node through) {
        Node numbers = page.program().node(through.inputs().get(1));
        if (numbers.shape().equals(node.shape())) {
            return Stream.empty();
        }
        SoftmaxLocals locals =
                new SoftmaxLocals(page.program(), page.trace(), new LocalSymbol(page.program(), page.trace()));
        double[] rows = new double[node.shape().size()];
        Arrays.setAll(rows, element -> locals.target(through, element));
        Expression written = Expression.Applied.of("one_hot", new Expression.Symbol(numbers.id(), numbers.shape()));
        return Stream.of(new Target(written, Tensor.of(node.shape(), rows)));
    }

    private Optional<Form> told(Node node, Expression p, Tensor numbers, Target target, int count) {
        Tensor t = target.numbers();
        for (int i = 0; i < numbers.size(); i++) {
            if (Math.abs(page.trace().get(node.id(), i) - (numbers.get(i) - t.get(i)) / count) > NEAR) {
                return Optional.empty();
            }
        }
        Expression difference = new Expression.Sum(List.of(p, new Expression.Negative(target.written())));
        Expression whole = count == 1
                ? difference
                : new Expression.Quotient(difference, new Expression.Number(Rational.of(count)));
        Form rule = Page.equation(page.name(node.id()), page.rule(whole));
        Form said = node.shape().size() <= SMALL ? Page.equation(rule, page.value(node.id())) : rule;
        return Optional.of(page.prose().say("note.softmax", said));
    }

    /** Softmax along the last axis. */
    private static Tensor softmax(Tensor z) {
        int width = z.shape().dim(-1);
        double[] p = z.toArray();
        for (int row = 0; row < p.length; row += width) {
            double most = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                most = Math.max(most, p[i]);
            }
            for (int i = row; i < row + width; i++) {
                p[i] = StrictMath.exp(p[i] - most);
                sum += p[i];
            }
            for (int i = row; i < row + width; i++) {
                p[i] /= sum;
            }
        }
        return Tensor.of(z.shape(), p);
    }
}
