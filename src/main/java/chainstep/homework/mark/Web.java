package chainstep.homework.mark;

import chainstep.graph.Nest;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program of an assignment as marking reads it: what is computed twice is one value, and a gradient may have a second
 * {@link Route}. Prepared once; any number of threads.
 */
final class Web {
    private final Program program;
    private final Trace trace;
    private final int[] same;
    private final Map<Integer, Route> routes = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final int[] position;
    private final Map<Integer, Nests> nests = new HashMap<>();
    private final Map<Integer, List<Interval>> exact = new HashMap<>();
    private final Map<Integer, BitSet> ancestors = new HashMap<>();
    private final List<List<Place>> places = new ArrayList<>();
    private final NestInterpreter<Interval> interpreter = new NestInterpreter<>(new IntervalArithmetic());

    Web(Worked worked) {
        Locals locals = Probabilities.add(worked, Locals.of(worked));
        this.program = locals.program();
        this.trace = locals.trace();
        BitSet asked = new BitSet();
        int questions = worked.assignment().questions().size();
        for (int question = 0; question < questions; question++) {
            worked.places(question).forEach(place -> asked.set(place.node()));
        }
        this.same = Sameness.withCopies(program, asked);
        this.position = new int[program.size()];
        locals.routes().forEach(this::addRoute);
        for (int question = 0; question < questions; question++) {
            places.add(worked.places(question).stream().map(this::same).toList());
            places.get(question).forEach(place -> order(place.node()));
        }
        for (int node : order) {
            exact.put(node, points(node));
        }
    }

    private Place same(Place place) {
        return new Place(same[place.node()], place.element());
    }

    /** A route that would read the gradient itself leads nowhere. */
    private void addRoute(int gradient, Route route) {
        List<Optional<Route.Chained>> elements = route.elements().stream()
                .map(chained -> chained.map(this::same))
                .toList();
        Route read = new Route(elements);
        BitSet before = new BitSet();
        read.nodes().forEach(node -> reach(node, before));
        if (!before.get(same[gradient])) {
            routes.putIfAbsent(same[gradient], read);
        }
    }

    private Route.Chained same(Route.Chained chained) {
        return new Route.Chained(
                chained.products().stream()
                        .map(product -> new Route.Product(same(product.local()), same(product.upstream())))
                        .toList(),
                chained.terms().stream().map(this::same).toList());
    }

    private void reach(int node, BitSet met) {
        if (!met.get(node)) {
            met.set(node);
            reads(node).forEach(read -> reach(read, met));
        }
    }

    /** All that a node reads, by either way. */
    private List<Integer> reads(int node) {
        Stream<Integer> more = routes.containsKey(node) ? routes.get(node).nodes().stream() : Stream.empty();
        return Stream.concat(inputs(node).stream(), more).distinct().toList();
    }

    /** Puts a node behind all that it reads; a program is some thousand nodes deep at the most, so the way is kept by hand. */
    private void order(int node) {
        List<Integer> way = new ArrayList<>(List.of(node));
        while (!way.isEmpty()) {
            int last = way.get(way.size() - 1);
            Optional<Integer> first = reads(last).stream()
                    .filter(read -> !ancestors.containsKey(read))
                    .findFirst();
            if (ancestors.containsKey(last) || first.isEmpty()) {
                way.remove(way.size() - 1);
                place(last);
            } else {
                way.add(first.get());
            }
        }
    }

    private void place(int node) {
        if (ancestors.containsKey(node)) {
            return;
        }
        BitSet before = new BitSet();
        for (int read : reads(node)) {
            before.or(ancestors.get(read));
            before.set(position[read]);
        }
        ancestors.put(node, before);
        position[node] = order.size();
        order.add(node);
        Node computed = program.node(node);
        if (!computed.isLeaf()) {
            nests.put(node, computed.op().nests(program.operandShapes(computed)));
        }
    }

    private List<Interval> points(int node) {
        List<Interval> points = new ArrayList<>();
        for (int element = 0; element < program.node(node).shape().size(); element++) {
            points.add(Interval.point(trace.get(node, element)));
        }
        return List.copyOf(points);
    }

    /** Where each number of a question's answer lives. */
    List<Place> places(int question) {
        return places.get(question);
    }

    /** The nodes that matter, each behind all that it reads. */
    List<Integer> order() {
        return order;
    }

    int position(int node) {
        return position[node];
    }

    /** The positions in {@link #order} of all that a node depends on. */
    BitSet ancestors(int node) {
        return ancestors.get(node);
    }

    List<Integer> inputs(int node) {
        return program.node(node).inputs().stream().map(input -> same[input]).toList();
    }

    Optional<Route> route(int node) {
        return Optional.ofNullable(routes.get(node));
    }

    List<Interval> exact(int node) {
        return exact.get(node);
    }

    double exact(Item item) {
        return trace.get(item.node(), item.element());
    }

    /** A node's numbers, computed anew from its operands'. */
    List<Interval> compute(int node, List<List<Interval>> operands) {
        return compute(node, operands, interpreter);
    }

    /** The same in other arithmetic. */
    List<Interval> compute(int node, List<List<Interval>> operands, NestInterpreter<Interval> by) {
        return by.run(nests.get(node), operands);
    }

    /** How many steps of loops a node takes. */
    long steps(int node) {
        return nests.containsKey(node)
                ? nests.get(node).list().stream().mapToLong(Nest::points).sum()
                : 0;
    }

    Program program() {
        return program;
    }

    Trace trace() {
        return trace;
    }
}
