package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.math.Digits;
import chainstep.math.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time indices of a recurrent network a step off. */
class StepShiftedTest {
    @ParameterizedTest
    @CsvSource({
        "grad(w), grad(h2)*(1-h2**2)*h2 + grad(h3)*(1-h3**2)*h3 + grad(h4)*(1-h4**2)*h4",
        "grad(u), grad(h1)*(1-h1**2)*x2 + grad(h2)*(1-h2**2)*x3 + grad(h3)*(1-h3**2)*x4",
        "grad(u), grad(h2)*(1-h2**2)*x1 + grad(h3)*(1-h3**2)*x2 + grad(h4)*(1-h4**2)*x3",
        "h3, h4",
        "grad(h2), grad(h3)",
        "h4, tanh(u*x3 + w*h2 + b)"
    })
    void indices_a_step_off_are_an_index_mixed_up(String asked, String slipped) throws IOException {
        Assignment none = new Assignment(ChainReader.read(Path.of("samples/lectures/rnn_unrolled.chain")), List.of());
        Worked worked = Worked.of(none.asking(List.of(none.question(asked), none.question(slipped))));
        String written = Format.significant(worked.exact(1).get(0), 4);
        List<Finding> findings = new Diagnosis(worked).of(0, List.of(Optional.of(Digits.parse(written))), Map.of());
        assertThat(findings).as(written).isNotEmpty();
        assertThat(findings.get(0).codes()).contains("M10");
    }
}
