package chainstep.explain;

import chainstep.graph.Addends;
import chainstep.graph.Edge;
import chainstep.graph.Expression;
import chainstep.graph.Formula;
import chainstep.graph.Leaf;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Points;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Fn;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** How the local derivative of an edge is written: W2₁₁ for a product, h₁(1 − h₁) for a sigmoid; nothing where it is long. */
final class LocalSymbol {
    private final Program program;
    private final Trace trace;

    LocalSymbol(Program program, Trace trace) {
        this.program = program;
        this.trace = trace;
    }

    /**
     * The local derivatives from one element of an operand, by the element of the result they lead to; nothing where they are long
     * or lead over what the operation makes on the way.
     */
    Map<Integer, Expression> from(Node node, int operand, int element) {
        List<Shape> shapes = program.operandShapes(node);
        Nests nests = node.op().nests(shapes);
        Map<Integer, Expression> known = new SoftmaxLocals(program, trace, this).from(node, operand, element);
        if (!known.isEmpty() || !isDirect(nests, operand)) {
            return known;
        }
        Map<Integer, Optional<Expression>> found = new HashMap<>();
        for (Nest nest : nests.list()) {
            for (int read = 0; read < nest.reads().size(); read++) {
                if (nest.reads().get(read).array() == operand) {
                    from(node, nests, nest, read, element, found);
                }
            }
        }
        Map<Integer, Expression> written = new HashMap<>();
        found.forEach((output, symbol) -> symbol.ifPresent(e -> written.put(output, e)));
        return written;
    }

    /** Whether the result alone is made from the operand. */
    private static boolean isDirect(Nests nests, int operand) {
        return nests.list().stream()
                .filter(nest -> nest.reads().stream().anyMatch(read -> read.array() == operand))
                .allMatch(nest -> nest.out() == nests.result());
    }

    /** One of them; a relu's is the number it is. */
    static Optional<Expression> of(Node node, Edge edge, Map<Integer, Expression> written) {
        return node.op().name().equals("relu")
                ? Optional.of(edge.local() == 0 ? Simplify.ZERO : Simplify.ONE)
                : Optional.ofNullable(written.get(edge.output()));
    }

    /** One of them among others of a line; a relu's is 1 where it is on: one formula for every element. */
    Optional<Expression> within(Node node, int operand, int element, Edge edge, Map<Integer, Expression> written) {
        return node.op().name().equals("relu")
                ? Optional.of(new Expression.Indicator(
                        Formula.Comparison.GREATER, element(node.inputs().get(operand), element), Simplify.ZERO))
                : of(node, edge, written);
    }

    private void from(
            Node node, Nests nests, Nest nest, int by, int element, Map<Integer, Optional<Expression>> found) {
        Nest.Read read = nest.reads().get(by);
        int[] index = nests.shapeOf(read.array()).index(element);
        Points.touching(nest.domain(), read.map(), index, point -> {
            int output = Points.element(nest.target(), nests.shapeOf(nest.out()), point);
            if (output >= 0) {
                List<Addends.Fetched> reads = nest.reads().stream()
                        .map(each -> new Addends.Fetched(
                                each.array(), Points.element(each.map(), nests.shapeOf(each.array()), point), 0))
                        .toList();
                Addends.Addend addend = new Addends.Addend(nest, 0, reads, 0, true);
                Optional<Expression> local =
                        nests.made().size() == 1 ? derived(node, output, addend, nest.body(), by) : Optional.empty();
                if (local.isEmpty()) {
                    local = new Unfolding(program, trace, node, Magnitudes.UNKNOWN).local(nest, by, output, point);
                }
                Optional<Expression> so = local;
                found.merge(output, so, (a, b) -> both(a, b, LocalSymbol::plus));
            }
        });
    }

