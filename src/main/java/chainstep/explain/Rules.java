package chainstep.explain;

import chainstep.graph.Adjoint;
import chainstep.graph.Expression;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.AvgPool2d;
import chainstep.op.Compare;
import chainstep.op.Conv2d;
import chainstep.op.CrossEntropy;
import chainstep.op.Elementwise;
import chainstep.op.MaxPool2d;
import chainstep.op.Reduction;
import chainstep.op.Slice;
import java.util.ArrayList;
import java.util.List;

/** Writes the rule of one node from how its operands are written, where the operation's own way would mislead the eye. */
final class Rules {
    /** The function whose value is a transposed Jacobian times the gradient coming in. */
    static final String PULLED_BACK = "pulled back";

    /** A gradient put where a part of the value was taken from. */
    static final String PLACED = "placed";

    /** An image correlated with a gradient: the sum over the windows of input times gradient. */
    static final String CORRELATED = "correlated";

    /** A gradient correlated, over its edges, with a kernel turned by half a turn. */
    static final String FULL = "correlated in full";

    /** A sum over the windows of a pool that a number won. */
    static final String WON = "won";

    /** A sum over the windows of a pool that a number lies in. */
    static final String SHARED = "shared";

    /** What is left out of a long sum. */
    static final String DOTS = "…";

    /** Whether the function is one of the above, which no list of numbers beside each other can show. */
    static boolean isOpaque(String function) {
        return List.of(PULLED_BACK, PLACED, CORRELATED, FULL, WON, SHARED).contains(function)
                || Indexed.isOne(function);
    }

    private Rules() {}

    static Expression of(Program program, Node node, List<Expression> operands) {
        List<Shape> shapes = program.operandShapes(node);
        if (node.op().name().equals("relu")) {
            return Expression.Applied.of("relu", operands.get(0));
        } else if (node.op() instanceof Adjoint adjoint && adjoint.made().list().isEmpty()) {
            return Simplify.ZERO;
        } else if (node.op() instanceof Adjoint adjoint && adjoint.of() instanceof Slice && isTerm(node)) {
            return placed(program, (Role.Term) node.role(), operands.get(0), node.shape());
        } else if (node.op() instanceof Adjoint adjoint && !isReadable(adjoint)) {
            return Picked.of(program, node, adjoint, operands).orElseGet(() -> pulledBack(program, node, operands));
        }
        if (node.op() instanceof Compare) {
            List<Expression> both = columns(node.op().nests(shapes), operands, shapes);
            return new Expression.Applied(node.op().name(), both, node.shape().isScalar());
        }
        boolean written = node.op() instanceof Adjoint || node.op() instanceof Elementwise;
        return owned(
                node.op().written(written ? columns(node.op().nests(shapes), operands, shapes) : operands, shapes),
                node.id());
    }

    /** What the operation makes on the way belongs to this node. */
    private static Expression owned(Expression expression, int node) {
        return expression instanceof Expression.Made made && made.node() < 0
                ? new Expression.Made(node, made.array(), made.element(), made.letter(), made.shape())
                : Parts.map(expression, part -> owned(part, node));
    }

    /** Whether the derivative is one formula whose operands broadcast or are summed along axes; windows and shifts are not. */
    private static boolean isReadable(Adjoint adjoint) {
        List<Nest> nests = adjoint.made().list();
        if (nests.size() != 1) {
            return false;
        }
        Nest nest = nests.get(0);
        return isPick(nest, nest.target(), adjoint.made().shapeOf(nest.out()))
                && nest.reads().stream()
                        .allMatch(
                                read -> isPick(nest, read.map(), adjoint.made().shapeOf(read.array())));
    }

    /** Whether each axis is gone through by one loop, in ascending order, or has a single place. */
    private static boolean isPick(Nest nest, IndexMap map, Shape shape) {
        int last = -1;
        for (int axis = 0; axis < map.rank(); axis++) {
            int moving = -1;
            for (int loop = 0; loop < map.domainRank(); loop++) {
                int coefficient = map.coefficient(axis, loop);
                if (coefficient != 0 && (coefficient != 1 || moving >= 0)) {
                    return false;
                }
                moving = coefficient == 1 ? loop : moving;
            }
            int gone = moving < 0 ? 1 : nest.domain().get(moving);
            if (map.offset(axis) != 0 || gone != shape.dim(axis) || moving >= 0 && moving <= last) {
                return false;
            }
            last = Math.max(last, moving);
        }
        return true;
    }

