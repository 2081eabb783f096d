package chainstep.run;

import chainstep.grad.Gradient;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.Origin;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
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
import java.util.List;
import java.util.Random;

/** Networks built by hand, node by node, each statement on a source line of its own. */
public final class Networks {
    private final ProgramBuilder program = new ProgramBuilder();

    private Networks() {}

    private int leaf(int line, Leaf.Kind kind, String name, Tensor value) {
        program.at(line(line));
        return named(program.leaf(kind, Fixed.of(value)), name);
    }

    private int apply(Op op, Integer... inputs) {
        return program.apply(op, inputs);
    }

    private int named(int id, String name) {
        program.name(id, name);
        return id;
    }

    private static Origin line(int line) {
        return new Origin(line, 1, line, 80);
    }

    /** Mazur's network with a step of gradient descent, η = 0.5; the biases stay. */
    public static Program mazur() {
        return mazur(0.5);
    }

    /** Mazur's network with a learning rate of one's own. */
    public static Program mazur(double rate) {
        Networks made = new Networks();
        int x = made.leaf(1, Leaf.Kind.INPUT, "x", Tensor.vector(0.05, 0.10));
        int t = made.leaf(2, Leaf.Kind.TARGET, "t", Tensor.vector(0.01, 0.99));
        int w1 = made.leaf(3, Leaf.Kind.PARAM, "W1", Tensor.of(Shape.of(2, 2), 0.15, 0.20, 0.25, 0.30));
        int b1 = made.leaf(4, Leaf.Kind.CONST, "b1", Tensor.vector(0.35, 0.35));
        int w2 = made.leaf(5, Leaf.Kind.PARAM, "W2", Tensor.of(Shape.of(2, 2), 0.40, 0.45, 0.50, 0.55));
        int b2 = made.leaf(6, Leaf.Kind.CONST, "b2", Tensor.vector(0.60, 0.60));
        int h = made.layer(7, x, w1, b1, "h");
        int o = made.layer(8, h, w2, b2, "o");
        made.loss(9, t, o);
        return made.minimised(10, rate, w1, w2);
    }

    /** 2-8-8-1 with sigmoids, on one vector of two inputs, from a seed. */
    public static Program twoEightEightOne() {
        Networks made = new Networks();
        Random random = new Random(1);
        int last = made.leaf(1, Leaf.Kind.INPUT, "x", Tensor.vector(0.3, -0.7));
        int t = made.leaf(2, Leaf.Kind.TARGET, "t", Tensor.vector(0.8));
        int[] sizes = {2, 8, 8, 1};
        Integer[] parameters = new Integer[6];
        for (int layer = 1; layer < sizes.length; layer++) {
            int line = 3 * layer;
            int from = sizes[layer - 1];
            int to = sizes[layer];
            double[] weights = random.doubles((long) to * from, -1, 1).toArray();
            int w = made.leaf(line, Leaf.Kind.PARAM, "W" + layer, Tensor.of(Shape.of(to, from), weights));
            int b = made.leaf(line + 1, Leaf.Kind.PARAM, "b" + layer, Tensor.full(Shape.of(to), 0));
            parameters[2 * layer - 2] = w;
            parameters[2 * layer - 1] = b;
            last = made.layer(line + 2, last, w, b, "h" + layer);
        }
        made.loss(12, t, last);
        return made.minimised(13, 0.1, parameters);
    }

    /** y = W·x and its loss, W of 512×1024: one line with many elements. */
    public static Program wide() {
        Networks made = new Networks();
        int x = made.leaf(1, Leaf.Kind.INPUT, "x", Tensor.full(Shape.of(1024), 1e-3));
        int w = made.leaf(2, Leaf.Kind.PARAM, "W", Tensor.full(Shape.of(512, 1024), 0.5));
        int t = made.leaf(3, Leaf.Kind.TARGET, "t", Tensor.full(Shape.of(512), 0));
        made.program.at(line(4));
        int y = made.named(made.apply(MatMul.PLAIN, w, x), "y");
        made.loss(5, t, y);
        return made.minimised(6, 0.1, w);
    }

    /** E = w⁴ by gradient descent, with a rate at which w soon overflows. */
    public static Program overflowing() {
        Networks made = new Networks();
        int w = made.leaf(1, Leaf.Kind.PARAM, "w", Tensor.vector(3, 0.1));
        made.program.at(line(2));
        int fourth = made.apply(new Power(Rational.of(4)), w);
        made.program.minimise(made.named(made.apply(Sum.ALL, fourth), "E"));
        return made.minimised(3, 0.1, w);
    }

    private int layer(int line, int x, int w, int b, String name) {
        program.at(line(line));
        int product = apply(MatMul.PLAIN, w, x);
        return named(apply(new Sigmoid(), apply(new Add(), product, b)), name);
    }

    private void loss(int line, int t, int o) {
        program.at(line(line));
        int half = program.literal(Rational.of(1, 2));
        int square = apply(new Power(Rational.of(2)), apply(new Subtract(), t, o));
        program.minimise(named(apply(new Multiply(), half, apply(Sum.ALL, square)), "E"));
    }

    private Program minimised(int line, double rate, Integer... parameters) {
        int loss = program.named("E").orElseThrow();
        program.phase(Phase.BACKWARD);
        Gradient.append(program, loss, List.of(parameters));
        program.phase(Phase.UPDATE).at(line(line));
        int eta = program.leaf(Leaf.Kind.LITERAL, Fixed.of(Tensor.scalar(rate)));
        for (int parameter : parameters) {
            int gradient = program.gradient(loss, parameter).orElseThrow();
            int step = program.add(new Multiply(), List.of(eta, gradient), new Role.Update(parameter, "step"));
            int next = program.add(new Subtract(), List.of(parameter, step), new Role.Update(parameter, "new"));
            program.carry(parameter, next);
        }
        return program.build();
    }
}
