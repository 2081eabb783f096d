package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.math.Format;
import chainstep.math.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers in another shape than is asked. */
class UnsummedTest {
    private static final String BATCH = """
            X = input([[1, 0.5], [-1, 2], [0.3, -0.7], [2, 1]])
            T = target([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]])
            W = param([[0.1, -0.2, 0.3], [0.4, 0.5, -0.6]])
            b = param([0.1, 0.2, 0.3])
            s = param([1.1, 0.9, 1.2])
            z = X @ W
            v = z * s + b
            a = sigmoid(v)
            L = sum((a - T) ** 2)
            minimize(L, sgd(lr=0.1))
            ask(grad(b))
            ask(grad(s))
            ask(grad(W))
            """;

    private final Assignment assignment = Assignment.of(ChainReader.read(Source.of("t.chain", BATCH), Path.of("")));
    private final Worked worked = Worked.of(assignment);
    private final Checker checker = new Checker(worked);

    private AnswerSheet sheet(String question, String answer) {
        return new SheetReader(assignment).read("a.csv", "quantity,answer\n\"" + question + "\",\"" + answer + "\"\n");
    }

    private Marked marked(int question, String answer) {
        String name = assignment.questions().get(question).text();
        return checker.check(sheet(name, answer), Rules.USUAL).answers().get(question);
    }

    /** A value to four digits, row after row. */
    private String rows(String quantity) {
        Worked one = Worked.of(assignment.asking(List.of(assignment.question(quantity))));
        Tensor value = one.exact(assignment.questions().size());
        int columns = value.shape().dim(1);
        double[] values = value.toArray();
        return IntStream.range(0, values.length)
                .mapToObj(k -> Format.significant(values[k], 4) + ((k + 1) % columns == 0 ? ";" : ","))
                .collect(Collectors.joining(" "));
    }

    private static String said(Marked one, Locale locale) {
        return one.because().in(locale);
    }

    @Test
    void the_gradient_of_a_bias_not_summed_is_a_slip_that_is_known() {
        Marked one = marked(0, rows("grad(v)"));
        assertThat(one.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(said(one, Locale.ENGLISH))
                .isEqualTo("wrong shape: yours is an array of 4×3, asked is a vector of 3, such as 0.5, 0.25, …");
        assertThat(said(one, Locale.CHINESE)).isEqualTo("形状不对，你写的：4×3 的数组；要求：3 维向量，例如 0.5, 0.25, …");
        Finding first = one.findings().get(0);
        assertThat(first.codes()).containsExactly("M53");
        assertThat(first.strength()).isEqualTo(Finding.Strength.MATCH);
        assertThat(first.chance()).isPositive().isLessThan(1e-6);
        Finding.Slip slip = first.slips().get(0);
        assertThat(slip.explanation().in(Locale.ENGLISH)).contains("each sample or place gives to ∂L/∂b by itself");
        assertThat(slip.explanation().in(Locale.CHINESE)).contains("各自对 ∂L/∂b 的贡献");
        assertThat(slip.formula().in(Locale.ENGLISH)).contains("missing", "\\sum", "\\partial v");
    }

    @Test
    void so_is_that_of_a_factor() {
        Marked one = marked(1, rows("grad(v) * z"));
        assertThat(one.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(one.findings().get(0).codes()).containsExactly("M53");
    }

    @Test
    void a_matrix_turned_round_is_known_by_its_shape() {
        Marked one = marked(2, rows("transpose(grad(W))"));
        assertThat(one.findings().get(0).codes()).contains("M09");
    }

    @Test
    void it_is_laid_beside_how_it_is() {
        Marked one = marked(0, rows("grad(v)"));
        Finding finding = one.findings().get(0);
        Retraced retraced =
                checker.retrace(sheet("grad(b)", rows("grad(v)")), 0, finding).orElseThrow();
        assertThat(retraced.made().node()).isEqualTo(worked.node(0));
        assertThat(Matches.same(retraced.slipped().value(retraced.made().instead()), finding.values()))
                .isTrue();
    }

    @Test
    void nobody_is_accused_of_what_no_mistake_gives() {
        Marked one = marked(0, "0.123, 0.456; 0.789, 1.23");
        assertThat(one.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(one.findings()).isEmpty();
        assertThat(marked(0, "0.123, 0.456; 0.789").verdict()).isEqualTo(Verdict.UNREADABLE);
    }
}
