package chainstep.homework;

import chainstep.graph.Leaf;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.Interval;
import chainstep.math.IntervalArithmetic;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the numbers of a value that are but what rounding leaves of a 0, such as −2.78e-17 of 0.3 − 0.2 − 0.1. */
final class Vanished {
    /** No larger number is looked at. */
    private static final double SMALL = 1e-12;

    /** So narrow must be what is known of a number that may be 0. */
    private static final double NARROW = 1e-11;

    /** Of a value computed from more numbers than this nothing is looked at. */
    private static final long MOST = 200_000;

    private Vanished() {}

    /** Whether some numbers may be such. */
    static boolean isDoubtful(Tensor value) {
        return Arrays.stream(value.toArray()).anyMatch(Vanished::isDoubtful);
    }

    private static boolean isDoubtful(double number) {
        return number != 0 && Math.abs(number) < SMALL;
    }

    /** The value with 0 where the exact number, worked in intervals from the numbers as written, may be 0. */
    static Tensor cleared(Program program, int node, Tensor value) {
        BitSet needed = needed(program, node);
        long size =
                needed.stream().mapToLong(id -> program.node(id).shape().size()).sum();
        if (size > MOST) {
            return value;
        }
        List<Interval> exact;
        try {
            exact = values(program, needed).get(node);
        } catch (ArithmeticException undefined) {
            return value;
        }
        Tensor cleared = value;
        for (int k = 0; k < value.size(); k++) {
            Interval one = exact.get(k);
            if (isDoubtful(value.get(k)) && one.contains(0) && one.width() <= NARROW) {
                cleared = cleared.with(k, 0);
            }
        }
        return cleared;
    }

    private static BitSet needed(Program program, int node) {
        BitSet needed = new BitSet();
        needed.set(node);
        for (int id = node; id >= 0; id = needed.previousSetBit(id - 1)) {
            program.node(id).inputs().forEach(needed::set);
        }
        return needed;
    }

    private static Map<Integer, List<Interval>> values(Program program, BitSet needed) {
        NestInterpreter<Interval> interpreter = new NestInterpreter<>(new IntervalArithmetic());
        Map<Integer, List<Interval>> values = new HashMap<>();
        needed.stream().forEach(id -> {
            Node node = program.node(id);
            List<List<Interval>> operands =
                    node.inputs().stream().map(values::get).toList();
            values.put(
                    id,
                    node.op() instanceof Leaf leaf
                            ? given(leaf)
                            : interpreter.run(node.op().nests(program.operandShapes(node)), operands));
        });
        return values;
    }

    private static List<Interval> given(Leaf leaf) {
        List<Interval> given = new ArrayList<>();
        for (int element = 0; element < leaf.supply().shape().size(); element++) {
            given.add(Interval.of(leaf.supply().exact(element, 0)));
        }
        return given;
    }
}
