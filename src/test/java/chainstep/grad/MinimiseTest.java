package chainstep.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.OperandException;
import chainstep.graph.Origin;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.math.Rational;
import chainstep.math.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MinimiseTest {
    private static final Settings SGD =
            Settings.of(OptimizerKind.SGD.make(new Schedule.Constant(Rational.of(1, 20)), Map.of()));

    private final LeastSquares fit = new LeastSquares();

    private Minimise.Outcome minimise(int loss, List<Integer> wrt, List<Integer> trained, Settings settings) {
        return Minimise.append(fit.builder, new Origin(7, 1, 7, 20), loss, wrt, trained, settings);
    }

    @Test
    void a_loss_of_more_than_one_number_is_refused_with_its_shape() {
        assertThatThrownBy(() -> minimise(fit.z, List.of(), List.of(fit.w), SGD))
                .isInstanceOfSatisfying(OperandException.class, trouble -> {
                    assertThat(trouble.key()).isEqualTo("loss.scalar");
                    assertThat(trouble.arguments()).containsExactly(Shape.of(2));
                });
    }

    @Test
    void without_an_optimiser_there_is_only_a_backward_pass() {
        minimise(fit.loss, List.of(fit.z), List.of(fit.w, fit.b), Settings.NONE);
        Program program = fit.builder.build();
        assertThat(program.nodes()).noneMatch(node -> node.phase() == Phase.UPDATE);
        assertThat(program.carries()).isEmpty();
        assertThat(program.loss()).hasValue(fit.loss);
        assertThat(program.gradient(fit.loss, fit.z)).isPresent();
        assertThat(program.gradient(fit.loss, fit.x)).isEmpty();
    }

    @Test
    void only_the_parameters_named_are_trained_and_all_values_asked_for_have_gradients() {
        minimise(fit.loss, List.of(fit.w, fit.x), List.of(fit.b), SGD);
        Program program = fit.builder.build();
        assertThat(program.carries()).containsExactly(new Program.Carry(fit.b, program.size() - 1));
        assertThat(program.gradient(fit.loss, fit.w)).isPresent();
        assertThat(program.gradient(fit.loss, fit.x)).isPresent();
    }

    @Test
    void a_parameter_the_loss_does_not_depend_on_is_reported_and_left_alone() {
        int idle = fit.builder.leaf(Leaf.Kind.PARAM, Fixed.scalar(Rational.ONE));
        Minimise.Outcome outcome = minimise(fit.loss, List.of(), List.of(fit.w, idle), SGD);
        assertThat(outcome.idle()).containsExactly(idle);
        assertThat(fit.builder.build().next(idle)).isEmpty();
    }

    @Test
    void a_penalty_moves_even_a_parameter_the_loss_does_not_depend_on() {
        int idle = fit.builder.leaf(Leaf.Kind.PARAM, Fixed.scalar(Rational.ONE));
        Settings settings = new Settings(SGD.optimizer(), Rational.ZERO, Rational.ONE, Optional.empty());
        Minimise.Outcome outcome = minimise(fit.loss, List.of(), List.of(fit.w, idle), settings);
        assertThat(outcome.idle()).containsExactly(idle);
        assertThat(fit.builder.build().next(idle)).isPresent();
    }

    @Test
    void penalties_are_forward_and_update_nodes_belong_to_the_directive() {
        Settings settings = new Settings(SGD.optimizer(), Rational.ONE, Rational.ONE, Optional.of(Rational.ONE));
        Minimise.Outcome outcome = minimise(fit.loss, List.of(), List.of(fit.w, fit.b), settings);
        Program program = fit.builder.build();
        assertThat(program.node(outcome.loss()).phase()).isEqualTo(Phase.FORWARD);
        assertThat(program.nodes().stream().map(node -> node.phase().ordinal()).toList())
                .isSorted();
        assertThat(program.nodes())
                .filteredOn(node -> node.phase() == Phase.UPDATE)
                .isNotEmpty()
                .allMatch(node -> node.origin().line() == 7);
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Settings(SGD.optimizer(), Rational.of(-1), Rational.ZERO, Optional.empty()))
                .hasMessageContaining("minimize.penalty");
        assertThatThrownBy(
                        () -> new Settings(SGD.optimizer(), Rational.ZERO, Rational.ZERO, Optional.of(Rational.ZERO)))
                .hasMessageContaining("minimize.clip");
    }
}
