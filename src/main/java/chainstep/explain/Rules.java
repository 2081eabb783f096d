package chainstep.explain;

import chainstep.graph.Adjoint;
import chainstep.graph.Expression;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.graph.Writing;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.AvgPool2d;
import chainstep.op.Compare;
import chainstep.op.Conv2d;
import chainstep.op.CrossEntropy;
import chainstep.op.CrossEntropyCurvature;
import chainstep.op.CrossEntropyPullback;
import chainstep.op.Elementwise;
import chainstep.op.MaxPool2d;
import chainstep.op.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** A gradient at the numbers that won the windows of a pool. */
    static final String TAKEN = "taken";

    /** What is left out of a long sum. */
    static final String DOTS = "…";

    /** The longest derivative that is written as one formula: the derivative of a derivative of a derivative may be longer. */
    private static final int LONGEST = 150;

    /** Whether the function is one of the above, which no list of numbers beside each other can show. */
    static boolean isOpaque(String function) {
        return List.of(PULLED_BACK, PLACED, CORRELATED, FULL, WON, SHARED, TAKEN)
                        .contains(function)
                || Indexed.isOne(function);
    }

    private Rules() {}

    /** @param known what is known of the numbers */
    static Expression of(Program program, Node node, List<Expression> operands, Magnitudes known) {
        List<Shape> shapes = program.operandShapes(node);
        if (node.op() instanceof CrossEntropyPullback || node.op() instanceof CrossEntropyCurvature) {
            return Classified.of(node, operands, shapes, known);
        }
        if (node.op().name().equals("relu")) {
            return Expression.Applied.of("relu", operands.get(0));
        } else if (node.op() instanceof Adjoint adjoint && adjoint.made().list().isEmpty()) {
            return Simplify.ZERO;
        } else if (node.op() instanceof Adjoint adjoint && adjoint.of() instanceof Slice && isTerm(node)) {
            return placed(program, (Role.Term) node.role(), operands.get(0), node.shape());
        } else if (node.op() instanceof Adjoint adjoint && !isReadable(adjoint)) {
            return Picked.of(program, node, adjoint, operands)
                    .orElseGet(() -> pulledBack(program, node, operands, known));
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
        Nests made = adjoint.made();
        return made.list().size() == 1 && isReadable(made, made.list().get(0));
    }

    private static boolean isReadable(Nests nests, Nest nest) {
        return isPick(nest, nest.target(), nests.shapeOf(nest.out()))
                && nest.reads().stream().allMatch(read -> isPick(nest, read.map(), nests.shapeOf(read.array())));
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

    private static Expression pulledBack(Program program, Node node, List<Expression> operands, Magnitudes known) {
        if (!(node.role() instanceof Role.Term term)) {
            return new Expression.Applied(
                    node.op().name(), operands, node.shape().isScalar());
        }
        Node through = program.node(term.through());
        Optional<Expression> windows = windows(program, node, operands);
        if (windows.isPresent()) {
            return windows.get();
        }
        if (through.op() instanceof CrossEntropy loss && term.operand() == 1) {
            return new Classified(program, through, loss.reduction(), known).byTargets(operands.get(0));
        } else if (through.op() instanceof CrossEntropyPullback loss && term.operand() != 1) {
            return new Classified(program, through, loss.reduction(), known)
                    .derivative(term.operand(), operands.get(0));
        }
        Nests nests = node.op().nests(program.operandShapes(node));
        if (nests.list().stream().allMatch(nest -> isReadable(nests, nest))) {
            Expression written = Simplify.simplify(owned(Writing.inStages(nests, operands), node.id()));
            if (Parts.size(written) <= LONGEST) {
                return written;
            }
        }
        Expression result = new Expression.Symbol(
                term.through(), program.node(term.through()).shape());
        Expression by =
                new Expression.Symbol(term.wrt(), program.node(term.wrt()).shape());
        return new Expression.Applied(
                PULLED_BACK, List.of(result, by, operands.get(0)), node.shape().isScalar());
    }

    /** The derivative of what slides a window over an image. */
    private static Optional<Expression> windows(Program program, Node node, List<Expression> operands) {
        Adjoint adjoint = (Adjoint) node.op();
        Expression upstream = operands.get(0);
        List<Expression> only = operands.subList(0, 1);
        if (adjoint.of() instanceof Conv2d conv && adjoint.input() < 2) {
            Node other = program.node(node.inputs().get(1));
            Expression raw = new Expression.Symbol(other.id(), other.shape());
            boolean passedOn = operands.get(1) instanceof Expression.Symbol symbol
                    && symbol.shape().equals(other.shape());
            Expression beside = passedOn ? operands.get(1) : raw;
            if (conv.stride() > 1) {
                int rank = (adjoint.input() == 0 ? node : other).shape().rank();
                return Optional.of(Indexed.gradient(beside, rank, conv, adjoint.input(), upstream));
            } else if (adjoint.input() == 1) {
                Expression image = bordered("pad", beside, conv);
                return Optional.of(new Expression.Applied(CORRELATED, List.of(image, upstream), false));
            }
            return Optional.of(bordered("crop", new Expression.Applied(FULL, List.of(upstream, beside), false), conv));
        } else if (adjoint.of() instanceof MaxPool2d) {
            return Optional.of(new Expression.Applied(WON, only, false));
        } else if (adjoint.of() instanceof AvgPool2d pool) {
            Expression share = new Expression.Number(Rational.of(1, (long) pool.size() * pool.size()));
            return Optional.of(new Expression.Product(List.of(share, new Expression.Applied(SHARED, only, false))));
        }
        boolean taken =
                adjoint.of() instanceof Adjoint first && first.of() instanceof MaxPool2d && adjoint.input() == 0;
        return taken ? Optional.of(new Expression.Applied(TAKEN, only, false)) : Optional.empty();
    }

    /** An image with a border of zeros put around it or taken off again, where there is one. */
    private static Expression bordered(String how, Expression image, Conv2d conv) {
        return conv.pad() == 0 ? image : new Expression.Applied(how + "; " + conv.pad(), List.of(image), false);
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
