package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Node;
import chainstep.lang.Quantity;
import chainstep.run.Evaluator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ledgers of what is no line's own loss: of a loss made from gradients, of a part, of an array. */
class GradientLedgerTest {
    private static final Derived PENALTY = Derived.ofLines(
            "w = param([1.0, 2])",
            "x = const([3.0, -1])",
            "y = w @ x",
            "J = y**3 + sum(exp(w))",
            "g = gradient(J, w)",
            "P = J + 0.1 * sum(g**2)",
            "minimize(P)");

    private static final Derived SOFTMAX = Derived.ofLines(
            "x = input([0.5, -1, 2])",
            "W = param([[1.0, 2, 3], [0, -1, 1]])",
            "h = tanh(W @ x)",
            "y = softmax(h)",
            "E = -log(y[0])",
            "minimize(E)");

    /** One of the ledgers of a gradient that is asked for at a prompt. */
    @FunctionalInterface
    private interface Ledger {
        String of(Explainer explainer, int of, int wrt, int element);
    }

    private static String asked(Derived derived, String gradient, String by, Ledger ledger) {
        Quantity.Appended asked = derived.model().quantity(gradient).append(derived.model(), (iteration, quantity) -> {
            throw new AssertionError(iteration);
        });
        Explainer explainer = new Explainer(
                Evaluator.extend(derived.trace(), asked.program()), derived.lines(), Map.of(), Locale.ENGLISH);
        int of = asked.program().nodes().stream()
                .filter(node -> Names.byWhat(node).equals(Optional.of(derived.node(by))))
                .reduce((first, last) -> last)
                .flatMap(Names::ofWhat)
                .orElseThrow();
        return ledger.of(explainer, of, derived.node(by), 0);
    }

    private static Explainer explainer(Derived derived) {
        return new Explainer(derived.trace(), derived.lines(), Map.of(), Locale.ENGLISH);
    }

    @Test
    void an_edge_leads_into_the_gradient_that_a_penalty_is_made_of() {
        assertThat(explainer(PENALTY).hops(PENALTY.loss(), PENALTY.node("w"), 0))
                .isEqualTo("""
                        ∂P/∂w₁ = 128.846          sum over the 3 edges by which w₁ is used
                          edge         local                                upstream                     product
                          w₁ → y       x₁                    =        3  ×  ∂P/∂y        = 39.918947  =  119.757
                          w₁ → J       exp(w)₁               = 2.718282  ×  ∂P/∂J        =  1.000000  =    2.718
                          w₁ → ∂J/∂w₁  ∂J/∂exp(w)₁ · exp(w)₁ = 2.718282  ×  ∂P/∂(∂J/∂w₁) =  2.343656  =    6.371
                                                                                                         -------
                                                                                                         128.846""");
    }

    @Test
    void a_value_inside_an_inner_gradient_has_an_edge_to_it() {
        assertThat(explainer(PENALTY).hops(PENALTY.loss(), PENALTY.node("y"), 0))
                .startsWith("∂P/∂y = 39.918947          sum over the 2 edges by which y is used")
                .contains("y → ∂J/∂y  6·y  = 6  ×  ∂P/∂(∂J/∂y) = 6.153158  =  36.918947");
    }

    @Test
    void paths_lead_through_the_inner_gradient() {
        assertThat(explainer(PENALTY).paths(PENALTY.loss(), PENALTY.node("w"), 0))
                .startsWith("∂P/∂w₁ = 128.846     5 paths from P")
                .contains("  ∂P/∂g₁ · ∂g₁/∂(∂J/∂w₁) · ∂(∂J/∂w₁)/∂(∂J/∂y) · ∂(∂J/∂y)/∂y · ∂y/∂w₁\n"
                        + "    2.343656 · 1 · 3 · 6 · 3 ");
    }

    @Test
    void a_value_whose_every_use_is_in_an_inner_gradient_is_used() {
        Derived derived = Derived.ofLines("w = param(1.5)", "J = sin(exp(w))", "P = gradient(J, w)**2", "minimize(P)");
        assertThat(explainer(derived).hops(derived.loss(), derived.node("w"), 0))
                .startsWith("∂P/∂w = −37.975464          w is used once")
                .contains("w → ∂J/∂w");
        assertThat(explainer(derived).paths(derived.loss(), derived.node("w"), 0))
                .startsWith("∂P/∂w = −37.975464     1 path from P");
    }

