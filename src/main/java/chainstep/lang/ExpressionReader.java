package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Supply;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.op.Power;
import chainstep.op.Stack;
import chainstep.words.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Writes an expression into a program: a node for each operation, constants folded exactly.
 *
 * <p>Every trouble is a {@link SourceError} at the part of the expression that caused it.
 */
class ExpressionReader {
    private final Source source;
    private final ProgramBuilder program;
    private final Scope scope;

    ExpressionReader(Source source, ProgramBuilder program, Scope scope) {
        this.source = source;
        this.program = program;
        this.scope = scope;
    }

    Source source() {
        return source;
    }

    ProgramBuilder program() {
        return program;
    }

    Scope scope() {
        return scope;
    }

    /** The node of an expression; a constant becomes a literal. */
    int node(Syntax.Expression expression) {
        return node(read(expression), expression);
    }

    private int node(Value value, Syntax at) {
        if (value instanceof Value.Exact exact) {
            if (!Double.isFinite(exact.number().doubleValue())) {
                throw error(at, "constant.finite");
            }
            return program.literal(exact.number());
        }
        return ((Value.Computed) value).node();
    }

    Shape shape(int node) {
        return program.node(node).shape();
    }

    Value read(Syntax.Expression expression) {
        if (expression instanceof Syntax.Number number) {
            return new Value.Exact(Rational.parse(number.text()));
        } else if (expression instanceof Syntax.Name name) {
            return name(name);
        } else if (expression instanceof Syntax.Part part) {
            return new Value.Computed(part(part));
        } else if (expression instanceof Syntax.Unary unary) {
            return unary(unary);
        } else if (expression instanceof Syntax.Binary binary) {
            return chain(binary);
        } else if (expression instanceof Syntax.Call call) {
            return new Value.Computed(guardedCall(call));
        } else if (expression instanceof Syntax.Index index) {
            return new Value.Computed(index(index));
        } else if (expression instanceof Syntax.ListOf list) {
            return new Value.Computed(list(list));
        }
        throw error(expression, "value.not");
    }

    private Value name(Syntax.Name name) {
        OptionalInt node = scope.find(name.text());
        return node.isPresent()
                ? new Value.Computed(node.getAsInt())
                : scope.number(name.text())
                        .<Value>map(Value.Exact::new)
                        .orElseGet(() -> new Value.Computed(other(name)));
    }

    /**
     * The node of a name that no line defines.
     *
     * @throws SourceError when it means nothing here either
     */
    int other(Syntax.Name name) {
        throw scope.unknown(source, name);
    }

    int part(Syntax.Part part) {
        return program.named(part.text())
                .orElseThrow(() -> scope.unknown(source, part, program.names().keySet()));
    }

    /** A leaf, its trouble told at a place in the source. */
    int leaf(Syntax at, Leaf.Kind kind, Supply supply) {
        try {
            return program.leaf(kind, supply);
        } catch (OperandException e) {
            throw SourceError.at(source, at.span(), new Phrase("op", e.key(), e.arguments()));
        }
    }

    /** A node computed by an operation, its trouble told at a place in the source. */
    int apply(Syntax at, Op op, List<Syntax.Expression> written, Integer... operands) {
        try {
            return program.apply(op, operands);
        } catch (OperandException e) {
            SourceError error = SourceError.at(source, at.span(), new Phrase("op", e.key(), asWritten(at, op, e)));
            throw written.size() == 2 && operands.length == 2
                    ? error.hint(new OperandAdvice(this, written, operands).of(e.key()))
                    : error;
        }
    }

    /** What a message is about, with the operation called by the sign or the function that the user wrote for it. */
    private static List<Object> asWritten(Syntax at, Op op, OperandException trouble) {
        String sign = at instanceof Syntax.Binary binary
                ? binary.operator().symbol()
                : at instanceof Syntax.Call call ? call.name() : op.name();
        return trouble.arguments().stream()
                .map(argument -> argument.equals(op.name()) ? sign : argument)
                .toList();
    }

