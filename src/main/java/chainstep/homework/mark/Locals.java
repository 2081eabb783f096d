package chainstep.homework.mark;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.homework.Picks;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.run.Evaluator;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds the routes by which a student computes gradients from the local derivatives that the sheet asks for.
 *
 * <p>∂E/∂x = Σ over the named values y that read x of ∂y/∂x · ∂E/∂y. The program's own backward nodes need not compute ∂y/∂x on
 * the way. A route is taken only where its exact value is that of the terms it stands for.
 *
 * @param program the assignment's, gone on by whole local derivatives
 * @param routes by the node of the gradient
 */
record Locals(Program program, Trace trace, Map<Integer, Route> routes) {
    private static final double NEAR = 1e-9;

    /** ∂of/∂by, of one element by one. */
    private record Pair(Place of, Place by) {}

    static Locals of(Worked worked) {
        Model model = worked.assignment().model();
        Map<String, Quantity.Local> asked = new LinkedHashMap<>();
        for (Question question : worked.assignment().questions()) {
            question.quantity()
                    .local()
                    .ifPresent(local -> asked.putIfAbsent(local.whole().text(), local));
        }
        if (asked.isEmpty() || model.program().loss().isEmpty()) {
            return new Locals(worked.program(), worked.trace(), Map.of());
        }
        Quantities elsewhere = new Quantities(model, new Iterations(model.program()));
        Program program = worked.program();
        Map<Pair, Place> entries = new HashMap<>();
        for (Quantity.Local local : asked.values()) {
            Quantity.Appended of = local.of().append(model, program, elsewhere::value);
            Quantity.Appended by = local.by().append(model, of.program(), elsewhere::value);
            Quantity.Appended whole = local.whole().append(model, by.program(), elsewhere::value);
            program = whole.program();
            Picks picks = new Picks(program, model.program().size());
            enter(picks.places(of.node()), picks.places(by.node()), picks.places(whole.node()), entries);
        }
        Trace trace = Evaluator.extend(worked.trace(), program);
        return new Locals(program, trace, new Search(model.program(), trace, entries).routes());
    }

    private static void enter(List<Place> of, List<Place> by, List<Place> local, Map<Pair, Place> entries) {
        boolean each = local.size() != of.size() * by.size();
        for (int k = 0; k < local.size(); k++) {
            int row = each ? k : k / by.size();
            int column = each ? k : k % by.size();
            entries.putIfAbsent(new Pair(of.get(row), by.get(column)), local.get(k));
        }
    }

    /** The routes over some local derivatives. */
    private record Search(Program model, Trace trace, Map<Pair, Place> entries) {
        Map<Integer, Route> routes() {
            Map<Integer, Route> found = new TreeMap<>();
            Set<Integer> values = new HashSet<>();
            entries.keySet().forEach(pair -> values.add(pair.by().node()));
            for (int by : values) {
                model.gradient(loss(), by).ifPresent(gradient -> {
                    List<Optional<Route.Chained>> elements = IntStream.range(
                                    0, model.node(by).shape().size())
                            .mapToObj(element -> chained(gradient, new Place(by, element)))
                            .toList();
                    if (elements.stream().anyMatch(Optional::isPresent)) {
                        found.put(gradient, new Route(elements));
                    }
                });
            }
            return found;
        }

        private int loss() {
            return model.loss().orElseThrow();
        }

        private Optional<Route.Chained> chained(int gradient, Place by) {
            List<Route.Product> products = new ArrayList<>();
            List<Place> rest = new ArrayList<>();
            terms(gradient).forEach((of, terms) -> {
                List<Place> own = terms.stream()
                        .map(term -> new Place(term, by.element()))
                        .toList();
                List<Route.Product> through = products(of, by);
                boolean equal = !through.isEmpty()
                        && isNear(
                                sum(through), own.stream().mapToDouble(this::at).sum());
                products.addAll(equal ? through : List.of());
                rest.addAll(equal ? List.of() : own);
            });
            return products.isEmpty() ? Optional.empty() : Optional.of(new Route.Chained(products, rest));
        }

        /** The terms of a gradient, by the named value that each goes through; −1 where that is not one. */
        private Map<Integer, List<Integer>> terms(int gradient) {
            Node node = model.node(gradient);
            List<Integer> all = node.role() instanceof Role.Total ? node.inputs() : List.of(gradient);
            Map<Integer, List<Integer>> through = new TreeMap<>();
            for (int term : all) {
                int of = model.node(term).role() instanceof Role.Term role ? named(role.through()) : -1;
                through.computeIfAbsent(of, key -> new ArrayList<>()).add(term);
            }
            return through;
        }

        private int named(int from) {
            int at = from;
            while (!model.node(at).isNamed() && at != loss()) {
                int read = at;
                List<Integer> readers = model.nodes().stream()
                        .filter(node -> node.role() instanceof Role.Value
                                && node.inputs().contains(read))
                        .map(Node::id)
                        .toList();
                if (readers.size() != 1) {
                    return -1;
                }
                at = readers.get(0);
            }
            return at;
        }

        private List<Route.Product> products(int of, Place by) {
            if (of < 0 || model.gradient(loss(), of).isEmpty()) {
                return List.of();
            }
            int upstream = model.gradient(loss(), of).getAsInt();
            List<Route.Product> products = new ArrayList<>();
            for (int element = 0; element < model.node(of).shape().size(); element++) {
                Place local = entries.get(new Pair(new Place(of, element), by));
                if (local != null) {
                    products.add(new Route.Product(local, new Place(upstream, element)));
                }
            }
            return products;
        }

        private double sum(List<Route.Product> products) {
            return products.stream()
                    .mapToDouble(product -> at(product.local()) * at(product.upstream()))
                    .sum();
        }

        private double at(Place place) {
            return trace.get(place.node(), place.element());
        }

        private static boolean isNear(double a, double b) {
            return Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));
        }
    }
}
