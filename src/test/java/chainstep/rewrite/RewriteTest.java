package chainstep.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainstep.grad.Gradient;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Rational;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.op.Add;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Power;
import chainstep.op.Relu;
import chainstep.op.Sigmoid;
import chainstep.op.Subtract;
import chainstep.op.Sum;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewriteTest {
    private final ProgramBuilder builder = new ProgramBuilder();
    private final int x = leaf(Leaf.Kind.INPUT, Tensor.vector(0.05, 0.10));
    private final int t = leaf(Leaf.Kind.TARGET, Tensor.vector(0.01, 0.99));
    private final int w1 = leaf(Leaf.Kind.PARAM, Tensor.of(Shape.of(2, 2), 0.15, 0.20, 0.25, 0.30));
    private final int b1 = leaf(Leaf.Kind.CONST, Tensor.vector(0.35, 0.35));
    private final int w2 = leaf(Leaf.Kind.PARAM, Tensor.of(Shape.of(2, 2), 0.40, 0.45, 0.50, 0.55));
    private final int y1 = builder.apply(MatMul.PLAIN, w1, x);
    private final int z1 = builder.apply(new Add(), y1, b1);
    private final int h = builder.apply(new Sigmoid(), z1);
    private final int z2 = builder.apply(MatMul.PLAIN, w2, h);
    private final int skip = builder.apply(new Add(), z2, h);
    private final int o = builder.apply(new Sigmoid(), skip);
    private final int d = builder.apply(new Subtract(), t, o);
    private final int e = builder.apply(Sum.ALL, builder.apply(new Power(Rational.of(2)), d));
    private final Program program = differentiated();
    private final Trace right = run(program);

    private int leaf(Leaf.Kind kind, Tensor value) {
        return builder.leaf(kind, Fixed.of(value));
    }

    private Program differentiated() {
        Gradient.append(builder, e, List.of(w1, w2));
        return builder.build();
    }

    private static Trace run(Program program) {
        Evaluator evaluator = new Evaluator(program);
        return evaluator.run(evaluator.start());
    }

    private Trace edited(Edit edit) {
        return run(Rewrite.apply(program, edit));
    }

    private int gradient(int of) {
        return program.gradient(e, of).orElseThrow();
    }

    @Test
    void a_value_set_by_hand_changes_what_comes_later_and_nothing_before() {
        Trace trace = edited(new Edit.Override(h, Tensor.vector(0.5, -1)));
        assertThat(trace.value(z1)).isEqualTo(right.value(z1));
        assertThat(trace.value(h)).isEqualTo(Tensor.vector(0.5, -1));
        assertThat(trace.value(z2)).isEqualTo(Tensor.vector(0.40 * 0.5 - 0.45, 0.50 * 0.5 - 0.55));
        assertThat(trace.get(gradient(z1), 0)).isEqualTo(trace.get(gradient(h), 0) * 0.5 * (1 - 0.5), within(1e-16));
    }

    @Test
    void a_computed_value_set_to_what_it_was_changes_nothing() {
        for (int id = 0; id < program.size(); id++) {
            Trace trace = edited(new Edit.Override(id, right.value(id)));
            for (int later = 0; later < program.size(); later++) {
                assertThat(trace.value(later)).as("%d after %d", later, id).isEqualTo(right.value(later));
            }
        }
    }

    @Test
    void one_element_set_by_hand_leaves_its_neighbours() {
        for (int node : new int[] {h, z2, x, gradient(w2)}) {
            Trace trace = edited(new Edit.OverrideElement(node, 1, 7));
            assertThat(trace.value(node)).isEqualTo(right.value(node).with(1, 7));
            assertThat(trace.value(e).equals(right.value(e))).isEqualTo(node == gradient(w2));
        }
    }

    @Test
    void an_element_set_by_hand_passes_no_gradient_back() {
        ProgramBuilder again = new ProgramBuilder(Rewrite.apply(forward(), new Edit.OverrideElement(h, 1, 0.5)));
        Gradient.append(again, e, List.of(z1));
        Trace trace = run(again.build());
        int byZ1 = again.gradient(e, z1).orElseThrow();
        assertThat(trace.get(byZ1, 0)).isNotZero();
        assertThat(trace.get(byZ1, 1)).isZero();
    }

    private Program forward() {
        ProgramBuilder part = new ProgramBuilder();
        program.nodes().subList(0, e + 1).forEach(node -> part.add(node.op(), node.inputs(), node.role()));
        return part.build();
    }

    @Test
    void a_dropped_term_leaves_the_sum_of_the_others() {
        int total = gradient(h);
        List<Integer> terms = program.node(total).inputs();
        assertThat(terms).hasSize(2);
        Trace trace = edited(new Edit.DropTerm(total, 0));
        assertThat(trace.value(total)).isEqualTo(right.value(terms.get(1)));
        assertThat(edited(new Edit.DropTerm(z1, 1)).value(z1)).isEqualTo(right.value(y1));
        assertThat(edited(new Edit.DropTerm(d, 0)).get(d, 0)).isEqualTo(-right.get(o, 0));
    }

    @Test
    void a_swapped_operand_is_read_from_elsewhere() {
        Trace trace = edited(new Edit.SwapOperand(z2, 1, x));
        assertThat(trace.get(z2, 0)).isEqualTo(0.40 * 0.05 + 0.45 * 0.10, within(1e-17));
    }

    @Test
    void a_changed_sign_is_exactly_the_negative() {
        for (int node : new int[] {d, z2, gradient(w1)}) {
            Tensor value = edited(new Edit.ChangeSign(node)).value(node);
            for (int i = 0; i < value.size(); i++) {
                assertThat(value.get(i)).isEqualTo(-right.get(node, i));
            }
        }
    }

    @Test
    void an_operation_replaced_reads_the_same_operands() {
        assertThat(edited(new Edit.ReplaceOp(h, new Relu())).value(h)).isEqualTo(right.value(z1));
        Trace planted = edited(new Edit.ReplaceOp(d, new Add()));
        assertThat(planted.get(d, 0)).isEqualTo(0.01 + right.get(o, 0));
    }

    @Test
    void edits_are_applied_one_after_the_other() {
        Program twice = Rewrite.apply(program, List.of(new Edit.ChangeSign(d), new Edit.ChangeSign(d)));
        assertThat(run(twice).value(d)).isEqualTo(right.value(d));
        assertThat(twice.gradient(e, w2)).isEqualTo(program.gradient(e, w2));
    }

    @Test
    void edits_that_do_not_fit_are_refused() {
        refuses(new Edit.Override(h, Tensor.scalar(1)), "program.replaced.shape");
        refuses(new Edit.OverrideElement(h, 2, 1), "rewrite.element");
        refuses(new Edit.OverrideElement(h, 0, Double.NaN), "rewrite.finite");
        refuses(new Edit.DropTerm(h, 0), "rewrite.term");
        refuses(new Edit.DropTerm(z1, 2), "rewrite.operand");
        refuses(new Edit.SwapOperand(h, 0, h), "rewrite.later");
        refuses(new Edit.SwapOperand(z2, 1, w1), "program.replaced.shape");
        refuses(new Edit.ChangeSign(x), "rewrite.leaf");
        refuses(new Edit.ReplaceOp(h, new Multiply()), "operands.count");
    }

    private void refuses(Edit edit, String key) {
        assertThatThrownBy(() -> Rewrite.apply(program, edit))
                .isInstanceOfSatisfying(
                        OperandException.class,
                        trouble -> assertThat(trouble.key()).isEqualTo(key));
    }
}
