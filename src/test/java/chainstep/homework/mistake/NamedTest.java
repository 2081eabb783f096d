package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.math.Digits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How findings name what they speak of. */
class NamedTest {
    private static Finding.Slip slip(String sample, String asked, String written, String code) throws IOException {
        Assignment none = new Assignment(ChainReader.read(Path.of("samples", sample + ".chain")), List.of());
        Worked worked = Worked.of(none.asking(List.of(none.question(asked))));
        return new Diagnosis(worked)
                .of(0, List.of(Optional.of(Digits.parse(written))), Map.of()).stream()
                        .flatMap(finding -> finding.slips().stream())
                        .filter(slip -> slip.code().equals(code))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_sum_with_a_term_left_out_says_which_and_marks_it() throws IOException {
        Finding.Slip slip = slip("mazur", "z1[0]", "0.0275", "M08");
        assertThat(slip.explanation().in(Locale.ENGLISH)).contains("has only W1 x in the sum at z1");
        assertThat(slip.explanation().in(Locale.CHINESE)).contains("在 z1 处只加了 W1 x；");
        assertThat(slip.formula().in(Locale.ENGLISH))
                .contains("{yours} + \\underbrace{\\textcolor{red}{ b^{(1)} }}_{\\text{missing}}".substring(7))
                .doesNotContain("look here");
    }

    @Test
    void of_gradients_mixed_up_both_are_gradients() throws IOException {
        Finding.Slip slip = slip("worked/brownlee_212", "grad(wh1)", "0.0104826", "M10");
        assertThat(slip.explanation().in(Locale.ENGLISH))
                .contains("look at the indices of ∂E/∂")
                .doesNotContain("wo2 · h");
    }
}
