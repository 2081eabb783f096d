package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be said when it happens: ties, kinks, saturation, numbers that are not finite, the update's trap. */
class SaidTest {
    @TempDir
    private Path folder;

    private Derived derived(String source) throws IOException {
        Path file = folder.resolve("said.chain");
        Files.writeString(file, source);
        return Derived.of(file.toString());
    }

    private String told(String source, Detail detail) throws IOException {
        return derived(source).report(Locale.ENGLISH, detail).text();
    }

    private String edges(String source, String name, int element) throws IOException {
        Derived derived = derived(source);
        Explainer explainer = new Explainer(derived.trace(), derived.lines(), Map.of(), Locale.ENGLISH);
        return explainer.hops(derived.loss(), derived.node(name), element);
    }

    @Test
    void a_tie_is_told_at_every_depth() throws IOException {
        String source = "a = param([3, 1])\nm = maximum(a, [3, 2])\nL = sum(m)\nminimize(L, sgd(lr=1))\n";
        for (Detail detail : Detail.values()) {
            assertThat(told(source, detail))
                    .contains("a tie: m₁ = a₁ = ")
                    .contains("the first of the equals takes the whole gradient");
        }
        assertThat(told("a = param([3, 3])\nL = max(a)\nminimize(L, sgd(lr=1))\n", Detail.LINE))
                .contains("a tie: L = a₁ = a₂");
        assertThat(told("a = param([3, 3, 5])\nL = min(a)\nminimize(L, sgd(lr=1))\n", Detail.LINE))
                .contains("a tie: L = a₁ = a₂");
    }

    @Test
    void a_weight_that_lies_on_the_padding_says_so() throws IOException {
        String source = """
                x = input([[1.0, 2], [3, 4]])
                w = param([[1.0, 2], [3, 4]])
                y = conv2d(x, w, pad=1)
                E = sum(y**2)
                minimize(E)
                """;
        assertThat(edges(source, "w", 0))
                .contains("w₁₁ → y₁₁        0  ×  ∂E/∂y₁₁ =  8  =        0  0, because in the window of y₁₁ it lies on"
                        + " the padding\n")
                .contains("w₁₁ → y₂₂  x₁₁ = 1  ×  ∂E/∂y₂₂ = 60  =       60\n");
    }

    @Test
    void a_disagreement_is_never_called_agreement() throws IOException {
        String kink = told("z = param([0, 1])\nr = relu(z)\nL = sum(r)\nminimize(L, sgd(lr=1))\n", Detail.TERM);
        assertThat(kink)
                .contains("but for the kinks")
                .contains("z₁: relu has its kink at 0, and z₁ = 0: slope 0 on the left, 1 on the right");
        assertThat(told("z = param(0)\nL = log(z)\nminimize(L, sgd(lr=1))\n", Detail.TERM))
                .contains("not finite, so nothing to compare")
                .doesNotContain("agrees to NaN");
    }

    @Test
    void kinks_that_cancel_and_kinks_beside_are_all_told() throws IOException {
        String said = told(
                "z = param([0, 1e-9])\nr = relu(z)\nq = -z\nL = sum(r - relu(q))\nminimize(L, sgd(lr=1))\n",
                Detail.TERM);
        assertThat(said)
                .contains(
                        "z₁: relu has its kink at 0, and z₁ = 0; relu has its kink at 0, and q₁ = 0; the value itself has"
                                + " none: slope 1 on both sides, while the gradient 0 comes from what is taken at the kink and"
                                + " is not the slope")
                .contains("q₂: the difference reaches over a kink beside it: relu has its kink at 0, and q₂ = −1e-9:"
                        + " slope 0 on its own side");
    }

    @Test
    void a_number_is_blamed_only_on_numbers_it_was_computed_from() throws IOException {
        String source = "x = param([-1.0, 4.0, 0.0])\na = sqrt(x)\nb = 1/x\nc = a * b\nL = sum(c)\nminimize(L)\n";
        String said = told(source, Detail.ELEMENT);
        assertThat(said.substring(said.indexOf("∂L/∂a₃"))).contains("not finite since line 3 (b₃ = ∞)");
        assertThat(said.lines().filter(line -> line.contains("NaN") && line.contains("0, because")))
                .isEmpty();
    }

