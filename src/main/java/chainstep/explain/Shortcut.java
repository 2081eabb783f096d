package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises softmax together with cross-entropy, as one operation or as two: the gradient of the logits is p − t, over the number
 * of rows for a mean. Told only where the program is made so, and the numbers say so too.
 */
final class Shortcut {
    private static final int SMALL = 6;
    private static final double NEAR = 1e-12;
    private static final Set<String> LOGARITHM = Set.of("log");
    private static final Set<String> PRODUCTS = Set.of("multiply", "dot", "matmul");

    private final Page page;

    Shortcut(Page page) {
        this.page = page;
    }

    /** The one line that it comes to. */
    Optional<Form> of(Node node, Role.Term term, Node through) {
        return found(node, term, through).map(found -> told(node, found));
    }

    /** The steps that it saves, in the file's own names; what has none there gets a letter that is not the user's. */
    Optional<Form> longWay(Node node, Role.Term term, Node through) {
        return found(node, term, through).map(found -> steps(node, term, found));
    }

    private Optional<Found> found(Node node, Role.Term term, Node through) {
        boolean one = isLoss(term, through);
        if (!one && !through.op().name().equals("softmax")) {
            return Optional.empty();
        }
        Expression.Symbol logits = new Expression.Symbol(term.wrt(), node.shape());
        Expression p =
                one ? Expression.Applied.of("softmax", logits) : new Expression.Symbol(through.id(), node.shape());
        Tensor numbers =
                one ? softmax(page.trace().value(term.wrt())) : page.trace().value(through.id());
        int rows = numbers.size() / Math.max(1, numbers.shape().dim(-1));
        IntStream read = one ? IntStream.of(through.inputs().get(1)) : weights(through.id());
        Stream<Target> known = read.mapToObj(page.program()::node)
                .filter(target -> target.shape().equals(node.shape()))
                .map(target -> new Target(
                        new Expression.Symbol(target.id(), target.shape()),
                        page.trace().value(target.id())));
        return Stream.concat(known, one ? classes(node, through) : Stream.empty())
                .flatMap(target -> Stream.of(new Found(p, target, 1, rows), new Found(p, target, rows, rows)))
                .filter(found -> holds(node, numbers, found))
                .findFirst();
    }

    /** What the logarithms of probabilities are multiplied by. */
    private IntStream weights(int p) {
        return readers(p, LOGARITHM)
                .flatMap(log -> readers(log, PRODUCTS)
                        .flatMap(product -> page.program().node(product).inputs().stream()
                                .mapToInt(Integer::intValue)
                                .filter(input -> input != log)));
    }

    private IntStream readers(int id, Set<String> names) {
        return page.program().nodes().stream()
                .filter(node -> node.phase() == Phase.FORWARD
                        && node.inputs().contains(id)
                        && names.contains(node.op().name()))
                .mapToInt(Node::id);
    }

    private static boolean isLoss(Role.Term term, Node through) {
        return through.op().name().equals("cross_entropy") && term.operand() == 0;
    }

    /**
     * What a gradient was found to be: (p − t)/count.
     *
     * @param rows how many rows of p there are
     */
    private record Found(Expression p, Target target, int count, int rows) {}

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

    private boolean holds(Node node, Tensor numbers, Found found) {
        Tensor t = found.target().numbers();
        for (int i = 0; i < numbers.size(); i++) {
            double off = page.trace().get(node.id(), i) - (numbers.get(i) - t.get(i)) / found.count();
            if (!(Math.abs(off) <= NEAR)) {
                return false;
            }
        }
        return true;
    }

    private Form told(Node node, Found found) {
        Expression difference = new Expression.Sum(
                List.of(found.p(), new Expression.Negative(found.target().written())));
        Expression whole = found.count() == 1
                ? difference
                : new Expression.Quotient(difference, new Expression.Number(Rational.of(found.count())));
        Form rule = Page.equation(page.name(node.id()), page.rule(whole));
        Form said = node.shape().size() <= SMALL ? Page.equation(rule, page.value(node.id())) : rule;
        return page.prose().say("note.softmax", said);
    }

    private Form steps(Node node, Role.Term term, Found found) {
        List<Form> meant = new ArrayList<>();
        Form z = called(new Expression.Symbol(term.wrt(), node.shape()), List.of("z", "a", "x"), meant);
        Form t = called(found.target().written(), List.of("t", "d", "y"), meant);
        Form p = called(found.p(), List.of("p", "q", "y", "r"), meant);
        Form of = page.name(term.of());
        Prose prose = page.prose();
        Form start = meant.isEmpty()
                ? prose.say("note.softmax.long")
                : prose.say("note.softmax.long.with", Lettered.listed(meant));
        String key = found.rows() == 1 ? "" : found.count() == 1 ? ".each" : ".share";
        return start.beside(
                prose.say("note.softmax.steps" + key, byProbability(of, p, t), bySoftmax(p, z), multiplied(p, t)));
    }

    /** A value by its own name, or by a letter of which is said what it stands for. */
    private Form called(Expression value, List<String> letters, List<Form> meant) {
        boolean named = value instanceof Expression.Symbol symbol
                && page.names().letters(symbol.node()).isPresent();
        if (named) {
            return page.rule(value);
        }
        List<String> used = meant.stream().map(Form::plain).toList();
        List<String> left = letters.stream()
                .filter(letter -> used.stream().noneMatch(said -> said.startsWith(letter + " =")))
                .toList();
        Form letter = Lettering.of(page.names().free(left), true, 0).form();
        meant.add(Page.equation(letter, page.rule(value)));
        return letter;
    }

    private static Form byProbability(Form of, Form p, Form t) {
        return new Form(
                "∂" + of.plain() + "/∂" + p.plain() + " = −" + t.plain() + "/" + p.plain(),
                "\\partial " + of.latex() + "/\\partial " + p.latex() + " = -" + t.latex() + "/" + p.latex());
    }

    private static Form bySoftmax(Form p, Form z) {
        return new Form(
                "∂" + p.plain() + "/∂" + z.plain() + " = " + jacobian(p).plain(),
                "\\partial " + p.latex() + "/\\partial " + z.latex() + " = "
                        + jacobian(p).latex());
    }

    /** Of softmax. */
    static Form jacobian(Form p) {
        return new Form(
                "diag(" + p.plain() + ") − " + p.plain() + " " + p.plain() + "ᵀ",
                "\\operatorname{diag}(" + p.latex() + ") - " + p.latex() + "\\," + p.latex() + "^{\\top}");
    }

    private static Form multiplied(Form p, Form t) {
        String less = p.plain() + " − " + t.plain();
        String all = p.plain() + " Σ" + t.plain() + " − " + t.plain();
        String tex = p.latex() + " \\sum " + t.latex() + " - " + t.latex();
        return new Form(
                "(" + jacobian(p).plain() + ")(−" + t.plain() + "/" + p.plain() + ") = " + all + " = " + less,
                "(" + jacobian(p).latex() + ")(-" + t.latex() + "/" + p.latex() + ") = " + tex + " = " + p.latex()
                        + " - " + t.latex());
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
