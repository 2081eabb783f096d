package chainstep.op;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Node;
import chainstep.graph.Op;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.graph.Supply;
import chainstep.math.Arithmetic;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.List;

/** A program whose leaves are filled anew for each run. */
final class Bench {
    private final double[][] filled;
    private final Evaluator evaluator;
    private final Trace trace;
    private final int last;

    /** One operation. */
    static Bench of(Op op, List<Shape> shapes) {
        ProgramBuilder program = new ProgramBuilder();
        List<Integer> leaves = leaves(program, shapes);
        program.add(op, leaves, Role.VALUE);
        return new Bench(program, leaves);
    }

    /** Leaves of these shapes, to be filled for each run. */
    static List<Integer> leaves(ProgramBuilder program, List<Shape> shapes) {
        return shapes.stream()
                .map(shape -> program.leaf(Leaf.Kind.INPUT, Fixed.of(Tensor.full(shape, 0))))
                .toList();
    }

    Bench(ProgramBuilder program, List<Integer> leaves) {
        this.filled = new double[leaves.size()][];
        this.evaluator = new Evaluator(refilled(program, leaves));
        this.trace = evaluator.newTrace();
        this.last = program.size() - 1;
    }

    private Program refilled(ProgramBuilder program, List<Integer> leaves) {
        ProgramBuilder copy = new ProgramBuilder();
        for (int id = 0; id < program.size(); id++) {
            Node node = program.node(id);
            int leaf = leaves.indexOf(id);
            Op op = leaf < 0 ? node.op() : new Leaf(Leaf.Kind.INPUT, new Refilled(node.shape(), filled, leaf));
            copy.add(op, node.inputs(), node.role());
        }
        return copy.build();
    }

    double[] run(List<double[]> values) {
        return run(values, last);
    }

    double[] run(List<double[]> values, int node) {
        values.toArray(filled);
        evaluator.run(evaluator.start(), trace);
        return trace.value(node).toArray();
    }

    /** An operation's result, at speed. */
    static double[] evaluate(Op op, List<Shape> shapes, List<double[]> values) {
        return Bench.of(op, shapes).run(values);
    }

    /** An operation's result in any arithmetic, from its nests. */
    static <T> List<T> interpret(Op op, List<Shape> shapes, List<double[]> values, Arithmetic<T> arithmetic) {
        List<List<T>> inputs = values.stream()
                .map(numbers -> Arrays.stream(numbers).mapToObj(arithmetic::of).toList())
                .toList();
        return new NestInterpreter<>(arithmetic).run(op.nests(shapes), inputs);
    }

    private record Refilled(Shape shape, double[][] filled, int leaf) implements Supply {
        @Override
        public void fill(long iteration, double[] into) {
            System.arraycopy(filled[leaf], 0, into, 0, into.length);
        }

        @Override
        public boolean varies() {
            return true;
        }
    }
}
