package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rules say by what they differ, zeros say why, and nothing is said that says nothing. */
class ReasonsTest {
    private static final String[] KINKS = {
        "x = param([0.5, 2.0, -1, 1])",
        "t = target([1, 1, 1, 1])",
        "H = 0.5*hinge(x, t)",
        "M = mae(x, t)",
        "z = x*0",
        "e = elu(x - 1, alpha=2)",
        "L = H + M + sum(z) + sum(e)",
        "minimize(L)"
    };

    private static final String[] WINDOWS = {
        "X = param([[1.0, 3.0], [2.0, 0.5]])",
        "I = param([[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 0.5]])",
        "K = param([[1, 2], [3, 4]])",
        "p = softmax(X, axis=0)",
        "q = log_softmax(X, axis=0)",
        "r = softmax(X)",
        "m = max_pool2d(I, 2)",
        "a = avg_pool2d(I, 3, stride=1)",
        "c = conv2d(I, K, pad=1)",
        "d = conv2d(I, K, stride=2)",
        "E = sum(p**2) + sum(q*r) + sum(m) + sum(a**2) + sum(c**2) + sum(d)",
        "minimize(E)"
    };

    private static String text(Detail detail, String... lines) {
        return Derived.ofLines(lines).text(Locale.ENGLISH, detail);
    }

    @Test
    void a_rule_shows_the_axis_the_window_the_stride_and_the_padding() {
        assertThat(text(Detail.TERM, WINDOWS))
                .contains("p = softmax[rows](X)\n")
                .contains("q = log_softmax[rows](X)\n")
                .contains("r = softmax(X)  ")
                .contains("m = max_pool2d(I; 2×2)\n")
                .contains("a = avg_pool2d(I; 3×3, stride=1)\n")
                .contains("c = conv2d(I, K; pad=1)\n")
                .contains("d = conv2d(I, K; stride=2)\n")
                .contains("∂E/∂K via c = pad(I; 1) ⋆ ∂E/∂c")
                .contains("∂E/∂I via c = crop(∂E/∂c ⋆full rot180(K); 1)");
        assertThat(Derived.ofLines(WINDOWS).report(Locale.ENGLISH, Detail.TERM).latex())
                .contains("\\operatorname{conv2d}(I, K\\text{; pad=1})");
    }

    @Test
    void axes_are_numbered_as_in_the_source() {
        String[] lines = {
            "X = param(ones((2, 3, 2)))",
            "m = max(X*2, axis=2)",
            "s = sum(X, axis=(0, 2))",
            "E = sum(m) + sum(s**2)",
            "minimize(E)"
        };
        assertThat(text(Detail.TERM, lines))
                .contains("m = max[axis 2](2·X)")
                .contains("s = Σ[axes 0, 2] X")
                .contains("Σ[axes 0, 2] adds up along axes 0 and 2, counted from 0 as in axis=");
        assertThat(Derived.ofLines(lines).text(Locale.SIMPLIFIED_CHINESE, Detail.TERM))
                .contains("Σ[第 0、2 轴] 沿第 0、2 轴相加");
    }

    @Test
    void a_zero_edge_says_why() {
        assertThat(text(Detail.ELEMENT, KINKS))
                .contains("0, because the margin is met (1 − t₂ · x₂ = −1 < 0)")
                .contains("0: at the margin exactly the slope 0 is taken (1 − t₄ · x₄ = 0;")
                .contains("0: |x|′ is taken as 0 at 0 (x₄ − t₄ = 0 exactly;")
                .contains("0, because x₂ is multiplied by 0");
    }

    @Test
    void kinks_are_said_at_depth_line() {
        assertThat(text(Detail.LINE, KINKS))
                .contains("at the margin exactly the slope 0 is taken (1 − t₄ · x₄ = 0;")
                .contains("|x|′ is taken as 0 at 0 (x₄ − t₄ = 0 exactly;")
                .contains(
                        "of elu the slope of the left side is taken at 0, 2 (z_e₄ = 0 exactly; the slope on the right is 1");
        assertThat(text(Detail.LINE, "x = param([0.0, 1])", "y = elu(x)", "L = sum(y)", "minimize(L)"))
                .doesNotContain("left side");
    }

    @Test
    void an_element_is_said_to_be_unused_only_where_it_is() {
        String[] lines = {"x = param([1.0, 2, 3])", "a = x[0:2]", "b = x[1:3]", "L = sum(a*b)", "minimize(L)"};
        assertThat(text(Detail.ELEMENT, lines)).contains("x₁ is not used in b").doesNotContain("x₁ is used nowhere");
        assertThat(Derived.ofLines(lines).text(Locale.SIMPLIFIED_CHINESE, Detail.ELEMENT))
                .contains("b 没有用到 x₁")
                .doesNotContain("x₁ 没有被用到");
    }

    @Test
    void a_check_names_the_element_at_its_own_kink() {
        assertThat(text(
                        Detail.TERM,
                        "b2 = param(zeros(3))",
                        "E = sum((b2 - 1)**2)",
                        "minimize(E, sgd(lr=0.1), l1=0.5)"))
                .contains("b2₁: abs has its kink at 0, and b2₁ = 0")
                .contains("b2₂: abs has its kink at 0, and b2₂ = 0")
                .contains("b2₃: abs has its kink at 0, and b2₃ = 0");
    }

    @Test
    void nothing_is_said_to_be_itself() {
        String[] lines = {"x = param([-1.0, 0.5])", "f = x[0]**3 * x[1]", "minimize(f)"};
        for (Detail detail : Detail.values()) {
            assertThat(text(detail, lines).lines())
                    .noneMatch(line -> line.matches(".*numbers +(\\S+) = \\1"))
                    .noneMatch(line -> line.contains("numbers  0.5 = 0.500000"))
                    .noneMatch(line -> line.matches(".*: (∂\\S+) = \\1 = .*"));
        }
        assertThat(text(Detail.TERM, "x = param([1.0, 2])", "f = x[0]**3", "minimize(f)"))
                .doesNotContain("its first number: ∂f/∂x₁ = ∂f/∂x₁");
    }
}
