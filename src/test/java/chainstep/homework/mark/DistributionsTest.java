package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.homework.Marked;
import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.words.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas with a target that sums to one: p − t is the gradient of a softmax with cross-entropy only there. */
class DistributionsTest {
    private static final String NET = """
            x = input([0.6, -0.4, 0.9])
            t = target([%s])
            W = param([[0.8, -0.5, 0.3], [0.4, 0.9, -0.2], [-0.3, 0.2, 0.6]])
            z = W @ x
            p = softmax(z)
            L = %s
            minimize(L, sgd(lr=0.1))
            """;
    private static final String OPERATION = "cross_entropy(z, t)";
    private static final String BY_HAND = "-sum(t * log(p))";
    private static final List<String> ASKED =
            List.of("grad(z)[0]", "grad(z)[1]", "grad(W)[0, 0]", "grad(W)[1, 2]", "grad(x)[0]", "new(W)[0, 0]", "L");

    private static final String BATCH = """
            X = input([[0.6, -0.4], [0.9, 0.2]])
            T = target([[0, 1], [1, 0]])
            W = param([[0.8, -0.5], [0.4, 0.9]])
            Z = X @ W
            P = softmax(Z)
            L = cross_entropy(Z, T)
            minimize(L, sgd(lr=0.1))
            """;

    private static Sheet sheet(String text, List<String> asked) {
        return Sheet.of(ChainReader.read(Source.of("test", text), Path.of(".")), asked);
    }

    private static Marked marked(String target, String loss, String question, String formula) {
        return sheet(NET.formatted(target, loss), ASKED)
                .formula(question, formula)
                .marked(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grad(z)[0]    | p[0] - t[0]
            grad(z)[0]    | exp(z[0])/(exp(z[0]) + exp(z[1]) + exp(z[2])) - t[0]
            grad(z)[0]    | 1 - p[1] - p[2] - t[0]
            grad(z)[1]    | p[1] - 1
            grad(W)[0, 0] | (p[0] - t[0])*x[0]
            grad(W)[1, 2] | (p[1] - t[1])*x[2]
            grad(x)[0]    | W[0,0]*p[0] + W[1,0]*(p[1] - t[1]) + W[2,0]*p[2]
            new(W)[0, 0]  | W[0,0] - 0.1*(p[0] - t[0])*x[0]
            L             | -t[1]*log(p[1])
            L             | -log(p[1])
            """)
    void the_formulas_of_a_softmax_with_cross_entropy_are_right(String question, String formula) {
        for (String loss : List.of(OPERATION, BY_HAND)) {
            Marked marked = marked("0, 1, 0", loss, question, formula);
            assertThat(marked.verdict()).as(loss + " " + marked.because()).isEqualTo(Verdict.RIGHT);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grad(z)[0]    | t[0] - p[0]
            grad(z)[0]    | p[0] + t[0]
            grad(z)[0]    | p[0] - t[1]
            grad(z)[0]    | p[1] - t[0]
            grad(z)[0]    | p[0]*(1 - p[0])
            grad(z)[0]    | (p[0] - t[0])*p[0]
            grad(z)[1]    | p[1]
            grad(z)[1]    | 1 - p[1]
            grad(W)[0, 0] | p[0] - t[0]
            grad(W)[0, 0] | (p[0] - t[0])*x[1]
            grad(W)[1, 2] | p[1]*x[2]
            grad(x)[0]    | W[0,0]*p[0] + W[1,0]*(p[1] - t[1])
            new(W)[0, 0]  | W[0,0] + 0.1*(p[0] - t[0])*x[0]
            L             | -log(p[0])
            """)
    void wrong_formulas_of_the_same_are_refused(String question, String formula) {
        for (String loss : List.of(OPERATION, BY_HAND)) {
            assertThat(marked("0, 1, 0", loss, question, formula).verdict())
                    .as(loss)
                    .isEqualTo(Verdict.SLIP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OPERATION, BY_HAND})
    void a_soft_target_is_a_distribution_too(String loss) {
        String soft = "0.2, 0.5, 0.3";
        assertThat(marked(soft, loss, "grad(z)[0]", "p[0] - t[0]").verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(marked(soft, loss, "grad(z)[0]", "p[0] - 1 + t[1] + t[2]").verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(marked(soft, loss, "grad(z)[0]", "p[0]").verdict()).isEqualTo(Verdict.SLIP);
    }

    @Test
    void what_sums_to_one_by_accident_only_is_drawn_freely() {
        Sheet sheet = sheet("""
                t = target([0.25, 0.75])
                y = param([0.5, 2])
                L = sum((y - t)**2)
                minimize(L, sgd(lr=0.1))
                """, List.of("grad(y)[0]"));
        assertThat(sheet.formula("grad(y)[0]", "2*(y[0] - 1 + t[1])")
                        .marked("grad(y)[0]")
                        .verdict())
                .isEqualTo(Verdict.SLIP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grad(Z)[0, 0] | (P[0,0] - T[0,0])/2                                         | RIGHT
            grad(Z)[1, 0] | (P[1,0] - T[1,0])/2                                         | RIGHT
            grad(Z)[0, 0] | P[0,0] - T[0,0]                                             | SLIP
            grad(Z)[0, 0] | (P[0,0] - T[1,1])/2                                         | SLIP
            grad(W)[0, 0] | ((P[0,0] - T[0,0])*X[0,0] + (P[1,0] - T[1,0])*X[1,0])/2     | RIGHT
            grad(W)[0, 0] | ((P[0,0] - T[0,0])*X[0,0] + (P[1,0] - T[1,0])*X[1,1])/2     | SLIP
            """)
    void of_a_batch_each_row_is_one(String question, String formula, Verdict verdict) {
        Sheet sheet = sheet(BATCH, List.of("grad(Z)[0, 0]", "grad(Z)[1, 0]", "grad(W)[0, 0]"));
        Marked marked = sheet.formula(question, formula).marked(question);
        assertThat(marked.verdict()).as(marked.because().toString()).isEqualTo(verdict);
    }

    /** The numbers shown are those of one point: t − p there is what is said of it, and p − t what it should be. */
    @ParameterizedTest
    @ValueSource(strings = {OPERATION, BY_HAND})
    void the_point_where_a_formula_fails_can_be_checked(String loss) {
        Phrase because = marked("0, 1, 0", loss, "grad(z)[0]", "t[0] - p[0]").because();
        assertThat(because.key()).isEqualTo("mark.formula.different.at");
        double t = shown(because, "t[0]");
        double p = shown(because, "p[0]");
        assertThat(t).isBetween(0.0, 1.0);
        assertThat(p).isBetween(0.0, 1.0);
        double yours = Double.parseDouble(String.valueOf(because.arguments().get(1)));
        double should = Double.parseDouble(String.valueOf(because.arguments().get(2)));
        assertThat(yours).isCloseTo(t - p, within(2e-5));
        assertThat(should).isCloseTo(p - t, within(2e-5));
    }

    private static double shown(Phrase because, String name) {
        Matcher found =
                Pattern.compile(Pattern.quote(name) + " = (-?[0-9.e-]+)").matcher(because.in(Locale.ENGLISH));
        assertThat(found.find()).as(because.in(Locale.ENGLISH)).isTrue();
        return Double.parseDouble(found.group(1).replaceAll("\\.$", ""));
    }
}
