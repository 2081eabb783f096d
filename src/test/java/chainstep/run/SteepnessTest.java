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
    @Test
    void no_gradient_is_accused_before_a_value_too_steep_to_compare() {
        for (String loss : List.of(
                "sum(sin(1e8*x)) + 1e12*sum(cos(x))",
                "sum(sin(1e10*x)) + 1e15*sum(cos(x))",
                "sum(sin(1e11*x)) + 1e15*sum(cos(x))")) {
            Program program = ChainReader.read(
                            Source.of("steep", "x = param([1.0, 2.0])\nL = " + loss + "\nminimize(L)\n"), Path.of(""))
                    .program();
            GradientCheck check = GradientCheck.of(
                    new Iterations(program).trace(0), program.loss().getAsInt(), 1e-6, 100, Progress.NONE);
            assertThat(check.tensors())
                    .as(loss)
                    .filteredOn(
                            tensor -> check.program().node(tensor.node()).name().equals("x"))
                    .extracting(TensorCheck::verdict)
                    .containsExactly(Verdict.TOO_STEEP);
            assertThat(check.holds()).as(loss).isTrue();
        }
    }
}
