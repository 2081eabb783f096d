package chainstep.homework.mark;

import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.math.Rational;
import chainstep.op.BceLogits;
import chainstep.op.CrossEntropy;
import chainstep.op.Multiply;
import chainstep.op.Sigmoid;
import chainstep.op.Softmax;
import chainstep.op.Subtract;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Adds the routes by which a student computes p − t from the probabilities that the sheet asks for, where the program has a loss of
 * logits and never computes p.
 */
final class Probabilities {
    private static final double NEAR = 1e-9;

    private final Worked worked;
    private final Locals known;
    private final ProgramBuilder program;
    private final Program model;

    /** A term of a gradient, and the node that computes it from p. */
    private record Detour(int gradient, int term, int node) {}

    private Probabilities(Worked worked, Locals known) {
        this.worked = worked;
        this.known = known;
        this.program = new ProgramBuilder(known.program());
        this.model = worked.assignment().model().program();
    }

    static Locals add(Worked worked, Locals known) {
        return new Probabilities(worked, known).add();
    }

    private Locals add() {
        List<Detour> detours = new ArrayList<>();
        Set<Integer> asked = asked();
        for (Node node : known.program().nodes()) {
            if (asked.contains(node.id()) && (node.op() instanceof Softmax || node.op() instanceof Sigmoid)) {
                detours.addAll(detours(node));
            }
        }
        if (detours.isEmpty()) {
            return known;
        }
        Program longer = program.build();
        Trace trace = Evaluator.extend(known.trace(), longer);
        Map<Integer, Route> routes = new HashMap<>(known.routes());
        detours.stream()
                .filter(detour -> isNear(trace, detour))
                .forEach(detour -> routes.putIfAbsent(detour.gradient(), route(detour)));
        return new Locals(longer, trace, routes);
    }

    private Set<Integer> asked() {
        Set<Integer> asked = new HashSet<>();
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            worked.places(question).forEach(place -> asked.add(place.node()));
        }
        return asked;
    }

    private List<Detour> detours(Node probabilities) {
        List<Detour> found = new ArrayList<>();
        int logits = probabilities.inputs().get(0);
        for (Node term : model.nodes()) {
            if (term.role() instanceof Role.Term role && role.wrt() == logits && role.operand() == 0) {
                Node loss = model.node(role.through());
                boolean fits = probabilities.op() instanceof Softmax
                        ? loss.op() instanceof CrossEntropy
                        : loss.op() instanceof BceLogits;
                if (fits && isPlain(role, loss, probabilities)) {
                    found.addAll(detours(role, term.id(), loss, probabilities));
                }
            }
        }
        return found;
    }

    /** Whether the targets are given one by one, and the loss is one number. */
    private boolean isPlain(Role.Term role, Node loss, Node probabilities) {
        return loss.shape().isScalar()
                && model.node(loss.inputs().get(1)).shape().equals(probabilities.shape())
                && model.gradient(role.of(), loss.id()).isPresent()
                && model.gradient(role.of(), role.wrt()).isPresent();
    }

    /** (p − t) · upstream, and the same over the number of rows or of elements; only one of them is the term. */
    private List<Detour> detours(Role.Term role, int term, Node loss, Node probabilities) {
        int gradient = model.gradient(role.of(), role.wrt()).getAsInt();
        int upstream = model.gradient(role.of(), loss.id()).getAsInt();
        int difference = apply(new Subtract(), probabilities.id(), loss.inputs().get(1));
        int whole = apply(new Multiply(), difference, upstream);
        List<Detour> detours = new ArrayList<>(List.of(new Detour(gradient, term, whole)));
        int size = probabilities.shape().size();
        int rank = probabilities.shape().rank();
        int rows = rank == 0 ? 1 : size / probabilities.shape().dim(rank - 1);
        for (int count : new int[] {rows, size}) {
            if (count > 1) {
                int share = program.literal(Rational.of(1, count));
                detours.add(new Detour(gradient, term, apply(new Multiply(), whole, share)));
            }
        }
        return detours;
    }

    private int apply(Op op, int left, int right) {
        return program.apply(op, left, right);
    }

    private static boolean isNear(Trace trace, Detour detour) {
        return IntStream.range(0, trace.program().node(detour.node()).shape().size())
                .allMatch(element -> {
                    double one = trace.get(detour.term(), element);
                    double other = trace.get(detour.node(), element);
                    return Math.abs(one - other) <= NEAR * (Math.abs(one) + 1e-3);
                });
    }

    private Route route(Detour detour) {
        Node gradient = model.node(detour.gradient());
        List<Integer> terms = gradient.role() instanceof Role.Total ? gradient.inputs() : List.of(detour.gradient());
        List<Optional<Route.Chained>> elements = new ArrayList<>();
        for (int element = 0; element < gradient.shape().size(); element++) {
            List<Place> places = new ArrayList<>();
            for (int term : terms) {
                places.add(new Place(term == detour.term() ? detour.node() : term, element));
            }
            elements.add(Optional.of(new Route.Chained(List.of(), places)));
        }
        return new Route(elements);
    }
}
