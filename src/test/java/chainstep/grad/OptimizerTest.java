package chainstep.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Origin;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each optimiser against its formula in PyTorch's documentation, written out here without any program. */
class OptimizerTest {
    private static final int UPDATES = 20;
    private static final Schedule RATE = new Schedule.Constant(Rational.of(1, 20));
    private static final double LR = 0.05;

    /** One update of the parameter number i, given its gradient; t counts from 1. */
    private interface Rule {
        double next(int i, double w, double g, int t);
    }

    private final double[] m = new double[6];
    private final double[] v = new double[6];

    private void follows(Optimizer optimizer, Rule rule) {
        LeastSquares fit = new LeastSquares();
        Program program = fit.minimised(Settings.of(optimizer));
        follows(LeastSquares.course(program, fit.w, fit.b, UPDATES), rule);
    }

    private static void follows(List<double[]> course, Rule rule) {
        double[] p = LeastSquares.START.clone();
        assertThat(course).hasSize(UPDATES + 1);
        for (int t = 0; t <= UPDATES; t++) {
            assertThat(course.get(t)).as("after %d updates", t).containsExactly(p, within(1e-12));
            double[] g = LeastSquares.gradient(p);
            for (int i = 0; i < p.length; i++) {
                p[i] = rule.next(i, p[i], g[i], t + 1);
            }
        }
    }

    private static Optimizer standard(OptimizerKind kind) {
        return kind.make(RATE, Map.of());
    }

    @Test
    void sgd_goes_down_the_gradient() {
        follows(standard(OptimizerKind.SGD), (i, w, g, t) -> w - LR * g);
    }

    @Test
    void a_negative_rate_ascends() {
        Schedule up = new Schedule.Constant(Rational.of(-1, 20));
        follows(OptimizerKind.SGD.make(up, Map.of()), (i, w, g, t) -> w + LR * g);
    }

    @Test
    void momentum_keeps_nine_tenths_of_its_velocity() {
        follows(standard(OptimizerKind.MOMENTUM), (i, w, g, t) -> {
            v[i] = 0.9 * v[i] + g;
            return w - LR * v[i];
        });
    }

    @Test
    void nesterov_looks_one_step_ahead() {
        follows(standard(OptimizerKind.NESTEROV), (i, w, g, t) -> {
            v[i] = 0.9 * v[i] + g;
            return w - LR * (g + 0.9 * v[i]);
        });
    }

    @Test
    void rmsprop_divides_by_the_root_of_the_mean_square() {
        follows(standard(OptimizerKind.RMSPROP), (i, w, g, t) -> {
            v[i] = 0.99 * v[i] + 0.01 * g * g;
            return w - LR * g / (Math.sqrt(v[i]) + 1e-8);
        });
    }

    private double adam(int i, double w, double g, int t) {
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double corrected = m[i] / (1 - Math.pow(0.9, t));
        double spread = v[i] / (1 - Math.pow(0.999, t));
        return w - LR * corrected / (Math.sqrt(spread) + 1e-8);
    }

    @Test
    void adam_corrects_the_bias_of_both_moments() {
        follows(standard(OptimizerKind.ADAM), this::adam);
    }

    @Test
    void adamw_shrinks_the_weights_outside_the_loss() {
        follows(standard(OptimizerKind.ADAMW), (i, w, g, t) -> adam(i, w * (1 - LR * 0.01), g, t));
    }

    @Test
    void given_numbers_replace_the_standard_ones() {
        Map<String, Rational> given = Map.of("beta1", Rational.of(1, 2), "eps", Rational.of(1, 10));
        assertThat(OptimizerKind.ADAM.make(RATE, given))
                .isEqualTo(new Optimizer.Adam(RATE, Rational.of(1, 2), Rational.of(999, 1000), Rational.of(1, 10)));
    }

