package chainstep.explain;

import chainstep.graph.Expression;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.Elu;
import chainstep.op.LeakyRelu;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Writes a node's rule with the nodes in between written out, down to values that are shown by name: ∂E/∂o = −(t − o)
 * where the program took five nodes. Keeps what it has written. Not for several threads.
 */
final class Composition {
    /** The most operations, and numbers among them, of a formula that is written out. */
    private static final int LONGEST = 64;

    private static final Role HEIGHT = new Role.Update(-1, "height");

    private final Program program;
    private final IntPredicate stop;
    private final Magnitudes known;
    private final Simplify simplify;
    private final Simplify apart;
    private final boolean naming;
    private final Map<Integer, Expression> written = new HashMap<>();
    private final Map<Integer, Boolean> endless = new HashMap<>();

    /**
     * Rules as they hold for all numbers, nothing cancelled: what names are made of.
     *
     * @param stop which nodes stay symbols
     */
    Composition(Program program, IntPredicate stop) {
        this(program, Magnitudes.UNKNOWN, stop);
    }

    /** What values without a name are called: what is defined by cases bears the name of its function, LeakyReLU(x). */
    static Composition ofNames(Program program, IntPredicate stop) {
        return new Composition(program, Magnitudes.UNKNOWN, stop, true);
    }

    /** @param known the numbers that the rules are to hold for */
    Composition(Program program, Magnitudes known, IntPredicate stop) {
        this(program, known, stop, false);
    }

    private Composition(Program program, Magnitudes known, IntPredicate stop, boolean naming) {
        this.naming = naming;
        this.program = program;
        this.stop = stop;
        this.known = known;
        this.simplify = new Simplify(known);
        this.apart = Simplify.apart(known);
    }

    /** The rule of a node, simplified. */
    Expression of(int id) {
        return tidied(program.node(id));
    }

    /** What a value is computed from is written as it is; a derivative as short as it can be. */
    private Expression tidied(Node node) {
        boolean forward = node.phase() == Phase.FORWARD;
        return forward ? apart.tidied(raw(node)) : tidied(raw(node));
    }

    /** The rule as its operation writes it, where tidying it would leave no more than a number. */
    Expression untidied(int id) {
        return raw(program.node(id));
    }

    /** A formula made of such rules, simplified. */
    Expression tidied(Expression expression) {
        return CommonFactor.factored(simplify.tidied(expression), this::isGradient, simplify);
    }

    private boolean isGradient(Expression expression) {
        return expression instanceof Expression.Symbol symbol
                && Names.byWhat(program.node(symbol.node())).isPresent();
    }

    /** Whether a formula written out would have more operations than anyone reads. */
    boolean isEndless(int id) {
        Boolean known = endless.get(id);
        if (known == null) {
            known = isEndlessFrom(id);
            endless.put(id, known);
        }
        return known;
    }

    private boolean isEndlessFrom(int id) {
        Deque<Integer> open = new ArrayDeque<>(List.of(id));
        for (int met = 0; !open.isEmpty(); met++) {
            if (met > LONGEST) {
                return true;
            }
            Node node = program.node(open.pop());
            node.inputs().stream().filter(input -> !stop.test(input)).forEach(open::push);
        }
        return false;
    }

    private Expression raw(Node node) {
        if (node.role() instanceof Role.Seed) {
            return filled(Simplify.ONE, node.shape());
        } else if (node.op() instanceof Leaf leaf) {
            return leaf(leaf, node);
        }
        List<Integer> inputs = node.role() instanceof Role.Total
                ? Picks.ordered(program, node.inputs(), term -> !stop.test(term))
                : node.inputs();
        List<Expression> operands = inputs.stream().map(this::operand).toList();
        Optional<Expression> called = naming ? byFunction(node, operands) : Optional.empty();
        Expression rule = called.orElseGet(() -> Rules.of(program, node, operands, known));
        boolean one = rule instanceof Expression.Number && !node.shape().isScalar();
        return one ? new Expression.Spread(rule, node.shape()) : filled(rule, node.shape());
    }

    /** The function's name, with its setting where that is not the usual one. */
    private static Optional<Expression> byFunction(Node node, List<Expression> operands) {
        String setting = "";
        if (node.op() instanceof LeakyRelu leaky && leaky.slope().signum() != 0) {
            setting = leaky.slope().equals(Rational.of(1, 100)) ? "" : "; slope=" + Numerals.exact(leaky.slope());
        } else if (node.op() instanceof Elu elu && elu.alpha().signum() != 0) {
            setting = elu.alpha().equals(Rational.ONE) ? "" : "; alpha=" + Numerals.exact(elu.alpha());
        } else {
            return Optional.empty();
        }
        return Optional.of(new Expression.Applied(
                node.op().name() + setting, operands, node.shape().isScalar()));
    }

    /** A number inside an expression; one of an update only where it has no letter, like 1 − β. */
    private boolean isWritten(Node node) {
        boolean number = node.isLeaf(Leaf.Kind.LITERAL)
                && node.shape().isScalar()
                && node.name().isEmpty();
        return number && (!(node.role() instanceof Role.Update) || !stop.test(node.id()));
    }

    private Expression leaf(Leaf leaf, Node node) {
        if (node.role() instanceof Role.Update update && update.part().startsWith("1-")) {
            return complement(node, update.part().substring(2));
        } else if (node.role().equals(HEIGHT)) {
            return height(node);
        }
        boolean literal = leaf.kind() == Leaf.Kind.LITERAL && node.shape().isScalar();
        return literal
                ? new Expression.Number(leaf.supply().exact(0, 0))
                : new Expression.Symbol(node.id(), node.shape());
    }

    private Expression operand(int id) {
        Node node = program.node(id);
        boolean isWritten = isWritten(node) || !node.isLeaf() && !stop.test(id) && !isEndless(id);
        if (!isWritten) {
            return new Expression.Symbol(id, node.shape());
        }
        Expression known = written.get(id);
        if (known == null) {
            known = (node.phase() == Phase.FORWARD ? apart : simplify).tidied(raw(node));
            written.put(id, known);
        }
        return known;
    }

    /** 1 − β, where the program holds only the number. */
    private Expression complement(Node node, String of) {
        return shared(of)
                .<Expression>map(b -> new Expression.Sum(List.of(Simplify.ONE, new Expression.Negative(b))))
                .orElseGet(() -> number(node));
    }

    /** ½(η₀ − η_min), where the program holds only the number. */
    private Expression height(Node node) {
        Optional<Expression> low = shared("min");
        return shared("lr")
                .map(lr -> low.<Expression>map(min -> new Expression.Sum(List.of(lr, new Expression.Negative(min))))
                        .orElse(lr))
                .<Expression>map(
                        fall -> new Expression.Product(List.of(new Expression.Number(Rational.of(1, 2)), fall)))
                .orElseGet(() -> number(node));
    }

    /** A number of the update by the name of its part. */
    private Optional<Expression> shared(String part) {
        return program.nodes().stream()
                .filter(other -> other.role().equals(new Role.Update(-1, part)))
                .map(other -> (Expression) new Expression.Symbol(other.id(), other.shape()))
                .findFirst();
    }

    private static Expression number(Node leaf) {
        return new Expression.Number(((Leaf) leaf.op()).supply().exact(0, 0));
    }

    /** What is smaller than the node's shape was copied along axes. */
    private static Expression filled(Expression written, Shape shape) {
        Optional<Shape> apparent = Shapes.of(written);
        boolean smaller = apparent.isPresent() && apparent.get().size() < shape.size();
        return smaller ? new Expression.Spread(written, shape) : written;
    }
}