    @Test
    void a_step_of_gradient_descent_written_by_hand_is_led_through() {
        Derived derived = Derived.ofLines(
                "x = input([[1.0, 2], [3, 4]])",
                "t = target([[1.0], [0]])",
                "W = param([[0.1], [0.2]])",
                "L = bce(sigmoid(x @ W), t)",
                "V = W - 0.5 * gradient(L, W)",
                "M = bce(sigmoid(x @ V), t)",
                "minimize(M)");
        Page page = derived.page(Locale.ENGLISH, Detail.TERM);
        int w = derived.node("W");
        Node gradient =
                page.program().node(page.program().gradient(derived.loss(), w).orElseThrow());
        HopLedger ledger = HopLedger.of(page, derived.loss(), w, 0);
        assertThat(ledger.hops())
                .extracting(hop ->
                        page.element(hop.edge().node(), hop.edge().element()).plain())
                .containsExactly("z_L₁₁", "z_L₂₁", "V₁₁");
        assertThat(ledger.total()).isEqualTo(page.trace().get(gradient.id(), 0), within(1e-15));
    }

    @Test
    void paths_lead_to_an_element_that_has_no_name() {
        assertThat(asked(SOFTMAX, "grad(x, of=y[0])", "x", Explainer::paths)).isEqualTo("""
                        ∂y₁/∂x₁ = 0.000123379     2 paths from y₁
                          ∂y₁/∂h₁ · ∂h₁/∂z_h₁ · ∂z_h₁/∂x₁
                            0.249999 · 0.000493517 · 1  = 0.000123379
                          ∂y₁/∂h₂ · ∂h₂/∂z_h₂ · ∂z_h₂/∂x₁
                            −0.249999 · 0.00986604 · 0  = 0.000000000   0, because W₂₁ = 0
                                                          -----------
                                                          0.000123379""");
    }

    @Test
    void paths_lead_to_a_formula() {
        assertThat(asked(SOFTMAX, "grad(x, of=2 * sum(h) + 1)", "x", Explainer::paths))
                .startsWith("∂(2·Σ h + 1)/∂x₁ = ")
                .contains("2 paths from 2·Σ h + 1", "∂(2·Σ h + 1)/∂h₁ · ∂h₁/∂z_h₁ · ∂z_h₁/∂x₁");
    }

    @Test
    void the_ledgers_of_an_array_are_of_the_sum_of_its_elements() {
        assertThat(asked(SOFTMAX, "grad(h, of=y)", "h", Explainer::hops))
                .startsWith("∂(Σ y)/∂h₁ = ")
                .contains("h₁ → y₁  y₁ · (1 − y₁)", "∂(Σ y)/∂y₁ = 1");
        assertThat(asked(SOFTMAX, "grad(h, of=y)", "h", Explainer::paths))
                .startsWith("∂(Σ y)/∂h₁ = ")
                .contains("2 paths from Σ y", "  ∂y₁/∂h₁\n");
    }

    @Test
    void an_edge_between_gradients_is_silent_for_the_reason_of_the_values_edge() {
        Derived derived = Derived.ofLines(
                "z = param([-0.2, 0.4])",
                "a = relu(z)",
                "m = maximum(z, [0, 0.1])",
                "c = sum(a**2) + sum(m**3)",
                "g = gradient(c, z)",
                "P = sum(g**2)",
                "minimize(P)");
        String text = derived.text(Locale.ENGLISH, Detail.ELEMENT);
        assertThat(text)
                .contains(
                        "∂c/∂a₁ → (∂c/∂z₁ via a)  0      ×  ",
                        "0, because relu is off here (z₁ = −0.2 < 0)",
                        "∂c/∂a₂ → (∂c/∂z₂ via a)  1      ×  ",
                        "0, because z₁ is not the one that m₁ took")
                .doesNotContain("_adjoint");
    }
}