    @Test
    void the_shortcut_is_told_only_where_there_is_a_cross_entropy() throws IOException {
        String start = "z = param([800.0, -800.0])\nt = target([1, 0])\ns = softmax(z)\n";
        assertThat(told(start + "L = mse(s, t)\nminimize(L)\n", Detail.LINE))
                .doesNotContain("softmax and cross-entropy");
        assertThat(told(start + "L = sum(s * t)\nminimize(L)\n", Detail.LINE))
                .doesNotContain("softmax and cross-entropy");
        assertThat(told(start + "L = -sum(t * log(s))\nminimize(L)\n", Detail.LINE))
                .doesNotContain("softmax and cross-entropy");
        assertThat(told(start.replace("800", "1") + "L = -sum(t * log(s))\nminimize(L)\n", Detail.LINE))
                .contains("softmax and cross-entropy together: ∂L/∂z = s − t");
    }

    @Test
    void an_inner_value_is_not_called_as_one_of_the_users_is() throws IOException {
        String said = told(
                "W = param([[0.1, 0.2],[0.3, 0.4]])\nx = input([1.0, 2.0])\ns = softmax(W @ x)\nz_s = s - 1\n"
                        + "L = sum(z_s**2)\nminimize(L)\n",
                Detail.LINE);
        assertThat(said).contains("a_s = [0.500000  1.100000]", "∂L/∂a_s = ").containsOnlyOnce("∂L/∂z_s =");
    }

    @Test
    void an_element_picked_twice_is_not_said_to_be_used_once() throws IOException {
        String said = told("w = param([2.0, 3.0])\ny = w[0] * w[1] + w[0]\nminimize(y)\n", Detail.ELEMENT);
        assertThat(said).contains("one of the 2 uses of w₁").doesNotContain("w₁ is used once");
    }

    @Test
    void a_number_that_rounding_left_beside_the_kink_is_told() throws IOException {
        String source = "w = param([0.1, 0.3])\nz = w + [0.2, -0.1] - [0.30000000000000004, 0.1]\n"
                + "z2 = z - [0.0000000000000000555, 0]\nr = relu(z2)\nL = sum(r)\nminimize(L, sgd(lr=1))\n";
        assertThat(told(source, Detail.LINE)).contains("almost 0: z2₁ = −5.6e-17");
    }

    @Test
    void saturation_says_how_far_from_one() throws IOException {
        String source = "z = param([10, 0])\nh = tanh(z)\nL = sum(h)\nminimize(L, sgd(lr=1))\n";
        assertThat(told(source, Detail.LINE)).contains("tanh is saturated: h₁ = 1 − 4.1e-9");
        String flat = "z = param([1000, 0])\nh = tanh(z)\nL = sum(h)\nminimize(L, sgd(lr=1))\n";
        assertThat(edges(flat, "z", 0)).contains("0, because tanh is saturated (h₁ = 1 to the last digit)");
    }

    @Test
    void nothing_from_above_is_a_reason() throws IOException {
        String source = "w = param([1, 2])\nz = 2*w\nL = sum(step(z))\nminimize(L, sgd(lr=1))\n";
        assertThat(edges(source, "w", 0)).contains("0, because ∂L/∂z₁ = 0 already");
    }

    @Test
    void the_first_number_that_is_not_finite_has_its_reason() throws IOException {
        String source = "w = param([1, 0])\nz = 2*w\nk = log(z)\nL = sum(k)\nminimize(L, sgd(lr=1))\n";
        assertThat(told(source, Detail.LINE))
                .containsOnlyOnce("not finite: k₂ = −∞, the logarithm of 0")
                .contains("not finite since line 3 (k₂ = −∞)");
    }

    @Test
    void the_updates_trap_is_told_at_every_depth() throws IOException {
        String source = "w = param([1, 2])\nL = sum(w*w)\nminimize(L, sgd(lr=1))\n";
        for (Detail detail : Detail.values()) {
            assertThat(told(source, detail)).contains("all gradients use the old w");
        }
    }

