package chainstep.homework.mark;

import static chainstep.homework.Verdict.RIGHT;
import static chainstep.homework.Verdict.SLIP;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Marked;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.math.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What numbers of too few digits are worth. */
class TwoDigitsTest {

    private static final String SHORT = """
            x = input([0.6, -0.4, 0.9])
            t = target([0, 1])
            W1 = param([[0.3, -0.2, 0.5], [0.7, 0.1, -0.6]])
            b1 = param([0.1, -0.3])
            W2 = param([[0.8, -0.5], [0.4, 0.9]])
            b2 = param([0.2, -0.1])
            z1 = W1 @ x + b1
            h = tanh(z1)
            z2 = W2 @ h + b2
            p = softmax(z2)
            L = -sum(t * log(p))
            minimize(L, sgd(lr=0.1))
            """;

    private static Sheet chain(String text, String... questions) {
        return Sheet.of(ChainReader.read(Source.of("test", text), Path.of(".")), List.of(questions));
    }

    @Test
    void two_digits_are_enough_where_they_follow_from_as_few() {
        Sheet sheet = chain(SHORT, "z1", "h", "z2", "p", "L", "grad(z2)", "grad(W2)", "grad(h)", "grad(z1)", "new(b1)")
                .write("z1", "0.81 -0.46")
                .write("h", "0.67 -0.43")
                .write("z2", "0.95 -0.22")
                .write("p", "0.76 0.24")
                .write("L", "1.4")
                .write("grad(z2)", "0.76 -0.76")
                .write("grad(W2)", "0.51 -0.33 -0.51 0.33")
                .write("grad(h)", "0.30 -1.1")
                .write("grad(z1)", "0.17 -0.90")
                .write("new(b1)", "0.083 -0.21");
        assertThat(sheet.marked().answers()).extracting(Marked::verdict).containsOnly(RIGHT);
        assertThat(sheet.marked(new Rules(3, true, Rational.ONE)).answers())
                .extracting(Marked::verdict)
                .contains(SLIP);
    }

    @ParameterizedTest
    @CsvSource({
        "0.81,   0.67,   RIGHT",
        "0.81,   0.70,   SLIP",
        "0.81,   0.64,   SLIP",
        "0.81,   0.7,    SLIP",
        "0.8100, 0.67,   SLIP",
        "_,      0.67,   SLIP",
        "0.83,   0.68,   CARRIED",
        "0.83,   0.67,   SLIP"
    })
    void two_digits_are_judged_by_what_they_follow_from(String before, String written, Verdict verdict) {
        Sheet sheet = chain(SHORT, "z1[0]", "h[0]").write("z1[0]", before).write("h[0]", written);
        assertThat(sheet.marked("h[0]").verdict()).isEqualTo(verdict);
    }

    @Test
    void what_follows_is_not_said_not_to_follow() {
        Sheet right = chain(SHORT, "z1[0]", "h[0]").write("z1[0]", "0.8100").write("h[0]", "0.67");
        assertThat(right.marked("h[0]").because().key()).isEqualTo("mark.digits");
        Sheet wrong = chain(SHORT, "z1[0]", "h[0]").write("z1[0]", "0.8312").write("h[0]", "0.68");
        assertThat(wrong.marked("h[0]").because().key()).isEqualTo("mark.digits.follows");
        Sheet apart = chain(SHORT, "z1[0]", "h[0]").write("z1[0]", "0.8312").write("h[0]", "0.62");
        assertThat(apart.marked("h[0]").because().key()).isEqualTo("mark.slip.short");
    }
}
