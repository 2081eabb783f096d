package chainstep.lang;

import chainstep.grad.Gradient;
import chainstep.grad.Updates;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes a {@link Quantity} into a program: an expression that may also ask for gradients and updated values. */
final class QuantityReader extends ExpressionReader {
    private final Quantity quantity;
    private final Model model;
    private final Quantity.Elsewhere elsewhere;

    QuantityReader(Quantity quantity, Model model, ProgramBuilder program, Quantity.Elsewhere elsewhere) {
        super(quantity.source(), program, scope(model));
        this.quantity = quantity;
        this.model = model;
        this.elsewhere = elsewhere;
        program.phase(Phase.UPDATE);
    }

    private static Scope scope(Model model) {
        Scope scope = new Scope();
        model.names().forEach(scope::define);
        return scope;
    }

    int read() {
        return node(quantity.expression());
    }

    @Override
    int call(Syntax.Call call) {
        Arguments arguments = new Arguments(this, call);
        int node = switch (call.name()) {
            case "grad" -> gradient(arguments);
            case "new" -> updated(arguments);
            case "after" -> after(arguments);
            case "at" -> at(arguments);
            case "local" -> new Locals(this).local(call, arguments.node("of"), arguments.node("by"));
            case "jac" -> new Locals(this).jacobian(call, arguments.node("of"), arguments.node("by"));
            case "state" -> state(arguments);
            default -> super.call(call);
        };
        if (QuantityFunctions.NAMES.contains(call.name())) {
            arguments.finish();
        }
        return node;
    }

    private int gradient(Arguments arguments) {
        int by = arguments.node("value");
        int of = arguments
                .option("of")
                .map(this::node)
                .orElseGet(() -> model.program()
                        .loss()
                        .orElseThrow(() -> error(
                                arguments.call(), "grad.loss", arguments.call().name())));
        Gradient.append(program(), of, List.of(by));
        return program().gradient(of, by).orElseGet(() -> zeros(by));
    }

    private int zeros(int like) {
        return program().leaf(Leaf.Kind.LITERAL, Fixed.of(Tensor.full(shape(like), 0)));
    }

    private int updated(Arguments arguments) {
        Syntax.Expression value = arguments.required("value");
        int leaf = node(value);
        return next(leaf).orElseThrow(() -> error(value, "new.fixed", source().text(value.span())));
    }

    private OptionalInt next(int leaf) {
        return model.program().next(leaf);
    }

    /** A value recomputed with the updated parameters: the nodes it depends on once more, from the carried values. */
    private int after(Arguments arguments) {
        int of = arguments.node("value");
        return again(of, new HashMap<>());
    }

    private int again(int last, Map<Integer, Integer> copies) {
        boolean[] wanted = new boolean[last + 1];
        wanted[last] = true;
        for (int id = last; id >= 0; id--) {
            if (wanted[id]) {
                program().node(id).inputs().forEach(input -> wanted[input] = true);
            }
        }
        for (int id = 0; id <= last; id++) {
            if (wanted[id]) {
                copies.put(id, copy(program().node(id), copies));
            }
        }
        return copies.get(last);
    }

    private int copy(Node node, Map<Integer, Integer> copies) {
        if (node.isLeaf()) {
            return next(node.id()).orElse(node.id());
        }
        List<Integer> inputs = node.inputs().stream().map(copies::get).toList();
        return inputs.equals(node.inputs()) ? node.id() : program().add(node.op(), inputs, Role.VALUE);
    }

    private int at(Arguments arguments) {
        Syntax.Expression when = arguments.required("iteration");
        int iteration = arguments.integer(when);
        if (iteration < 0) {
            throw error(when, "at.negative");
        }
        Quantity there = new Quantity(source(), arguments.required("value"));
        return program().leaf(Leaf.Kind.LITERAL, Fixed.of(elsewhere.value(iteration, there)));
    }

    /** What the update computes for a parameter, by the optimiser's name for it: the value after the update. */
    private int state(Arguments arguments) {
        Syntax.Expression value = arguments.required("parameter");
        int param = node(value);
        String part = arguments.text(arguments.required("part"));
        return Updates.part(model.program(), param, part)
                .orElseThrow(() -> error(arguments.call(), "state.unknown", part, source().text(value.span()))
                        .nearest(part, parts(model.program(), param)));
    }

    private static List<String> parts(Program program, int param) {
        return program.nodes().stream()
                .filter(node -> node.role() instanceof Role.Update update && update.param() == param)
                .map(node -> ((Role.Update) node.role()).part())
                .toList();
    }
}
