package chainstep.homework.mark;

import chainstep.graph.NestInterpreter;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two nodes of a program at other numbers than the given ones, in intervals.
 *
 * <p>Mutable: it remembers the loops of the nodes on the way. One thread.
 */
final class Trial {
    private final Program program;
    private final Trace trace;
    private final BitSet needed = new BitSet();
    private final Map<Integer, Nests> nests = new HashMap<>();
    private final NestInterpreter<Interval> interpreter = new NestInterpreter<>(new IntervalArithmetic());

    Trial(Trace trace, int first, int second) {
        this.program = trace.program();
        this.trace = trace;
        needed.set(first);
        needed.set(second);
        for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
    }

    /**
     * The values with some numbers set.
     *
     * @param held the nodes that keep their given values otherwise, whatever they are computed from
     */
    Map<Integer, List<Interval>> at(Map<Place, Interval> set, BitSet held) {
        Map<Integer, List<Interval>> values = new HashMap<>();
        Map<Integer, Map<Integer, Interval>> byNode = new HashMap<>();
        set.forEach((place, value) ->
                byNode.computeIfAbsent(place.node(), node -> new HashMap<>()).put(place.element(), value));
        for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
            Node node = program.node(id);
            boolean moves = !held.get(id) && node.inputs().stream().anyMatch(values::containsKey);
            if (moves || byNode.containsKey(id)) {
                List<Interval> numbers = new ArrayList<>(moves ? compute(node, values) : given(id));
                byNode.getOrDefault(id, Map.of()).forEach(numbers::set);
                values.put(id, numbers);
            }
        }
        return values;
    }

    private List<Interval> compute(Node node, Map<Integer, List<Interval>> values) {
        List<List<Interval>> operands = new ArrayList<>();
        for (int input : node.inputs()) {
            operands.add(values.containsKey(input) ? values.get(input) : given(input));
        }
        Nests loops = nests.computeIfAbsent(node.id(), id -> node.op().nests(program.operandShapes(node)));
        return interpreter.run(loops, operands);
    }

    /** A node's given values. */
    List<Interval> given(int id) {
        List<Interval> given = new ArrayList<>();
        for (int element = 0; element < program.node(id).shape().size(); element++) {
            given.add(Interval.point(trace.get(id, element)));
        }
        return given;
    }

    BitSet needed() {
        return needed;
    }
}
