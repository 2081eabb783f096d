package chainstep.homework.mark;

import chainstep.graph.Leaf;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.Digits;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a formula of numbers only comes to, its numbers taken as written: in intervals, so that no digits are made up on the way. */
final class Reckoned {
    /** Up to this a value is certain: its width, relatively and by itself. */
    private static final double NARROW = 1e-12;

    private static final double TINY = 1e-15;

    private Reckoned() {}

    /** The values of a node that depends on literals, row-major. */
    static List<Interval> values(Program program, int node) {
        BitSet needed = new BitSet();
        needed.set(node);
        for (int id = node; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
        NestInterpreter<Interval> interpreter = new NestInterpreter<>(new IntervalArithmetic());
        Map<Integer, List<Interval>> values = new HashMap<>();
        needed.stream().forEach(id -> values.put(id, value(program, program.node(id), values, interpreter)));
        return values.get(node);
    }

    private static List<Interval> value(
            Program program, Node node, Map<Integer, List<Interval>> values, NestInterpreter<Interval> interpreter) {
        if (node.op() instanceof Leaf leaf) {
            List<Interval> written = new ArrayList<>();
            for (int element = 0; element < leaf.supply().shape().size(); element++) {
                written.add(Interval.of(leaf.supply().exact(element, 0)));
            }
            return written;
        }
        List<List<Interval>> operands = node.inputs().stream().map(values::get).toList();
        return interpreter.run(node.op().nests(program.operandShapes(node)), operands);
    }

    /**
     * A value as if it had been written as one number; empty where too little of it is certain.
     *
     * @param significant its digits; a fraction, which is exact, where empty
     */
    static Optional<Digits> digits(Interval value, OptionalInt significant) {
        double middle = value.middle();
        boolean certain = Judged.isBounded(value) && value.width() <= TINY + NARROW * Math.abs(middle);
        if (!certain) {
            return Optional.empty();
        }
        Digits exact = Digits.parse(middle + "/1");
        return Optional.of(significant.isPresent() ? exact.to(significant.getAsInt()) : exact);
    }
}