    /** A sum; what does not depend on the operand adds nothing, whatever its number is. */
    private static Expression plus(Expression a, Expression b) {
        return a.equals(Simplify.ZERO) ? b : b.equals(Simplify.ZERO) ? a : new Expression.Sum(List.of(a, b));
    }

    private static Expression chained(Expression derivative, Expression factor) {
        return derivative.equals(Simplify.ZERO) ? Simplify.ZERO : times(factor, derivative);
    }

    /** What one element is folded from; empty where the operation makes arrays on the way, a maximum's winners apart. */
    Optional<Addends> addends(Node node, int element, int most) {
        List<Shape> shapes = program.operandShapes(node);
        Nests nests = node.op().nests(shapes);
        boolean direct = nests.list().stream()
                .allMatch(nest -> nest.out() == nests.result()
                        && nest.reads().stream()
                                .allMatch(read -> read.array() < nests.inputs().size()));
        return direct
                ? Optional.of(Addends.of(
                        node.op(), shapes, (k, e) -> trace.get(node.inputs().get(k), e), element, most))
                : Optional.empty();
    }

    /** One addend, with elements for what it reads. */
    Expression written(Node node, Addends.Addend addend) {
        return written(node, addend, addend.nest().body());
    }

    /** One addend by the operation's name, of the elements that it reads. */
    Expression named(Node node, Addends.Addend addend) {
        List<Expression> read = addend.reads().stream()
                .map(fetched -> fetched.element() < 0
                        ? Simplify.ZERO
                        : element(node.inputs().get(fetched.array()), fetched.element()))
                .toList();
        return new Expression.Applied(node.op().name(), read, true);
    }

    private Optional<Expression> derived(Node node, int output, Addends.Addend addend, Formula f, int read) {
        if (f instanceof Formula.Input input) {
            return Optional.of(input.read() == read ? Simplify.ONE : Simplify.ZERO);
        } else if (!f.reads(read)) {
            return Optional.of(Simplify.ZERO);
        } else if (f instanceof Formula.Add add) {
            return both(
                    derived(node, output, addend, add.left(), read),
                    derived(node, output, addend, add.right(), read),
                    LocalSymbol::plus);
        } else if (f instanceof Formula.Negate negate) {
            return derived(node, output, addend, negate.of(), read).map(Expression.Negative::new);
        } else if (f instanceof Formula.Multiply product) {
            return both(
                    derived(node, output, addend, product.left(), read)
                            .filter(d -> isTold(d, product.right()))
                            .map(d -> chained(d, written(node, addend, product.right()))),
                    derived(node, output, addend, product.right(), read)
                            .filter(d -> isTold(d, product.left()))
                            .map(d -> chained(d, written(node, addend, product.left()))),
                    LocalSymbol::plus);
        } else if (f instanceof Formula.Divide quotient && !quotient.right().reads(read)) {
            return derived(node, output, addend, quotient.left(), read)
                    .map(d -> new Expression.Quotient(d, written(node, addend, quotient.right())));
        } else if (f instanceof Formula.Power power && power.exponent() instanceof Formula.Constant n) {
            Expression lowered = new Expression.Raised(
                    written(node, addend, power.base()),
                    new Expression.Number(n.value().subtract(Rational.ONE)));
            return derived(node, output, addend, power.base(), read)
                    .map(d -> chained(d, times(new Expression.Number(n.value()), lowered)));
        }
        boolean whole = f instanceof Formula.Apply apply
                && apply.of() instanceof Formula.Input
                && f == addend.nest().body();
        return whole ? byResult(((Formula.Apply) f).function(), element(node.id(), output)) : Optional.empty();
    }

    /** Whether a factor can be written as a formula, or need not be: a part of a body has no name of its own. */
    private static boolean isTold(Expression derivative, Formula factor) {
        return derivative.equals(Simplify.ZERO) || isFormula(factor);
    }

