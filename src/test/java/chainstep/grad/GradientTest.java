package chainstep.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientTest {
    private final ProgramBuilder program = new ProgramBuilder();

    private int leaf(Leaf.Kind kind, Tensor value) {
        return program.leaf(kind, Fixed.of(value));
    }

    @Test
    void mazurs_network_has_the_published_gradients() {
        int x = leaf(Leaf.Kind.INPUT, Tensor.vector(0.05, 0.10));
        int t = leaf(Leaf.Kind.TARGET, Tensor.vector(0.01, 0.99));
        int w1 = leaf(Leaf.Kind.PARAM, Tensor.of(Shape.of(2, 2), 0.15, 0.20, 0.25, 0.30));
        int b1 = leaf(Leaf.Kind.CONST, Tensor.vector(0.35, 0.35));
        int w2 = leaf(Leaf.Kind.PARAM, Tensor.of(Shape.of(2, 2), 0.40, 0.45, 0.50, 0.55));
        int b2 = leaf(Leaf.Kind.CONST, Tensor.vector(0.60, 0.60));
        int h = program.apply(new Sigmoid(), program.apply(new Add(), program.apply(MatMul.PLAIN, w1, x), b1));
        int o = program.apply(new Sigmoid(), program.apply(new Add(), program.apply(MatMul.PLAIN, w2, h), b2));
        int error = program.apply(new Power(Rational.of(2)), program.apply(new Subtract(), t, o));
        int e = program.apply(new Multiply(), program.literal(Rational.of(1, 2)), program.apply(Sum.ALL, error));
        Gradient.append(program, e, List.of(w1, w2));
        Evaluator evaluator = new Evaluator(program.build());
        Trace trace = evaluator.run(evaluator.start());
        assertThat(trace.value(e).item()).isEqualTo(0.2983711087600027, within(1e-15));
        int byW2 = program.gradient(e, w2).orElseThrow();
        int byW1 = program.gradient(e, w1).orElseThrow();
        int byH = program.gradient(e, h).orElseThrow();
        assertThat(trace.get(byW2, 0)).isEqualTo(0.08216704056423078, within(1e-16));
        assertThat(trace.get(byW1, 0)).isEqualTo(0.00043856773447434685, within(1e-18));
        assertThat(trace.get(byH, 0)).isEqualTo(0.03635030639314468, within(1e-16));
    }
}
