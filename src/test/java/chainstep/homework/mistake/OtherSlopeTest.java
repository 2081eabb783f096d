package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Question;
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
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slope of a leaky ReLU below zero: 0.01 for 0.1, and the reverse. */
class OtherSlopeTest {
    private static Worked worked(String slope, String asked) {
        String text = """
                x = input([0.9, -1.7])
                t = target([0.4])
                W1 = param([[0.33, 0.58], [-0.41, 0.27], [0.72, -0.15]])
                b1 = param([0.05, -0.12, 0.21])
                W2 = param([[0.64, -0.83, 0.37]])
                b2 = param([0.19])
                z1 = W1 @ x + b1
                h = leaky_relu(z1, slope=SLOPE)
                z2 = W2 @ h + b2
                y = sigmoid(z2)
                E = -sum(t*log(y) + (1-t)*log(1-y))
                minimize(E, sgd(lr=0.25))
                """.replace("SLOPE", slope);
        Model model = ChainReader.read(Source.of("test", text), Path.of("."));
        Question question = new Assignment(model, List.of()).question(asked);
        return Worked.of(new Assignment(model, List.of(question)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.01, h",
        "0.01, 0.1, h",
        "0.1, 0.01, grad(z1)",
        "0.01, 0.1, grad(z1)",
        "0.1, 0.01, grad(W1)",
        "0.01, 0.1, grad(W1)",
        "0.1, 0.01, y",
        "0.1, 0.01, z2",
        "0.01, 0.1, y",
        "0.2, 0.02, h",
        "0.1, 0.01, new(b1)"
    })
    void another_slope_is_named_and_nothing_else_is_accused(String given, String taken, String asked) {
        String wrong = Arrays.stream(worked(taken, asked).exact(0).toArray())
                .mapToObj(value -> String.format(Locale.ROOT, "%.4g", value))
                .collect(Collectors.joining(" "));
        Worked worked = worked(given, asked);
        List<Optional<Digits>> numbers = Arrays.stream(wrong.split(" "))
                .map(one -> Optional.of(Digits.parse(one)))
                .toList();
        List<Finding> findings = new Diagnosis(worked).of(0, numbers, Map.of());
        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).slips().get(0).name().in(Locale.ENGLISH)).contains("Another slope below zero");
        assertThat(findings.get(0).slips().get(0).code()).isEqualTo("M21");
        assertThat(findings.stream().skip(1)).noneMatch(one -> one.strength() == Finding.Strength.MATCH);
    }
}