    private static boolean isFormula(Formula f) {
        if (f instanceof Formula.Add add) {
            return isFormula(add.left()) && isFormula(add.right());
        } else if (f instanceof Formula.Multiply product) {
            return isFormula(product.left()) && isFormula(product.right());
        } else if (f instanceof Formula.Divide quotient) {
            return isFormula(quotient.left()) && isFormula(quotient.right());
        } else if (f instanceof Formula.Power power) {
            return isFormula(power.base()) && isFormula(power.exponent());
        } else if (f instanceof Formula.Negate negate) {
            return isFormula(negate.of());
        } else if (f instanceof Formula.Apply apply) {
            return isFormula(apply.of());
        }
        return f instanceof Formula.Input
                || f instanceof Formula.Constant
                || f instanceof Formula.Select select && select.fillsHole() && isFormula(select.otherwise());
    }

    /** The derivative of a function, in terms of its result y. */
    private static Optional<Expression> byResult(Fn function, Expression y) {
        return switch (function) {
            case SIGMOID -> Optional.of(times(y, oneMinus(y)));
            case TANH -> Optional.of(oneMinus(times(y, y)));
            case EXP -> Optional.of(y);
            default -> Optional.empty();
        };
    }

    private static Expression oneMinus(Expression e) {
        return new Expression.Sum(List.of(Simplify.ONE, new Expression.Negative(e)));
    }

    private static Expression times(Expression a, Expression b) {
        return new Expression.Product(List.of(a, b));
    }

    private static Optional<Expression> both(
            Optional<Expression> a, Optional<Expression> b, BinaryOperator<Expression> join) {
        return a.flatMap(left -> b.map(right -> join.apply(left, right)));
    }

    /** The formula with elements for what it reads. */
    private Expression written(Node node, Addends.Addend addend, Formula f) {
        if (f instanceof Formula.Input input) {
            Addends.Fetched fetched = addend.reads().get(input.read());
            return fetched.element() < 0
                    ? Simplify.ZERO
                    : element(node.inputs().get(fetched.array()), fetched.element());
        } else if (f instanceof Formula.Constant constant) {
            return new Expression.Number(constant.value());
        } else if (f instanceof Formula.Add add) {
            return new Expression.Sum(List.of(written(node, addend, add.left()), written(node, addend, add.right())));
        } else if (f instanceof Formula.Select select && select.fillsHole()) {
            return written(node, addend, select.otherwise());
        } else if (f instanceof Formula.Negate negate) {
            return new Expression.Negative(written(node, addend, negate.of()));
        } else if (f instanceof Formula.Multiply product) {
            return times(written(node, addend, product.left()), written(node, addend, product.right()));
        } else if (f instanceof Formula.Divide quotient) {
            return new Expression.Quotient(
                    written(node, addend, quotient.left()), written(node, addend, quotient.right()));
        } else if (f instanceof Formula.Power power) {
            return new Expression.Raised(written(node, addend, power.base()), written(node, addend, power.exponent()));
        } else if (f instanceof Formula.Apply apply) {
            String name = apply.function().name().toLowerCase(Locale.ROOT);
            return new Expression.Applied(name, List.of(written(node, addend, apply.of())), true);
        }
        return named(node, addend);
    }

    /** One element of a node: its number where it is a number of the rule that has no name. */
    Expression element(int named, int element) {
        int id = Copies.passedOn(program, named);
        Node node = program.node(id);
        if (node.op() instanceof Leaf leaf
                && leaf.kind() == Leaf.Kind.LITERAL
                && node.name().isEmpty()
                && !(node.role() instanceof Role.Update)) {
            return new Expression.Number(leaf.supply().exact(element, trace.iteration()));
        } else if (node.role() instanceof Role.Seed) {
            return Simplify.ONE;
        } else if (node.shape().isScalar()) {
            return new Expression.Symbol(id, node.shape());
        }
        String index = Arrays.stream(node.shape().index(element))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "[", "]"));
        return new Expression.Part(new Expression.Symbol(id, node.shape()), index, true);
    }
}
