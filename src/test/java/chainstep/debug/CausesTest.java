package chainstep.debug;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.run.Networks;
import chainstep.run.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final Program MAZUR = Networks.mazur();
    private final Debugger debugger = new Debugger(MAZUR);

    private static int node(String name) {
        return MAZUR.named(name).orElseThrow();
    }

    @Test
    void an_element_of_a_product_is_written_from_its_row_and_the_vector() {
        int product = node("h") - 2;
        Cause cause = debugger.why(product, 1);
        assertThat(cause.isAll()).isTrue();
        assertThat(cause.written().node()).isEqualTo(product);
        assertThat(cause.from())
                .containsExactly(
                        new Cause.Scalar(0, node("W1"), 2, 0.25),
                        new Cause.Scalar(0, node("x"), 0, 0.05),
                        new Cause.Scalar(0, node("W1"), 3, 0.30),
                        new Cause.Scalar(0, node("x"), 1, 0.10));
    }

    @Test
    void a_parameter_is_written_by_the_update_of_the_iteration_before() {
        debugger.jump(7, Progress.NONE);
        Cause cause = debugger.why(node("W2"), 3);
        assertThat(cause.written().iteration()).isEqualTo(6);
        assertThat(MAZUR.node(cause.written().node()).role()).isEqualTo(new Role.Update(node("W2"), "new"));
        assertThat(cause.written().value()).isEqualTo(debugger.state().trace().get(node("W2"), 3));
        assertThat(cause.from()).hasSize(2);
    }

    @Test
    void what_the_source_gives_has_no_cause() {
        assertThat(debugger.why(node("W2"), 0).isGiven()).isTrue();
        debugger.jump(7, Progress.NONE);
        assertThat(debugger.why(node("x"), 0).isGiven()).isTrue();
    }

    @Test
    void trouble_is_followed_number_by_number() {
        String text = "x = param([-1.0, 4.0, 0.0])\na = sqrt(x)\nb = 1/x\nc = a * b\nL = sum(c)\nminimize(L)\n";
        Program program = ChainReader.read(Source.of("test", text), Path.of("")).program();
        Debugger own = new Debugger(program);
        own.jump(0, Progress.NONE);
        int c = program.named("c").orElseThrow();
        assertThat(own.firstNotFinite(c, 0).orElseThrow().written())
                .isEqualTo(new Cause.Scalar(0, program.named("a").orElseThrow(), 0, Double.NaN));
        assertThat(own.firstNotFinite(c, 1)).isEmpty();
        assertThat(own.firstNotFinite(c, 2).orElseThrow().written())
                .isEqualTo(new Cause.Scalar(0, program.named("b").orElseThrow(), 2, Double.POSITIVE_INFINITY));
    }

    @Test
    void a_finite_node_has_no_first_trouble() {
        assertThat(debugger.firstNotFinite(node("E"), 0)).isEmpty();
    }

    @Test
    void the_first_trouble_is_found_across_iterations() {
        Program program = Networks.overflowing();
        Debugger wild = new Debugger(program);
        wild.add(new Breakpoint.OnNotFinite());
        Step first = wild.continueRun(Progress.NONE).step();
        int loss = program.named("E").orElseThrow();
        Cause.Scalar overflow = wild.firstNotFinite(loss, 0).orElseThrow().written();
        assertThat(new Step(overflow.iteration(), overflow.node(), -1)).isEqualTo(first);
        wild.jump(first.iteration() + 25, Progress.NONE);
        Cause cause = wild.firstNotFinite(loss, 0).orElseThrow();
        assertThat(cause.written().iteration()).isBetween(first.iteration(), first.iteration() + 2);
        assertThat(cause.written().isFinite()).isFalse();
        assertThat(cause.from()).isNotEmpty().allMatch(Cause.Scalar::isFinite);
    }

    @Test
    void a_gradient_put_at_its_place_is_written_by_the_gradient_put_there() {
        String text = "w = param([0.5, -1.5, 2.0])\ny = w[0]*w[1] + w[0]\nL = y**2\nminimize(L)\n";
        Program program = ChainReader.read(Source.of("test", text), Path.of("")).program();
        int gradient = program.gradient(
                        program.loss().orElseThrow(), program.named("w").orElseThrow())
                .orElseThrow();
        Debugger own = new Debugger(program);
        assertThat(own.why(gradient, 0).from()).extracting(Cause.Scalar::value).containsExactlyInAnyOrder(0.75, -0.5);
        assertThat(own.why(gradient, 2).isGiven()).isFalse();
    }
}
