package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Program;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.run.GradientCheck.TensorCheck;
import chainstep.run.GradientCheck.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteepnessTest {
    private static GradientCheck check(String text) {
        Program program =
                ChainReader.read(Source.of("steep", text), Path.of("")).program();
        return GradientCheck.of(new Iterations(program).trace(0), program.loss().getAsInt(), 1e-6, 100, Progress.NONE);
    }

    private static Verdict of(GradientCheck check, String name) {
        return check.tensors().stream()
                .filter(tensor -> check.program().node(tensor.node()).name().equals(name))
                .map(TensorCheck::verdict)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void no_gradient_is_accused_before_a_value_too_steep_to_compare() {
        for (String loss : List.of(
                "sum(sin(1e8*x)) + 1e12*sum(cos(x))",
                "sum(sin(1e10*x)) + 1e15*sum(cos(x))",
                "sum(sin(1e11*x)) + 1e15*sum(cos(x))")) {
            GradientCheck check = check("x = param([1.0, 2.0])\nL = " + loss + "\nminimize(L)\n");
            assertThat(of(check, "x")).as(loss).isEqualTo(Verdict.TOO_STEEP);
            assertThat(check.holds()).as(loss).isTrue();
        }
    }

    @Test
    void rounding_is_not_blamed_for_a_step_too_long() {
        GradientCheck check = check("x = param([0.0])\nL = sum(x * sin(1 / (x + 1e-5)))\nminimize(L)\n");
        assertThat(of(check, "x")).isEqualTo(Verdict.TOO_STEEP);
    }
}
