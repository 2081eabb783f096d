package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.math.Digits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the mistakes that give one number is told first. */
class SimplestFirstTest {
    private static final String TWO_CLASSES = """
            x = input([1, 0.5])
            W = param([[0.1, -0.2], [0.4, 0.5]])
            t = target([1, 0])
            z = W @ x
            p = softmax(z)
            L = -sum(t * log(p))
            minimize(L, sgd(lr=0.1))
            """;

    @ParameterizedTest
    @ValueSource(strings = {"grad(z)[0]", "grad(W)[0, 0]"})
    void the_other_sign_is_simpler_than_an_index_mixed_up(String asked) {
        Assignment none = new Assignment(ChainReader.read(Source.of("t.chain", TWO_CLASSES), Path.of("")), List.of());
        Worked worked = Worked.of(none.asking(List.of(none.question(asked))));
        var found = new Diagnosis(worked).of(0, List.of(Optional.of(Digits.parse("0.6570"))), Map.of());
        assertThat(found.get(0).codes()).startsWith("M06").contains("M10");
    }
}
