package chainstep.grad;

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
import chainstep.op.Power;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;

/** E = Σ (W·x + b − y)², as a program and by hand: what optimisers are tested on. Parameters flat: W row by row, then b. */
final class LeastSquares {
    static final double[] START = {0.5, -0.25, 0.75, 1.5, 0.1, -0.2};
    private static final double[] X = {0.6, -1.1};
    private static final double[] Y = {1, -2};

    final ProgramBuilder builder = new ProgramBuilder();
    final int w = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.of(Shape.of(2, 2), 0.5, -0.25, 0.75, 1.5)));
    final int b = builder.leaf(Leaf.Kind.PARAM, Fixed.of(Tensor.vector(0.1, -0.2)));
    final int x = builder.leaf(Leaf.Kind.INPUT, Fixed.of(Tensor.vector(X)));
    final int y = builder.leaf(Leaf.Kind.TARGET, Fixed.of(Tensor.vector(Y)));
    final int z = builder.apply(new Add(), builder.apply(MatMul.PLAIN, w, x), b);
    final int loss =
            builder.apply(Sum.ALL, builder.apply(new Power(Rational.of(2)), builder.apply(new Subtract(), z, y)));

    /** The gradient by hand: 2·r·xᵀ and 2·r, where r = W·x + b − y. */
    static double[] gradient(double[] p) {
        double[] g = new double[6];
        for (int i = 0; i < 2; i++) {
            double r = p[2 * i] * X[0] + p[2 * i + 1] * X[1] + p[4 + i] - Y[i];
            g[2 * i] = 2 * r * X[0];
            g[2 * i + 1] = 2 * r * X[1];
            g[4 + i] = 2 * r;
        }
        return g;
    }

    /** The program that trains W and b. */
    Program minimised(Settings settings) {
        Minimise.append(builder, Origin.NONE, loss, List.of(), List.of(w, b), settings);
        return builder.build();
    }

    /** The parameters before the first and after each of {@code updates} updates. */
    static List<double[]> course(Program program, int w, int b, int updates) {
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        List<double[]> course = new ArrayList<>();
        for (int k = 0; k <= updates; k++) {
            double[] p = new double[6];
            trace.value(w).copyInto(p, 0);
            trace.value(b).copyInto(p, 4);
            course.add(p);
            evaluator.advance(trace);
        }
        return course;
    }
}