    @Test
    void a_number_stops_being_finite_by_a_cause() throws IOException {
        assertThat(line("k = log(x)", "d = k - k", "L = sum(d)"))
                .contains("k₁ = −∞, the logarithm of 0", "d₁ = NaN, the difference ∞ − ∞, which is no number");
        assertThat(line("L = sum([0, 1] * log(x))"))
                .contains("ln(x)₁ = −∞, the logarithm of 0")
                .contains("([0  1] ⊙ ln(x))₁ = NaN, the product 0 · ∞, which is no number");
        assertThat(line("L = sum(1 / x)"))
                .contains("(1 / x)₁ = ∞, 1 divided by 0", "∂L/∂x₁ = −∞, ")
                .doesNotContain("which no float64 can hold");
        assertThat(line("s = exp(400 * x)", "p = s / sum(s)", "L = sum(p)"))
                .contains("s₂ = ∞, the exponential of 800 is too large for a float64")
                .contains("p₂ = NaN, the quotient ∞ / ∞, which is no number");
        assertThat(line("L = sum((x - 1)**0.5)")).contains("= NaN, −1 to the power 0.5, which is no real number");
        assertThat(line("L = sum(x**-2)")).contains("(1 / x²)₁ = ∞, 0 to the negative power −2, a division by 0");
        assertThat(line("L = sum((x * 1e200) * (x * 1e200))"))
                .contains("= ∞, 2e200 times 2e200 is too large for a float64");
        assertThat(line("L = sqrt(sum((x - x)**2))"))
                .contains("∂L/∂(Σ (x − x)²) = ∞, 1 divided by 0")
                .contains("∂L/∂(x − x)₁ = NaN, the product 0 · ∞, which is no number");
        assertThat(line("L = norm(x - x)")).contains("the gradient of a norm is taken as 0 at 0 (L = 0 exactly");
    }

    private String line(String... lines) throws IOException {
        return told("x = param([0, 2])\n" + String.join("\n", lines) + "\nminimize(L)\n", Detail.LINE);
    }

    @Test
    void an_element_that_is_not_finite_has_its_reason() throws IOException {
        String source = "x = param([0, 2])\nk = log(x)\nd = k - k\nL = sum(d)\nminimize(L)\n";
        assertThat(told(source, Detail.ELEMENT))
                .containsOnlyOnce("not finite: k₁ = −∞, the logarithm of 0")
                .containsOnlyOnce("not finite: d₁ = NaN, the difference ∞ − ∞, which is no number")
                .contains("not finite since line 2 (k₁ = −∞)");
    }

    @Test
    void a_number_of_a_rule_that_no_float64_holds_is_written_all_the_same() throws IOException {
        String source = "x = param([0, 2])\nL = sum((1e200 * x)**2)\nminimize(L)\n";
        assertThat(told(source, Detail.LINE)).contains("∂L/∂x = 2e400·x");
    }

    @Test
    void a_value_that_is_not_finite_for_two_reasons_has_its_own_too() throws IOException {
        assertThat(line("b = log(x - 1)", "d = 0 * log(x)", "e = b - b", "f = sum(0 * x / x - b)", "L = f"))
                .contains("not finite: b₁ = NaN, the logarithm of −1, which is negative\n")
                .contains("= NaN, 0 divided by 0");
        assertThat(line("b = log([0, -1, 1])", "d = 0 * b", "e = b - b", "L = sum(e)"))
                .contains("not finite: d₁ = NaN, the product 0 · ∞, which is no number")
                .contains("not finite: e₁ = NaN, the difference ∞ − ∞, which is no number")
                .containsOnlyOnce("e₁ = NaN");
    }

    @Test
    void a_step_at_its_jump_is_said_forwards_and_backwards() throws IOException {
        String source = "x = param([0, 2])\ns = step(x)\nL = sum(s * x)\nminimize(L)\n";
        String jump = "step(0) is taken as 0, and so is step′(0) (x₁ = 0 exactly; a step jumps there)";
        for (Detail detail : Detail.values()) {
            assertThat(told(source, detail)).contains(jump);
        }
        assertThat(told(source, Detail.ELEMENT).split("step′")).hasSize(3);
        assertThat(told(source, Detail.LINE)).contains("nothing before it can learn through it");
    }
}
