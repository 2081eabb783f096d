package chainstep.run;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.FloatingPoint;
import chainstep.math.Fn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Float64 that remembers which way every comparison went: two runs of a node that went the same ways are on one smooth piece of it.
 *
 * <p>The ways are kept as a 64-bit hash. Mutable; one thread.
 */
final class Branches implements FloatingPoint<Double> {
    private static final Set<Fn> BENT = EnumSet.of(Fn.ABS, Fn.SIGN, Fn.STEP);
    private long ways;

    /** Whether a node can go different ways at all. */
    static boolean branches(Program program, Node node) {
        return !node.isLeaf()
                && node.op().nests(program.operandShapes(node)).list().stream().anyMatch(Branches::branches);
    }

    private static boolean branches(Nest nest) {
        return nest.fold() == Nest.Fold.MAX || branches(nest.body());
    }

    private static boolean branches(Formula formula) {
        if (formula instanceof Formula.Compare || formula instanceof Formula.Apply f && BENT.contains(f.function())) {
            return true;
        }
        boolean[] found = new boolean[1];
        formula.mapParts(part -> {
            found[0] |= branches(part);
            return part;
        });
        return found[0];
    }

    /** The ways a node goes in a trace. */
    static long of(Trace trace, Node node) {
        Branches branches = new Branches();
        Nests nests = node.op().nests(trace.program().operandShapes(node));
        List<List<Double>> inputs = node.inputs().stream()
                .map(id -> Arrays.stream(trace.slots[id]).boxed().toList())
                .toList();
        new NestInterpreter<>(branches).run(nests, inputs);
        return branches.ways;
    }

    private Double went(Double way) {
        ways = (ways + 1 + Math.round(way)) * 0x9E3779B97F4A7C15L ^ ways >>> 29;
        return way;
    }

    @Override
    public Double of(double value) {
        return value;
    }

    @Override
    public Double apply(Fn function, Double x) {
        if (BENT.contains(function)) {
            went(Math.signum(x));
        }
        return FloatingPoint.super.apply(function, x);
    }

    @Override
    public Double greater(Double a, Double b) {
        return went(FloatingPoint.super.greater(a, b));
    }

    @Override
    public Double greaterOrEqual(Double a, Double b) {
        return went(FloatingPoint.super.greaterOrEqual(a, b));
    }

    @Override
    public Double equal(Double a, Double b) {
        return went(FloatingPoint.super.equal(a, b));
    }
}