    @Test
    void there_are_six_optimisers_and_each_is_found_by_its_word() {
        assertThat(OptimizerKind.values()).hasSize(6);
        assertThat(Arrays.stream(OptimizerKind.values()))
                .allSatisfy(kind -> assertThat(OptimizerKind.named(kind.word())).hasValue(kind));
        assertThat(OptimizerKind.named("adagrad")).isEmpty();
    }

    @Test
    void penalties_are_part_of_the_loss() {
        LeastSquares fit = new LeastSquares();
        Settings settings = new Settings(
                Settings.of(standard(OptimizerKind.SGD)).optimizer(),
                Rational.of(1, 10),
                Rational.of(1, 4),
                Settings.NONE.clip());
        Program program = fit.minimised(settings);
        follows(
                LeastSquares.course(program, fit.w, fit.b, UPDATES),
                (i, w, g, t) -> w - LR * (g + 0.1 * Math.signum(w) + 0.5 * w));
        assertThat(program.loss().getAsInt()).isGreaterThan(fit.loss);
    }

    @Test
    void clipping_shortens_all_gradients_by_their_common_norm() {
        LeastSquares fit = new LeastSquares();
        Settings settings = new Settings(
                Settings.of(standard(OptimizerKind.SGD)).optimizer(),
                Rational.ZERO,
                Rational.ZERO,
                Optional.of(Rational.of(3, 2)));
        List<double[]> course = LeastSquares.course(fit.minimised(settings), fit.w, fit.b, UPDATES);
        int clipped = 0;
        double[] p = LeastSquares.START.clone();
        for (double[] reached : course) {
            assertThat(reached).containsExactly(p, within(1e-12));
            double[] g = LeastSquares.gradient(p);
            double norm = Math.sqrt(Arrays.stream(g).map(each -> each * each).sum());
            clipped += norm > 1.5 ? 1 : 0;
            double scale = Math.min(1, 1.5 / norm);
            Arrays.setAll(p, i -> p[i] - LR * scale * g[i]);
        }
        assertThat(clipped).isBetween(1, UPDATES - 1);
    }

    @Test
    void a_zero_gradient_is_not_clipped() {
        ProgramBuilder builder = new ProgramBuilder();
        int w = builder.leaf(Leaf.Kind.PARAM, Fixed.scalar(Rational.ZERO));
        int loss = builder.apply(new Power(Rational.of(2)), w);
        Settings settings = new Settings(
                Settings.of(standard(OptimizerKind.SGD)).optimizer(),
                Rational.ZERO,
                Rational.ZERO,
                Optional.of(Rational.ONE));
        Minimise.append(builder, Origin.NONE, loss, List.of(), List.of(w), settings);
        Evaluator evaluator = new Evaluator(builder.build());
        Trace trace = evaluator.run(evaluator.start());
        evaluator.advance(trace);
        assertThat(trace.value(w).item()).isZero();
    }

