package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient of a gradient: names of its own, on its own line, under the right heading. */
class SecondGradientTest {
    private static String text(Detail detail, String... lines) {
        return Derived.ofLines(lines).text(Locale.ENGLISH, detail);
    }

    @Test
    void a_gradient_with_a_name_stands_on_its_own_line() {
        assertThat(text(
                        Detail.LINE,
                        "w = param([3, 4])",
                        "E = sum(w**3)",
                        "g = gradient(E, w)",
                        "J = sum(g**2)",
                        "minimize(J)"))
                .contains("  3  g = gradient(E, w)   g     = [27  48]")
                .contains("     ∂E/∂w = 3·w² ")
                .contains("  4  ∂J/∂g       = 2·g")
                .contains("  3  ∂J/∂(∂E/∂w) = ∂J/∂g")
                .contains("  2  ∂J/∂w       = 6·∂J/∂(∂E/∂w) ⊙ w");
    }

    @Test
    void a_second_derivative_is_written_as_one() {
        Derived twice = Derived.ofLines("w = param(3)", "E = w**4", "h = gradient(gradient(E, w), w)");
        assertThat(twice.text(Locale.ENGLISH, Detail.LINE))
                .contains("∂²E/∂w² = 12·w²")
                .doesNotContain("backward");
        assertThat(twice.report(Locale.ENGLISH, Detail.LINE).latex())
                .contains("\\frac{\\partial^{2} E}{\\partial w^{2}}");
        Derived mixed =
                Derived.ofLines("w = param(3)", "v = param(2)", "E = w**2 * v**3", "h = gradient(gradient(E, w), v)");
        assertThat(mixed.text(Locale.ENGLISH, Detail.LINE)).contains("∂²E/∂v∂w =");
        Derived thrice = Derived.ofLines("w = param(3)", "E = w**4", "h = gradient(gradient(gradient(E, w), w), w)");
        assertThat(thrice.text(Locale.ENGLISH, Detail.LINE)).contains("∂³E/∂w³ = 24·w");
    }

    @Test
    void what_runs_forward_stands_under_forward() {
        Derived derived =
                Derived.ofLines("w = param([3, 4])", "a = w*w", "E = sum(a*w)", "g = gradient(E, w)", "F = sum(g*g)");
        assertThat(derived.text(Locale.ENGLISH, Detail.LINE)).doesNotContain("backward");
        Page page = derived.page(Locale.ENGLISH, Detail.LINE);
        assertThat(new LineRows(page).rows()).allMatch(row -> row.phase() == Phase.FORWARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(w*w*w) + sum(w)",
                "sum(w**3)",
                "sum(tanh(w*x)*w)",
                "sum((sigmoid(w*x) - 1)**2)",
                "dot(w, x)**2 * sum(w)",
                "sum(exp(w)*exp(w)) + w[0]*w[1]",
                "norm(w)*sum(w/x)"
            })
    void no_two_gradients_have_one_name(String loss) {
        Derived derived = Derived.ofLines(
                "x = input([1, 2])",
                "w = param([3, 4])",
                "E = " + loss,
                "g = gradient(E, w)",
                "J = sum(g*g) + E + sum(gradient(E, w))",
                "minimize(J)");
        Page page = derived.page(Locale.ENGLISH, Detail.TERM);
        List<String> names = new ArrayList<>();
        for (Node node : derived.trace().program().nodes()) {
            if (node.role() instanceof Role.Term || node.role() instanceof Role.Total) {
                names.add(page.left(node.id()).plain());
            }
        }
        assertThat(names).hasSizeGreaterThan(6).doesNotHaveDuplicates();
        assertThat(names).noneMatch(name -> name.contains("∂∂"));
        Page lines = derived.page(Locale.ENGLISH, Detail.LINE);
        assertThat(new LineRows(lines)
                        .rows().stream().map(row -> lines.left(row.node()).plain()))
                .doesNotHaveDuplicates();
    }

    private static final String[] CUBE_AND_EXP = {
        "w = param([1, 2])",
        "x = const([3, -1])",
        "y = w @ x",
        "J = y**3 + sum(exp(w))",
        "g = gradient(J, w)",
        "n = sum(g**2)",
        "P = J + 0.1*n",
        "minimize(P)"
    };

