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
    /** Numbers nearer than this, relative to themselves or to 1, are equal but for rounding. */
    private static final double ALMOST = 1e-14;

    private long ways;
    private boolean close;

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
        branches.run(trace.program(), node, inputs(trace, node));
        return branches.ways;
    }

    /** Whether a node compares numbers in a trace that are equal but for rounding: whether it may stand where it bends. */
    static boolean isClose(Trace trace, Node node) {
        Branches branches = new Branches();
        branches.run(trace.program(), node, inputs(trace, node));
        return branches.close;
    }

    /** What a node makes of any inputs. */
    static double[] value(Program program, Node node, List<double[]> inputs) {
        return new Branches().run(program, node, inputs);
    }

    private static List<double[]> inputs(Trace trace, Node node) {
        return node.inputs().stream().map(id -> trace.slots[id]).toList();
    }

    private double[] run(Program program, Node node, List<double[]> inputs) {
        Nests nests = node.op().nests(program.operandShapes(node));
        List<List<Double>> boxed = inputs.stream()
                .map(input -> Arrays.stream(input).boxed().toList())
                .toList();
        return new NestInterpreter<>(this)
                .run(nests, boxed).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void met(double a, double b) {
        close |= Math.abs(a - b) <= ALMOST * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
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
            met(x, 0);
            went(Math.signum(x));
        }
        return FloatingPoint.super.apply(function, x);
    }

    @Override
    public Double greater(Double a, Double b) {
        met(a, b);
        return went(FloatingPoint.super.greater(a, b));
    }

    @Override
    public Double greaterOrEqual(Double a, Double b) {
        met(a, b);
        return went(FloatingPoint.super.greaterOrEqual(a, b));
    }

    @Override
    public Double equal(Double a, Double b) {
        met(a, b);
        return went(FloatingPoint.super.equal(a, b));
    }
}
