package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Digits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What zeros among the numbers of an answer say, and what they do not. */
class ZerosTest {
    private static final String SOFT = """
            x = input([1, 2])
            y = target([0, 1, 0])
            W = param([[0.3, -0.2], [0.1, 0.4], [-0.5, 0.2]])
            b = param([0.1, 0, -0.1])
            z = W @ x + b
            p = softmax(z)
            L = -sum(y * log(p))
            minimize(L, sgd(lr=0.1))
            """;

    private static final String TANH = """
            z = param([0.37, 0.1, -0.4])
            h = tanh(z)
            E = 0.5*sum((h - 0.8)**2)
            minimize(E)
            """;

    static List<Finding> of(String text, String question, String numbers) {
        Model model = ChainReader.read(Source.of("slips", text), Path.of(""));
        Assignment plain = new Assignment(model, List.of());
        Diagnosis slips = new Diagnosis(Worked.of(new Assignment(model, List.of(plain.question(question)))));
        List<Optional<Digits>> written = Arrays.stream(numbers.split(" "))
                .map(one -> Optional.of(Digits.parse(one)))
                .toList();
        return slips.of(0, written, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000 -0.4251 0.0000", "0 -0.4251 0"})
    void a_diagonal_jacobian_is_recognised_by_its_zeros_beside_a_right_number(String numbers) {
        assertThat(of(SOFT, "grad(z)", numbers)).singleElement().satisfies(finding -> {
            assertThat(finding.codes()).contains("M14");
            assertThat(finding.strength()).isEqualTo(Finding.Strength.CONSISTENT);
            assertThat(finding.chance()).isLessThan(1);
        });
    }

    @Test
    void zeros_alone_say_nothing() {
        assertThat(of(SOFT, "grad(z)[0]", "0.0000")).allMatch(finding -> finding.chance() == 1);
    }

    @Test
    void a_gradient_that_stops_at_the_logarithm_is_no_sum_of_links() {
        Finding first = of(SOFT, "grad(z)", "0 -1.739 0").get(0);
        assertThat(first.codes()).contains("M28").doesNotContain("M24");
        assertThat(first.strength()).isEqualTo(Finding.Strength.MATCH);
    }

    @Test
    void a_plain_zero_is_not_what_minus_0_4_rounds_to() {
        assertThat(of(TANH, "h", "0.3700 0.1000 0"))
                .noneSatisfy(finding -> assertThat(finding.codes()).contains("M52"));
        assertThat(of(TANH, "h", "0.3700 0.1000 -0.4000"))
                .anySatisfy(finding -> assertThat(finding.codes()).contains("M52"));
    }

    @Test
    void another_activation_is_recognised_by_all_its_numbers() {
        Finding relu = of(TANH, "h", "0.3700 0.10000 0").get(0);
        assertThat(relu.codes()).containsExactly("M20");
        assertThat(relu.slips().get(0).explanation().in(Locale.ENGLISH))
                .isEqualTo("Your 0.10000 comes out with ReLU at h, where another function is given.");
        assertThat(of(TANH, "h", "0.5915 0.5250 0.4013").get(0).codes()).contains("M20");
        assertThat(of(TANH, "h", "0.3700 0.10000 0.2000")).isEmpty();
        assertThat(of(SOFT, "p", "0.5000 0.7109 0.4502").get(0).codes()).contains("M20");
    }

    @Test
    void an_early_stop_is_told_by_the_names_of_the_derivation() {
        assertThat(of(TANH.replace("sum(", "1*sum("), "grad(z)[0]", "0.8747")
                        .get(0)
                        .slips())
                .anySatisfy(slip -> assertThat(slip.explanation().in(Locale.ENGLISH))
                        .isEqualTo("Your 0.8747 is ∂h/∂z alone, one link of the chain;"
                                + " multiply it by the others to come to ∂E/∂z₁."));
    }

    @Test
    void a_half_of_one_square_counts_no_terms() {
        String text = "o = param(0.3)\nt = target(0.8)\nE = 0.5*sum((o - t)**2)\nminimize(E)\n";
        Finding one = of(text, "E", "0.2500").get(0);
        assertThat(one.codes().get(0)).isEqualTo("M39");
        assertThat(one.codes()).doesNotContain("M13", "M11");
        String two = "o = param([0.3, 0.5])\nt = target([0.8, 0.1])\nE = 0.5*sum((o - t)**2)\nminimize(E)\n";
        assertThat(of(two, "E", "0.4100").get(0).codes()).contains("M13", "M39");
    }
}