    /** A part of the source in one line, cut where it is long. */
    String text(Syntax part) {
        String text = source.text(part.span()).replaceAll("\\s+", " ");
        return text.length() > 40
                ? text.substring(0, text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length()))))
                        + "…"
                : text;
    }

    private Value unary(Syntax.Unary unary) {
        Value operand = read(unary.operand());
        if (unary.operator() == Syntax.Operator.MINUS && operand instanceof Value.Exact exact) {
            return new Value.Exact(exact.number().negate());
        }
        return new Value.Computed(
                apply(unary, Operators.unary(unary.operator()), List.of(unary.operand()), node(operand, unary)));
    }

    /** Operators lean left and may be very many, so they are folded in a loop. */
    private Value chain(Syntax.Binary last) {
        Deque<Syntax.Binary> links = new ArrayDeque<>();
        Syntax.Expression first = last;
        while (first instanceof Syntax.Binary binary) {
            links.push(binary);
            first = binary.left();
        }
        Value left = read(first);
        for (Syntax.Binary link : links) {
            left = binary(link, left, read(link.right()));
        }
        return left;
    }

    private Value binary(Syntax.Binary binary, Value left, Value right) {
        if (left instanceof Value.Exact a && right instanceof Value.Exact b && ExactFolding.folds(binary.operator())) {
            return new Value.Exact(ExactFolding.fold(source, binary, a.number(), b.number()));
        }
        if (binary.operator() == Syntax.Operator.POWER && right instanceof Value.Exact exponent) {
            Op power = new Power(exponent.number());
            return new Value.Computed(apply(binary, power, List.of(binary.left()), node(left, binary.left())));
        }
        int a = node(left, binary.left());
        int b = node(right, binary.right());
        if (binary.operator() == Syntax.Operator.DOT) {
            requireOneNumber(binary, shape(a), shape(b));
        }
        return new Value.Computed(
                apply(binary, Operators.binary(binary.operator()), List.of(binary.left(), binary.right()), a, b));
    }

    /** Between two arrays a dot may mean the matrix product, or number by number. */
    private void requireOneNumber(Syntax.Binary binary, Shape left, Shape right) {
        if (!left.isScalar() && !right.isScalar()) {
            throw SourceError.at(
                            source, binary.span(), "dot.arrays", text(binary.left()), left, text(binary.right()), right)
                    .hint("hint.dot.arrays");
        }
    }

    /** A call; operand trouble that no part of it claimed is told at the whole. */
    private int guardedCall(Syntax.Call call) {
        try {
            return call(call);
        } catch (OperandException e) {
            throw SourceError.at(source, call.span(), new Phrase("op", e.key(), e.arguments()));
        }
    }

    int call(Syntax.Call call) {
        Functions.Reader function = Functions.named(call.name());
        if (function == null) {
            throw unknownFunction(call);
        }
        Arguments arguments = new Arguments(this, call);
        int node = function.read(arguments);
        arguments.finish();
        return node;
    }

    SourceError unknownFunction(Syntax.Call call) {
        if (Leaves.INITIALISERS.contains(call.name())) {
            return SourceError.at(source, call.span(), "call.initialiser", call.name());
        } else if (Leaves.NAMES.contains(call.name())) {
            return SourceError.at(source, call.span(), "call.leaf", call.name());
        } else if (Directives.NAMES.contains(call.name())) {
            return SourceError.at(source, call.span(), "call.statement", call.name());
        }
        if (Lexicon.kind(call.name()) == Lexicon.Kind.OPTIMISER) {
            return SourceError.at(source, call.span(), "call.optimizer", call.name())
                    .hint("hint.minimize");
        }
        List<String> known = new ArrayList<>(Functions.names());
        SourceError error = SourceError.at(source, call.function().span(), "function.unknown", call.name());
        if (scope.find(call.name()).isPresent()) {
            boolean indices = call.named().isEmpty()
                    && !call.positional().isEmpty()
                    && call.positional().stream().allMatch(Syntax.Number.class::isInstance);
            String places = call.positional().stream().map(this::text).collect(Collectors.joining(", ", "[", "]"));
            return indices ? error.hint("suggest", call.name() + places) : error.hint("hint.call.what");
        }
        return PastedCode.function(call, this).map(error::hint).orElseGet(() -> error.nearest(call.name(), known));
    }

    private int index(Syntax.Index index) {
        int base = node(index.base());
        Op part = Subscripts.read(this, index, shape(base));
        return apply(index, part, List.of(index.base()), base);
    }

    /** A list: an array of literals where everything in it is constant, else its elements stacked. */
    int list(Syntax.ListOf list) {
        return ArrayLiteral.read(this, list)
                .map(literal -> program.leaf(Leaf.Kind.LITERAL, literal))
                .orElseGet(() -> {
                    Integer[] elements =
                            list.elements().stream().map(this::node).toArray(Integer[]::new);
                    return apply(list, new Stack(), list.elements(), elements);
                });
    }

    /** Notes a trouble that does not keep the model from running. */
    void warn(SourceError trouble) {}

    SourceError error(Syntax at, String key, Object... arguments) {
        return SourceError.at(source, at.span(), key, arguments);
    }
}