    private static boolean isTerm(Node node) {
        return node.role() instanceof Role.Term;
    }

    private static Expression placed(Program program, Role.Term term, Expression upstream, Shape shape) {
        Node part = program.node(term.through());
        Expression whole = new Expression.Symbol(term.wrt(), shape);
        Expression where = part.op().written(List.of(whole), program.operandShapes(part));
        return new Expression.Applied(PLACED, List.of(upstream, where), false);
    }

    private static Expression pulledBack(Program program, Node node, List<Expression> operands) {
        if (!(node.role() instanceof Role.Term term)) {
            return new Expression.Applied(
                    node.op().name(), operands, node.shape().isScalar());
        }
        Node through = program.node(term.through());
        if (through.op() instanceof Conv2d conv && conv.stride() == 1 && term.operand() < 2) {
            int other = through.inputs().get(1 - term.operand());
            Expression beside = new Expression.Symbol(other, program.node(other).shape());
            Expression slid = term.operand() == 1
                    ? new Expression.Applied(CORRELATED, List.of(bordered("pad", beside, conv), operands.get(0)), false)
                    : new Expression.Applied(FULL, List.of(operands.get(0), beside), false);
            return term.operand() == 1 ? slid : bordered("crop", slid, conv);
        }
        if (through.op() instanceof MaxPool2d) {
            return new Expression.Applied(WON, operands.subList(0, 1), false);
        } else if (through.op() instanceof AvgPool2d pool) {
            Expression share = new Expression.Number(Rational.of(1, (long) pool.size() * pool.size()));
            return new Expression.Product(
                    List.of(share, new Expression.Applied(SHARED, operands.subList(0, 1), false)));
        } else if (through.op() instanceof Conv2d conv && term.operand() < 2) {
            return Indexed.gradient(program, through, conv, term.operand(), operands.get(0));
        }
        if (through.op() instanceof CrossEntropy loss && term.operand() == 1) {
            return targets(program, through, loss, operands.get(0));
        }
        Expression result = new Expression.Symbol(
                term.through(), program.node(term.through()).shape());
        Expression by =
                new Expression.Symbol(term.wrt(), program.node(term.wrt()).shape());
        return new Expression.Applied(
                PULLED_BACK, List.of(result, by, operands.get(0)), node.shape().isScalar());
    }

    /** An image with a border of zeros put around it or taken off again, where there is one. */
    private static Expression bordered(String how, Expression image, Conv2d conv) {
        return conv.pad() == 0 ? image : new Expression.Applied(how + "; " + conv.pad(), List.of(image), false);
    }

    /** The gradient of cross-entropy by its target rows: −ln p, over the number of rows for a mean. */
    private static Expression targets(Program program, Node through, CrossEntropy loss, Expression upstream) {
        Node logits = program.node(through.inputs().get(0));
        Expression z = new Expression.Symbol(logits.id(), logits.shape());
        Expression logs = new Expression.Applied("log_softmax", List.of(z), false);
        boolean each = loss.reduction() == Reduction.NONE && rows(logits) > 1;
        Expression g = each
                ? new Expression.Spread(new Expression.Part(upstream, Shapes.COLUMN, false), logits.shape())
                : upstream;
        int count = loss.reduction() == Reduction.MEAN ? rows(logits) : 1;
        Expression share = new Expression.Number(Rational.of(1, count));
        return new Expression.Negative(new Expression.Product(List.of(share, g, logs)));
    }

    /** How many rows of logits there are. */
    private static int rows(Node logits) {
        return logits.shape().size() / logits.shape().dim(-1);
    }

    /** A vector copied along the columns of a matrix (a sum over each row, differentiated) cannot rely on broadcasting. */
    private static List<Expression> columns(Nests nests, List<Expression> operands, List<Shape> shapes) {
        if (nests.list().size() != 1 || !nests.list().get(0).isElementwise()) {
            return operands;
        }
        Nest nest = nests.list().get(0);
        List<Expression> set = new ArrayList<>(operands);
        for (Nest.Read read : nest.reads()) {
            boolean column = nest.domain().size() == 2
                    && nest.domain().get(1) > 1
                    && shapes.get(read.array()).rank() == 1
                    && read.map().equals(IndexMap.pick(2, 0));
            if (column) {
                Expression part = new Expression.Part(operands.get(read.array()), Shapes.COLUMN, false);
                set.set(
                        read.array(),
                        new Expression.Spread(
                                part,
                                Shape.of(nest.domain().get(0), nest.domain().get(1))));
            }
        }
        return set;
    }
}