    @Test
    void adams_published_steps_on_a_parabola_are_reached() {
        ProgramBuilder builder = new ProgramBuilder();
        int w = builder.leaf(Leaf.Kind.PARAM, Fixed.scalar(Rational.ZERO));
        int three = builder.literal(Rational.of(3));
        int loss = builder.apply(new Power(Rational.of(2)), builder.apply(new Subtract(), w, three));
        Schedule rate = new Schedule.Constant(Rational.of(1, 10));
        Settings settings = Settings.of(OptimizerKind.ADAM.make(rate, Map.of()));
        Minimise.append(builder, Origin.NONE, loss, List.of(), List.of(w), settings);
        Program program = builder.build();
        int first = Updates.memory(program, w, "m").orElseThrow();
        int second = Updates.memory(program, w, "v").orElseThrow();
        int count = Updates.memory(program, Updates.SHARED, "t").orElseThrow();
        double[][] golden = {
            {1, 0.09999999983333344, -0.6000000000000001, 0.036000000000000004, 8.410000000966667},
            {2, 0.19989729258521116, -1.1200000000333334, 0.06960400000386667, 7.84057517207163},
            {3, 0.2996184765492529, -1.568020541512958, 0.10089669669214932, 7.292060372194177},
            {10, 0.9858115903830469, -3.2155646906577293, 0.2625643245500777, 4.056954949435271}
        };
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.start());
        for (double[] row : golden) {
            while (trace.iteration() < row[0]) {
                evaluator.advance(trace);
            }
            assertThat(new double[] {
                        trace.value(count).item(),
                        trace.value(w).item(),
                        trace.value(first).item(),
                        trace.value(second).item(),
                        trace.value(loss).item()
                    })
                    .containsExactly(row, within(1e-14));
        }
    }

    /** CS231n, assignment 2: v ← 0.9·v − η·dw, w ← w + v. Our v is theirs divided by −η. */
    @Test
    void momentum_agrees_with_cs231ns_check() {
        ProgramBuilder builder = new ProgramBuilder();
        int w = builder.leaf(Leaf.Kind.PARAM, Fixed.of(linspace(-0.4, 0.6)));
        int loss = builder.apply(
                Sum.ALL,
                builder.apply(new Multiply(), w, builder.leaf(Leaf.Kind.CONST, Fixed.of(linspace(-0.6, 0.4)))));
        Schedule rate = new Schedule.Constant(Rational.of(1, 1000));
        Settings settings = Settings.of(OptimizerKind.MOMENTUM.make(rate, Map.of()));
        Minimise.append(builder, Origin.NONE, loss, List.of(), List.of(w), settings);
        Program program = builder.build();
        int memory = Updates.memory(program, w, "v").orElseThrow();
        Evaluator evaluator = new Evaluator(program);
        Trace trace = evaluator.run(evaluator.with(evaluator.start(), memory, linspace(-600, -900)));
        Tensor next = trace.value(program.next(w).orElseThrow());
        Tensor velocity = trace.value(program.next(memory).orElseThrow());
        assertThat(next.get(0)).isEqualTo(0.1406, within(1e-12));
        assertThat(next.get(1)).isEqualTo(0.20738947, within(5e-9));
        assertThat(next.get(19)).isEqualTo(1.4096, within(1e-12));
        assertThat(velocity.get(0) * -1e-3).isEqualTo(0.5406, within(1e-12));
        assertThat(velocity.get(1) * -1e-3).isEqualTo(0.55475789, within(5e-9));
        assertThat(velocity.get(19) * -1e-3).isEqualTo(0.8096, within(1e-12));
    }

    private static Tensor linspace(double from, double to) {
        double[] values = new double[20];
        Arrays.setAll(values, i -> from + (to - from) * i / 19);
        return Tensor.of(Shape.of(4, 5), values);
    }

    @Test
    void the_parts_of_adam_come_in_the_order_of_the_textbook() {
        LeastSquares fit = new LeastSquares();
        Program program = fit.minimised(Settings.of(standard(OptimizerKind.ADAM)));
        List<String> parts = program.nodes().stream()
                .filter(node -> node.phase() == Phase.UPDATE && !node.isLeaf())
                .filter(node -> node.role() instanceof Role.Update update && update.param() == fit.w)
                .map(node -> ((Role.Update) node.role()).part())
                .filter(part -> part.indexOf('.') < 0)
                .toList();
        assertThat(parts).containsExactly("m", "v", "m_hat", "v_hat", "direction", "step", "new");
        assertThat(program.next(fit.w)).isEqualTo(Updates.part(program, fit.w, "new"));
    }

    @Test
    void sgd_is_two_nodes_a_parameter() {
        LeastSquares fit = new LeastSquares();
        Program program = fit.minimised(Settings.of(standard(OptimizerKind.SGD)));
        List<String> computed = program.nodes().stream()
                .filter(node -> node.phase() == Phase.UPDATE && !node.isLeaf())
                .map(node -> ((Role.Update) node.role()).part())
                .toList();
        assertThat(computed).containsExactly("step", "new", "step", "new");
    }
}
