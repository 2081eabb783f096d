package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values without a name can be told of too: arrays inside expressions, masks, inner values. */
class NamelessTest {
    /** Every form in one language, the words in the other. */
    private static void tell(Derived derived, Detail detail) {
        Report report = derived.report(Locale.ENGLISH, detail);
        assertThat(report.latex()).isNotBlank();
        assertThat(report.records()).isNotEmpty();
        assertThat(derived.text(Locale.CHINESE, detail)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + [3, 4]",
                "[3, 4] - x",
                "x * [3, 4]",
                "[3, 4] / x",
                "x ** 2 * [-1, 1]",
                "-[3, 4] * x",
                "maximum(x, [0, 1])",
                "minimum([0, 1], x)",
                "dot([3, 4], x)",
                "[[1, 2], [3, 4]] @ x",
                "x @ [[1, 2], [3, 4]]",
                "outer(x, [3, 4])",
                "exp(x) + exp([0, 1])",
                "log(abs(x) + [1, 2])",
                "sqrt(x + [1, 2])",
                "sin(x + [1, 2]) * cos([1, 2])",
                "sigmoid(x - [1, 2])",
                "tanh([1, 2] * x)",
                "relu(x - [1, 2])",
                "leaky_relu(x - [1, 2], 0.1)",
                "elu(x - [1, 2])",
                "gelu(x - [1, 2])",
                "silu(x - [1, 2])",
                "softplus(x - [1, 2])",
                "step(x - [1, 2]) + x",
                "sign(x - [1, 2]) + x",
                "x * ([1, 2] > x)",
                "sum([[1, 2], [3, 4]] * x, axis=1)",
                "mean([[1, 2], [3, 4]] * x, axis=0)",
                "max([1, 2] * x)",
                "min([1, 2] * x)",
                "norm(x - [1, 2])",
                "softmax(x + [1, 2])",
                "log_softmax(x + [1, 2])",
                "cross_entropy(reshape(x, (1, 2)), [0])",
                "cross_entropy(reshape(x, (1, 2)), [[0.5, 0.5]])",
                "mse(x, [1, 2])",
                "mae(x, [1, 2])",
                "huber(x, [1, 2])",
                "bce(sigmoid(x), [0, 1])",
                "bce_logits(x, [0, 1])",
                "hinge(x, [-1, 1])",
                "concat([x, [1, 2]])",
                "stack([x, [1, 2]])",
                "transpose(stack([x, [1, 2]])) @ [1, 2]",
                "([[1, 2], [3, 4]].T @ x)[1:]",
                "layer_norm(stack([x, [1, 2]]), [1, 1], [0, 0])",
                "batch_norm(stack([x, [1, 2]]), [1, 1], [0, 0])",
                "conv2d(reshape(x, (1, 1, 1, 2)), reshape([1, 2], (1, 1, 1, 2)))",
                "max_pool2d(reshape(outer(x, [1, 2]), (1, 1, 2, 2)), 2)",
                "avg_pool2d(reshape(outer(x, [1, 2]), (1, 1, 2, 2)), 2)",
                "dropout(x, 0.5, seed=3)",
                "dropout([1, 2] * dropout(x, 0.5), 0.25)",
                "clip(x, 0, 1) + zeros_like(x) + ones((2,))"
            })
    void an_operation_on_numbers_without_a_name_is_told_at_every_depth(String expression) {
        Derived inner = Derived.ofLines("x = param([1.5, 2.5])", "minimize(sum(" + expression + "))");
        Derived named = Derived.ofLines("x = param([1.5, 2.5])", "y = " + expression, "L = sum(y * y)", "minimize(L)");
        for (Detail detail : Detail.values()) {
            tell(inner, detail);
            assertThat(named.text(Locale.ENGLISH, detail)).isNotBlank();
        }
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files
                    .filter(file -> file.toString().endsWith(".chain"))
                    .filter(file -> !file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void the_samples_are_found() throws IOException {
        assertThat(samples()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_told_at_every_depth(Path sample) {
        Derived derived = Derived.of(sample.toString());
        for (Detail detail : Detail.values()) {
            assertThat(derived.text(Locale.ENGLISH, detail)).isNotBlank();
        }
        assertThat(derived.report(Locale.CHINESE, Detail.TERM).latex()).isNotBlank();
    }

    @Test
    void an_array_inside_an_expression_is_written_as_its_numbers() {
        Derived derived = Derived.ofLines("x = param([1.0, 2.0])", "L = sum((x - [3, 4])**2)", "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.LINE)).contains("∂L/∂x = 2·(x − [3  4])  = [−4  −4]");
        assertThat(derived.text(Locale.ENGLISH, Detail.ELEMENT)).contains("(x − [3  4])₁ = x₁ − 3");
    }

    @Test
    void a_mask_is_called_after_its_line() {
        Derived derived = Derived.ofLines(
                "x = param([1.0, 2.0, 3.0])", "d = dropout(x, 0.5, seed=3)", "L = sum(d * d)", "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM))
                .contains("rule     d = x ⊙ m_d", "note     m_d is the mask: it is drawn anew each iteration");
        assertThat(derived.text(Locale.CHINESE, Detail.LINE)).contains("m_d 是掩码");
    }

    @Test
    void two_masks_of_one_line_have_two_names() {
        Derived derived = Derived.ofLines(
                "x = param([1.0, 2.0])", "d = dropout(dropout(x, 0.5), 0.5)", "L = sum(d)", "minimize(L)");
        assertThat(derived.text(Locale.ENGLISH, Detail.TERM)).contains("m_d,", "m_d′,");
    }
}
