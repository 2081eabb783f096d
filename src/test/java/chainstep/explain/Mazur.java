package chainstep.explain;

import chainstep.grad.Minimise;
import chainstep.grad.Optimizer;
import chainstep.grad.Schedule;
import chainstep.grad.Settings;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Origin;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Add;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Sigmoid;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;

/** Mazur's network, built by hand, with the lines of its file. */
final class Mazur {
    static final List<String> SOURCE = source();

    private final ProgramBuilder program = new ProgramBuilder();

    static Trace trace() {
        Evaluator evaluator = new Evaluator(new Mazur().program());
        return evaluator.run(evaluator.start());
    }

    private static List<String> source() {
        List<String> lines = new ArrayList<>(List.of("", "", "", "", "", "", "", "", ""));
        lines.add("z1 = W1 @ x + b1");
        lines.add("h = sigmoid(z1)");
        lines.add("z2 = W2 @ h + b2");
        lines.add("o = sigmoid(z2)");
        lines.add("E = 0.5 * sum((t - o)**2)");
        return List.copyOf(lines);
    }

    private int named(String name, int id) {
        program.name(id, name);
        return id;
    }

    private int leaf(String name, Leaf.Kind kind, Tensor value) {
        return named(name, program.leaf(kind, Fixed.of(value)));
    }

    private void line(int number) {
        program.at(new Origin(number, 1, number, 2));
    }

    Program program() {
        int x = leaf("x", Leaf.Kind.INPUT, Tensor.vector(0.05, 0.10));
        int t = leaf("t", Leaf.Kind.TARGET, Tensor.vector(0.01, 0.99));
        int w1 = leaf("W1", Leaf.Kind.PARAM, Tensor.of(Shape.of(2, 2), 0.15, 0.20, 0.25, 0.30));
        int b1 = leaf("b1", Leaf.Kind.CONST, Tensor.vector(0.35, 0.35));
        int w2 = leaf("W2", Leaf.Kind.PARAM, Tensor.of(Shape.of(2, 2), 0.40, 0.45, 0.50, 0.55));
        int b2 = leaf("b2", Leaf.Kind.CONST, Tensor.vector(0.60, 0.60));
        line(10);
        int z1 = named("z1", program.apply(new Add(), program.apply(MatMul.PLAIN, w1, x), b1));
        line(11);
        int h = named("h", program.apply(new Sigmoid(), z1));
        line(12);
        int z2 = named("z2", program.apply(new Add(), program.apply(MatMul.PLAIN, w2, h), b2));
        line(13);
        int o = named("o", program.apply(new Sigmoid(), z2));
        line(14);
        int error = program.apply(new Power(Rational.of(2)), program.apply(new Subtract(), t, o));
        int e = named(
                "E", program.apply(new Multiply(), program.literal(Rational.of(1, 2)), program.apply(Sum.ALL, error)));
        Minimise.append(
                program,
                new Origin(15, 1, 15, 2),
                e,
                List.of(),
                List.of(w1, w2),
                Settings.of(new Optimizer.Sgd(new Schedule.Constant(Rational.of(1, 2)))));
        return program.build();
    }
}
