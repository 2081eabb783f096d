package chainstep.lang;

import chainstep.grad.Gradient;
import chainstep.grad.Updates;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a {@link Quantity} into a program: an expression that may also ask for gradients and updated values. */
final class QuantityReader extends ExpressionReader {
    private final Quantity quantity;
    private final Model model;
    private final Extension extension;
    /** Whether what is read now is a quantity of another iteration. */
    private boolean isElsewhere;

    /** Whether that speaks of yet another. */
    private boolean isNested;

    QuantityReader(Quantity quantity, Extension extension) {
        super(quantity.source(), extension.builder(), Scope.of(extension.model()));
        this.quantity = quantity;
        this.model = extension.model();
        this.extension = extension;
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
            case "first" -> first(arguments);
            case "local" -> local(arguments);
            case "jac" -> jacobian(arguments);
            case "state" -> state(arguments);
            default -> super.call(call);
        };
        if (QuantityFunctions.NAMES.contains(call.name())) {
            arguments.finish();
        }
        return node;
    }

    /** The element that a label names. */
    @Override
    int other(Syntax.Name name) {
        Wanted wanted = wanted(name);
        return wanted.of(program(), wanted.node());
    }

    /** A value of the model that is written by its name, a label, or as a part of either. */
    private Wanted wanted(Syntax.Expression written) {
        if (written instanceof Syntax.Name name) {
            OptionalInt node = scope().find(name.text());
            return node.isPresent()
                    ? new Wanted(node.getAsInt(), List.of())
                    : model.labelled(name.text()).orElseThrow(() -> scope().unknown(source(), name));
        } else if (written instanceof Syntax.Part part) {
            return new Wanted(part(part), List.of());
        } else if (written instanceof Syntax.Index index) {
            Wanted base = wanted(index.base());
            return base.then(Subscripts.read(this, index, base.shape(program())));
        } else if (written instanceof Syntax.Call call && call.name().equals("first")) {
            return new Wanted(node(call), List.of());
        }
        throw error(written, "quantity.value", text(written));
    }

    /** What a name stood for before it was given again. */
    private int first(Arguments arguments) {
        Syntax.Expression value = arguments.required("value");
        int latest = wanted(value).node();
        String name = program().node(latest).name();
        return name.isEmpty() ? latest : model.program().versions(name).get(0);
    }

    @Override
    int part(Syntax.Part part) {
        return Primes.in(part.text())
                ? Primes.find(model.program(), part.text())
                        .orElseThrow(() ->
                                scope().unknown(source(), part, model.names().keySet()))
                : super.part(part);
    }

    private int local(Arguments arguments) {
        Syntax.Expression value = arguments.required("of");
        Wanted of = isPlain(value) ? wanted(value) : new Wanted(node(value), List.of());
        Wanted by = wanted(arguments.required("by"));
        return new Locals(this).local(arguments.call(), of, by);
    }

    private static boolean isPlain(Syntax.Expression written) {
        return written instanceof Syntax.Name
                || written instanceof Syntax.Call call && call.name().equals("first")
                || written instanceof Syntax.Part
                || written instanceof Syntax.Index index && isPlain(index.base());
    }

    private int jacobian(Arguments arguments) {
        int of = arguments.node("of");
        Syntax.Expression written = arguments.required("by");
        Wanted by = wanted(written);
        if (!by.isWhole()) {
            throw error(written, "jac.part", text(written));
        }
        return extension
                .jacobians()
                .computeIfAbsent(
                        List.of(of, by.node()), key -> new Locals(this).jacobian(arguments.call(), of, by.node()));
    }

    private int gradient(Arguments arguments) {
        Wanted wanted = wanted(arguments.required("value"));
        int by = wanted.node();
        int of = arguments
                .option("of")
                .map(this::node)
                .orElseGet(() -> model.program()
                        .loss()
                        .orElseThrow(() -> error(
                                arguments.call(), "grad.loss", arguments.call().name())));
        if (program().gradient(of, by).isEmpty()) {
            Gradient.append(program(), of, List.of(by));
        }
        return wanted.of(program(), program().gradient(of, by).orElseGet(() -> zeros(by)));
    }

    private int zeros(int like) {
        return program().leaf(Leaf.Kind.LITERAL, new Filled(shape(like), 0));
    }

    private int updated(Arguments arguments) {
        Syntax.Expression value = arguments.required("value");
        Wanted wanted = wanted(value);
        int next = next(wanted.node()).orElseThrow(() -> error(value, "new.fixed", text(value)));
        return wanted.of(program(), next);
    }

    private OptionalInt next(int leaf) {
        return model.program().next(leaf);
    }

    /** A value recomputed with the updated parameters: the nodes it depends on once more, from the carried values. */
    private int after(Arguments arguments) {
        int of = arguments.node("value");
        return again(of, extension.updated());
    }

    private int again(int last, Map<Integer, Integer> copies) {
        BitSet wanted = new BitSet();
        wanted.set(last);
        for (int id = last; id >= 0; id = wanted.previousSetBit(id - 1)) {
            if (copies.containsKey(id)) {
                wanted.clear(id);
            } else {
                program().node(id).inputs().forEach(wanted::set);
            }
        }
        wanted.stream().forEach(id -> copies.put(id, copy(program().node(id), copies)));
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
        int iteration = arguments.iteration(when);
        Quantity there = new Quantity(source(), arguments.required("value"));
        return unrolled(iteration, there.expression())
                .orElseGet(() -> program().leaf(Leaf.Kind.LITERAL, extension.elsewhere(iteration, there)));
    }

    /** A quantity of another iteration, computed from this one on; not where it speaks of yet another iteration itself. */
    private OptionalInt unrolled(int iteration, Syntax.Expression there) {
        Optional<Unrolling> unrolling = extension.unrolling();
        if (unrolling.isEmpty() || isElsewhere) {
            isNested = true;
            return OptionalInt.empty();
        }
        isElsewhere = true;
        isNested = false;
        int node = node(there);
        isElsewhere = false;
        return isNested ? OptionalInt.empty() : unrolling.get().at(iteration, node);
    }

    /** What the update computes for a parameter, by the optimiser's name for it: the value after the update. */
    private int state(Arguments arguments) {
        Syntax.Expression value = arguments.required("parameter");
        Wanted wanted = wanted(value);
        int param = wanted.node();
        String part = arguments.text(arguments.required("part"));
        int found = Updates.part(model.program(), param, part)
                .orElseThrow(() -> error(arguments.call(), "state.unknown", part, text(value))
                        .hint("hint.state", String.join(", ", parts(model.program(), param)))
                        .nearest(part, parts(model.program(), param)));
        return wanted.of(program(), found);
    }

    private static List<String> parts(Program program, int param) {
        return program.nodes().stream()
                .filter(node -> node.role() instanceof Role.Update update && update.param() == param)
                .map(node -> ((Role.Update) node.role()).part())
                .filter(part -> part.indexOf('.') < 0)
                .distinct()
                .toList();
    }
}
