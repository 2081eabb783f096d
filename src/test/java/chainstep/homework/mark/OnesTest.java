package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Marked;
import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line that only copies the one before it because ones were written where factors belong is no work. */
class OnesTest {
    private static final String TEXT = """
            z1 = param([0.37, 0.1, -0.4])
            h = tanh(z1)
            W2 = param([[0.9, -0.8, 0.5]])
            z2 = W2 @ h + [0.25]
            o = sigmoid(z2)
            E = 0.5*sum((o - 0.8)**2)
            minimize(E)
            """;

    @Test
    void a_row_of_ones_leaves_a_copied_gradient_nothing_to_work_out() {
        List<Marked> marked = Sheet.of(
                        ChainReader.read(Source.of("test", TEXT), Path.of(".")),
                        List.of("h", "z2[0]", "o[0]", "grad(z2)[0]", "grad(W2)"))
                .write("h", "1.0000 1.0000 1.0000")
                .write("z2[0]", "0.8500")
                .write("o[0]", "0.7006")
                .write("grad(z2)[0]", "-0.02086")
                .write("grad(W2)", "-0.02086 -0.02086 -0.02086")
                .marked()
                .answers();
        assertThat(marked.get(3).verdict()).isEqualTo(Verdict.CARRIED);
        assertThat(marked.get(3).trivial()).isFalse();
        assertThat(marked.get(4).verdict()).isEqualTo(Verdict.CARRIED);
        assertThat(marked.get(4).trivial()).isTrue();
    }
}
