package chainstep.compile;

import chainstep.graph.Formula;
import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spares a flow the copies that only put axes in another order: what would be copied is written in that order at once, or, by sums, read
 * in it. Mutable, used once.
 */
final class Transposes {
    private final Flow flow;
    private final List<Flow.Loop> loops;

    private Transposes(Flow flow) {
        this.flow = flow;
        this.loops = new ArrayList<>(flow.loops());
    }

    /** The flow without them. */
    static Flow spared(Flow flow) {
        Transposes transposes = new Transposes(flow);
        flow.loops().forEach(loop -> order(loop).ifPresent(order -> transposes.spare(loop, order)));
        return new Flow(flow.arrays(), transposes.loops, flow.carries(), flow.outputs(), flow.kept());
    }

    /** Where each axis of what is copied comes to lie; empty where a nest is no such copy. */
    private static Optional<int[]> order(Flow.Loop loop) {
        Nest nest = loop.nest();
        if (!loop.assigns()
                || !nest.body().equals(Formula.input(0))
                || !nest.target().isIdentity()
                || nest.reads().get(0).map().rank() != nest.domain().size()) {
            return Optional.empty();
        }
        IndexMap map = nest.reads().get(0).map();
        int[] order = new int[map.rank()];
        for (int axis = 0; axis < order.length; axis++) {
            while (order[axis] < order.length - 1 && map.coefficient(axis, order[axis]) == 0) {
                order[axis]++;
            }
        }
        return map.equals(IndexMap.pick(order.length, order)) ? Optional.of(order) : Optional.empty();
    }

    private void spare(Flow.Loop copy, int[] order) {
        int from = copy.nest().reads().get(0).array();
        int to = copy.nest().out();
        List<Flow.Loop> makers =
                loops.stream().filter(loop -> loop.nest().out() == from).toList();
        if (makers.size() == 1 && makers.get(0).nest().winner() < 0 && isInner(from) && readers(from) == 1) {
            Flow.Loop maker = makers.get(0);
            loops.set(loops.indexOf(maker), turned(maker, to, order));
            loops.remove(copy);
        } else if (isInner(to) && loops.stream().filter(loop -> reads(loop, to)).noneMatch(Flow.Loop::assigns)) {
            loops.replaceAll(loop -> reads(loop, to) ? reading(loop, to, from, order) : loop);
            loops.remove(copy);
        }
    }

    /** Whether only nests read an array. */
    private boolean isInner(int array) {
        return flow.arrays().get(array).kind() == Flow.Kind.MADE
                && !flow.outputs().contains(array)
                && !flow.kept().contains(array)
                && flow.carries().stream().noneMatch(carry -> carry.next() == array);
    }

    private long readers(int array) {
        return loops.stream().filter(loop -> reads(loop, array)).count();
    }

    private static boolean reads(Flow.Loop loop, int array) {
        return loop.nest().reads().stream().anyMatch(read -> read.array() == array);
    }

    private static Flow.Loop turned(Flow.Loop maker, int to, int[] order) {
        Nest nest = maker.nest();
        int[] back = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            back[order[axis]] = axis;
        }
        return with(maker, to, picked(nest.target(), back), nest.reads());
    }

    private static Flow.Loop reading(Flow.Loop loop, int array, int instead, int[] order) {
        List<Nest.Read> reads = loop.nest().reads().stream()
                .map(read -> read.array() == array ? new Nest.Read(instead, picked(read.map(), order)) : read)
                .toList();
        return with(loop, loop.nest().out(), loop.nest().target(), reads);
    }

    private static Flow.Loop with(Flow.Loop loop, int out, IndexMap target, List<Nest.Read> reads) {
        Nest nest = loop.nest();
        Nest turned = new Nest(nest.domain(), out, target, reads, nest.body(), nest.fold(), nest.winner());
        return new Flow.Loop(turned, loop.assigns(), loop.divisor());
    }

    /** The map whose every axis is the one of another that {@code axes} names. */
    private static IndexMap picked(IndexMap map, int[] axes) {
        IndexMap picked = IndexMap.scalar(map.domainRank());
        for (int axis : axes) {
            int[] terms = new int[2 * map.domainRank()];
            for (int loop = 0; loop < map.domainRank(); loop++) {
                terms[2 * loop] = loop;
                terms[2 * loop + 1] = map.coefficient(axis, loop);
            }
            picked = picked.then(map.offset(axis), terms);
        }
        return picked;
    }
}