    @Test
    void a_use_that_leads_to_two_values_is_called_by_both() {
        assertThat(text(Detail.LINE, CUBE_AND_EXP))
                .contains("∂P/∂w via ∂J/∂w and J = (∂P/∂(∂J/∂w) + ∂P/∂J) ⊙ exp(w)")
                .contains("= (∂P/∂w via ∂J/∂w and J) + (∂P/∂w via y)")
                .doesNotContain("∂P/∂w via J ");
        assertThat(Derived.ofLines(CUBE_AND_EXP).text(Locale.SIMPLIFIED_CHINESE, Detail.LINE))
                .contains("∂P/∂w 经 ∂J/∂w 与 J = ");
        assertThat(Derived.ofLines(CUBE_AND_EXP)
                        .report(Locale.ENGLISH, Detail.LINE)
                        .latex())
                .contains("\\text{via }\\frac{\\partial J}{\\partial w}\\text{ and }J");
    }

    @Test
    void a_use_that_leads_to_three_values_is_called_by_all() {
        String[] lines = CUBE_AND_EXP.clone();
        lines[6] = "P = J + 0.1*n + sum(gradient(n, w))";
        assertThat(text(Detail.LINE, lines)).contains("∂P/∂w via ∂n/∂w, ∂J/∂w and J = ");
    }

    @Test
    void a_use_by_the_gradient_alone_is_not_called_by_the_loss() {
        String[] lines = CUBE_AND_EXP.clone();
        lines[6] = "P = 0.1*n";
        assertThat(text(Detail.LINE, lines)).contains("∂P/∂w via ∂J/∂w = ∂P/∂(∂J/∂w) ⊙ exp(w)");
    }

    @Test
    void uses_on_one_line_that_lead_to_different_values_have_a_row_each() {
        assertThat(text(
                        Detail.LINE,
                        "w = param([0.7, -0.4])",
                        "h = const([[1, 2], [3, 4]])",
                        "U = param([[1, 0], [2, 1]])",
                        "k = h @ U",
                        "y = k @ w",
                        "L = sum(y**2)",
                        "G = gradient(L, U)",
                        "P = sum(G**2) + sum(w**2) + L",
                        "minimize(P)"))
                .contains("∂P/∂w via ∂L/∂k = (∂P/∂(∂L/∂k))ᵀ · ∂L/∂y ")
                .contains("∂P/∂w via y     = kᵀ · ∂P/∂y ")
                .contains("= (∂P/∂w via P) + (∂P/∂w via ∂L/∂k) + (∂P/∂w via y)");
        assertThat(text(Detail.LINE, "w = param([1, 2])", "h = relu(w*2) + tanh(w)", "E = sum(h*w)", "minimize(E)"))
                .contains("∂E/∂w via h   = ∂E/∂h ⊙ (1 − tanh(w)²) ")
                .contains("∂E/∂w via z_h = 2·∂E/∂z_h ");
    }

    @Test
    void uses_on_two_lines_that_lead_to_one_value_are_counted() {
        assertThat(text(
                        Detail.LINE,
                        "w = param([1, 2])",
                        "J = sum(exp(w))",
                        "K = J + sum(sin(w))",
                        "g = gradient(K, w)",
                        "n = sum(g**2)",
                        "minimize(n)"))
                .contains("∂n/∂w via ∂K/∂w, use 1 = −∂n/∂(∂K/∂w) ⊙ sin(w)")
                .contains("∂n/∂w via ∂K/∂w, use 2 = ∂K/∂J ∂n/∂(∂K/∂w) ⊙ exp(w)")
                .contains("= (∂n/∂w via ∂K/∂w, use 1) + (∂n/∂w via ∂K/∂w, use 2)");
    }

    /** The rows of a sum's terms hold numbers that add up to the sum's. */
    @Test
    void the_rows_of_the_terms_add_up_to_the_row_of_the_sum() {
        Page page = Derived.ofLines(CUBE_AND_EXP).page(Locale.ENGLISH, Detail.LINE);
        List<Row> rows = new LineRows(page).rows();
        List<Row> sums = rows.stream()
                .filter(row -> page.program().node(row.node()).role() instanceof Role.Total)
                .filter(row -> page.left(row.node()).plain().equals("∂P/∂w"))
                .toList();
        assertThat(sums).hasSize(1);
        List<Row> terms = rows.stream()
                .filter(row -> page.left(row.node()).plain().startsWith("∂P/∂w via "))
                .toList();
        assertThat(terms).hasSize(2);
        for (int i = 0; i < 2; i++) {
            int at = i;
            assertThat(terms.stream().mapToDouble(row -> row.value().get(at)).sum())
                    .isCloseTo(sums.get(0).value().get(at), within(1e-12));
        }
    }

    private static String steps(Locale locale, String loss, String... more) {
        List<String> lines = new ArrayList<>(List.of(
                "X = param([[0.5, -0.2, 0.8, 0.1], [1.5, 0.3, -0.7, 0.2], [0.1, 0.9, 0.4, -0.3], [0.6, -0.5, 0.7, 0.35]])",
                "K = param([[1, 0.5], [-0.5, 0.25]])"));
        lines.addAll(List.of(more));
        lines.addAll(List.of("f = " + loss, "g = gradient(f, X)", "n = sum(g**2)", "minimize(n)"));
        return Derived.ofLines(lines.toArray(String[]::new)).text(locale, Detail.TERM);
    }

    @Test
    void through_a_pool_it_is_taken_where_the_pool_took() {
        String loss = "sum(max_pool2d(X, 2)**3) + sum(avg_pool2d(X, 2)**3)";
        assertThat(steps(Locale.ENGLISH, loss, "P = X"))
                .contains("∂n/∂(∂f/∂max_pool2d(X; 2×2)) = ∂n/∂g at the winner of each window")
                .contains("∂n/∂(∂f/∂avg_pool2d(X; 2×2)) = avg_pool2d(∂n/∂g; 2×2)")
                .doesNotContain("ᵀ · ∂n");
        assertThat(steps(Locale.SIMPLIFIED_CHINESE, loss, "P = X")).contains("∂n/∂g 在每个窗口的胜出处");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", stride=2", ", pad=1"})
    void through_a_convolution_it_is_a_convolution(String settings) {
        String text = steps(Locale.ENGLISH, "sum(y**3)", "y = conv2d(X, K" + settings + ")");
        String said = settings.replaceFirst(", ", "; ");
        assertThat(text)
                .contains("= conv2d(∂n/∂g, K" + said + ")")
                .doesNotContain("ᵀ · ∂n")
                .contains("∂n/∂X")
                .doesNotContain("does not agree");
    }

    @Test
    void the_letters_of_a_normalisation_are_told_there_too() {
        String text = Derived.ofLines(
                        "x = param([1.5, 3, -2])",
                        "gm = const([1, 2, 0.5])",
                        "f = sum(layer_norm(x, gm, gm)**2)",
                        "g = gradient(f, x)",
                        "n = g[0]",
                        "minimize(n)")
                .text(Locale.ENGLISH, Detail.TERM);
        String step = text.substring(text.indexOf("rule     ∂n/∂(∂f/∂"));
        assertThat(step.substring(step.indexOf("⊙ x̂") + 1)).contains("where x̂ = (x − μ) / √(σ² + ε), μ = ");
    }

    @Test
    void an_edge_into_a_slope_that_does_not_change_says_so() {
        Derived derived = Derived.ofLines(
                "x = param([2, -1, 3])",
                "h = relu(x)",
                "L = sum(h**2 * [1, 1, 0])",
                "g = gradient(L, x)",
                "R = L + sum(g**2)",
                "minimize(R)");
        assertThat(derived.text(Locale.ENGLISH, Detail.ELEMENT))
                .contains("0, because a small change of x₁ leaves the slope as it is: the second derivative is 0 here")
                .contains("0, because ∂L/∂h₃ = 0 already");
    }

    @Test
    void a_gradient_that_a_rule_names_has_a_row_and_no_note_says_a_rule_again() {
        Derived derived = Derived.ofLines(
                "x = input(2)",
                "w = param(3)",
                "f = sin(x*w)**2 + exp(-w)",
                "g = gradient(f, w)",
                "h = gradient(g, w)",
                "k = gradient(h, w)",
                "p = g**2 + h*k",
                "minimize(p)");
        String line = derived.text(Locale.ENGLISH, Detail.LINE);
        assertThat(line)
                .containsPattern("(?s) 3  ∂p/∂\\(x · w\\) = .*= −227.877\n.*∂p/∂w       = .*∂p/∂\\(x · w\\) · x\n");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM))
                .contains("as it is computed: 8.495118 + (−100.315) + ")
                .doesNotContain("as it is computed: ∂p/∂(x · w)");
    }
}
