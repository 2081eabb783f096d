package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainstep.graph.Leaf;
import chainstep.math.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text that means something elsewhere is told to write here. */
class AdviceTest {
    private static final String BEFORE = "x = input([1.0, 2.0])\nw = param([0.5, 0.5])\nL = dot(w, x)\n";

    private static SourceError error(String text) {
        SourceError error = catchThrowableOfType(SourceError.class, () -> read(text));
        assertThat(error).as(text).isNotNull();
        return error;
    }

    private static Model read(String text) {
        return ChainReader.read(Source.of("test.chain", text), Path.of(""));
    }

    @Test
    void an_operation_is_called_as_it_was_written() {
        assertThat(error(BEFORE + "y = x - [1, 2, 3]\n").getMessage()).contains("`-` cannot join the shapes 2 and 3");
        assertThat(error(BEFORE + "y = x > [1, 2, 3]\n").getMessage()).contains("`>` cannot join the shapes 2 and 3");
        assertThat(error(BEFORE + "y = maximum(x, [1, 2, 3])\n").getMessage()).contains("`maximum` cannot join");
    }

    @Test
    void a_shape_without_axes_has_its_word_in_each_language() {
        SourceError error = error(BEFORE + "y = L @ x\n");
        assertThat(error.message(Locale.ENGLISH)).contains("scalar and 2");
        assertThat(error.message(Locale.CHINESE)).contains("标量 和 2");
        assertThat(error.hint(Locale.CHINESE))
                .hasValueSatisfying(hint -> assertThat(hint).contains("`L` 的形状是 标量"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L.backward() | minimize(L, sgd(lr=0.1))",
                "optimizer.step() | minimize(L, sgd(lr=0.1))",
                "optimizer.zero_grad() | minimize(L, sgd(lr=0.1))",
                "opt = torch.optim.SGD([w], lr=0.1) | minimize(L, sgd(lr=0.1))",
                "v = torch.tensor([1.0, 2.0], requires_grad=True) | param(normal(2, 3, seed=1))",
                "v = nn.Parameter(torch.randn(2, 3)) | param(normal(2, 3, seed=1))",
                "v = torch.randn(2, 3) | param(normal(2, 3, seed=1))",
                "v = param(torch.randn(2, 3)) | param(normal(2, 3, seed=1))",
                "layer = nn.Linear(2, 3) | W @ x + b",
                "act = nn.ReLU() | relu(z)",
                "loss = nn.MSELoss() | mse(y, t)",
                "print(x) | chainstep debug",
                "y = max(x, 3) | maximum(x, 3)",
                "y = min(x, w) | minimum(x, w)",
                "minimize(L, sgd(lr=0.5, l2=0.1)) | minimize(E, sgd(lr=0.1), l2=...)",
                "minimize(L, sgd(rate=0.1)) | did you mean `lr`?",
                "y = sum x | `sum(x)`",
                "y = relu w @ x | `relu(...)`",
                "y = mean(exp x) | `exp(x)`",
                "y = 2 sum(x) | `2 * sum(...)`",
                "minimize L | `minimize(L)`",
                "y = Σ(x) | sum(x)",
                "y = lg(x) | log(x) / log(10)",
                "y = e^x | exp(x)",
                "y = x(w) | `*`",
                "y = nn.ReLU()(x) | relu(z)",
                "y = x[[0, 1]] | stack([x[0], x[1]])",
                "y = stack([x, w])[[0, 1], 1] | stack([stack([x, w])[0, 1], stack([x, w])[1, 1]])",
                "y = layer_norm(x, eps=1e-3) | layer_norm(x, gamma, beta)",
                "y = layer_norm(x, w) | layer_norm(x, gamma, beta)",
                "y = maximum(x) | maximum(a, b)",
                "minimize(L, sgd(lr=\"0.1\")) | quotes out: `0.1`",
                "minimize(L, sgd(lr=0,1)) | `lr=0.1`",
                "minimize(x^2, L) | minimize(E, sgd(lr=0.1))",
                "minimize(sgd(lr=0.1), L) | minimize(E, sgd(lr=0.1))",
                "minimize(L, lr=0.1) | minimize(E, sgd(lr=0.1))",
                "minimize(L, epochs=3) | train(epochs=",
                "expect(L, \"1\") | quotes out: `1`",
                "expect(L=1) | expect(quantity, value",
                "expect(dL/dw, 1) | grad(W)",
                "expect(∂L/∂w, 1) | grad(W)",
                "expect(L, 1); | leave the `;` out",
                "for = 3 | choose another name",
                "\"\"\" | a comment begins with `#`",
                "\"\"\"My network\"\"\" | a comment begins with `#`",
                "expect(w_2, 1) | `w[1]`",
                "expect(w₁₂, 1) | `w[0, 1]`",
                "y = w(0) | `w[0]`",
                "v = w - 0.1 * w.grad | gradient(E, W)",
                "y = x.shape[0] | written as numbers",
                "y = x ！ | write `not`",
                "v = param [1, 2] | `param(...)`",
                "param [1, 2] | `param(...)`",
                "y <- w @ x | write `=`",
                "title(My_network) | `\"My_network\"`",
                "X, t = csv(ok.csv) | `\"ok.csv\"`",
                "y = x % a comment | a comment begins with #",
                "/* a comment */ | a comment begins with #",
                "print \"loss\" | chainstep debug",
                "y = len(x) | written as numbers",
                "train(10) | train(epochs=, batch=",
                "minimize(L, sgd(lr=0.1, momentum=0.9)) | momentum(lr=0.1, beta=0.9)",
                "y = concat(x, w) | concat([x, w])",
                "y = stack(x, w) | stack([x, w])",
                "y = F.layer_norm(x, (2,)) | layer_norm(x, gamma, beta)",
                "minimize(L, sgd(cosine(0.1, steps=10))) | by name it takes lr, ",
            })
    void what_is_pasted_is_told_what_to_write(String line, String advice) {
        SourceError error = error(BEFORE + line);
        assertThat(error.hint(Locale.ENGLISH))
                .as(error.getMessage())
                .hasValueSatisfying(hint -> assertThat(hint).contains(advice));
        assertThat(error.hint(Locale.CHINESE)).isNotEqualTo(error.hint(Locale.ENGLISH));
        assertThat(error.line()).isEqualTo(4);
    }

    @Test
    void a_name_that_a_line_gives_is_no_function() {
        assertThat(error(BEFORE + "step = 2 * x\ny = step x").hint(Locale.ENGLISH))
                .hasValueSatisfying(hint -> assertThat(hint).contains("`step * x`"));
    }

    @Test
    void rows_of_a_matrix_without_a_comma_are_told_at_the_second() {
        assertThat(error("b = param([[1, 2]\n[3, 4]])"))
                .hasMessage("test.chain:2:1: a comma or an operator is missing between `]` and `[`");
        assertThat(read(BEFORE + "y = [x, w][0]").program().named("y")).isPresent();
    }

    @Test
    void one_column_of_class_numbers_is_told_how_to_be_taken() {
        assertThat(error("z = input([[1, 2], [3, 4]])\nt = target([[0], [1]])\nE = cross_entropy(z, t)")
                        .hint(Locale.ENGLISH))
                .hasValueSatisfying(hint -> assertThat(hint).endsWith("`t[..., 0]`"));
        assertThat(read("z = input([[1, 2], [3, 4]])\nt = target([[0], [1]])\nE = cross_entropy(z, t[..., 0])")
                        .program()
                        .named("E"))
                .isPresent();
    }

    @Test
    void nothing_behind_an_import_is_passed_over() {
        assertThat(error("import numpy as np; y = 2"))
                .hasMessage("test.chain:1:19: one statement a line: break the line at the `;`");
    }

    @Test
    void an_unknown_name_is_told_before_a_missing_one_at_the_name() {
        assertThat(error(BEFORE + "minimize(L, sgd(rate=0.1))")).hasMessage("test.chain:4:17: `sgd` has no `rate=`");
    }

    @ParameterizedTest
    @CsvSource({"'[7, 0]', 7", "'[1.5, 0]', 1.5", "'[0, -1]', -1"})
    void a_class_number_must_be_one_of_the_classes(String target, String number) {
        assertThat(error(
                        "z = input([[1, 2, 3, 4], [1, 2, 3, 4]])\nt = target(" + target + ")\nE = cross_entropy(z, t)"))
                .hasMessage("test.chain:3:22: there is no class number " + number + ": the classes of `z` are 0 to 3");
    }

    @Test
    void a_row_that_does_not_sum_to_one_is_warned_of() {
        List<SourceError> warnings = read("z = input([[1, 2]])\nt = target([[0.5, 0.6]])\nE = cross_entropy(z, t)")
                .warnings();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).hasMessage("test.chain:3:22: a row of `t` sums to 1.1, and probabilities sum to 1");
        assertThat(read("z = input([[1, 2]])\nt = target([[0.4, 0.6]])\nE = cross_entropy(z, t)")
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_fraction_in_one_sign_is_exact() {
        Model model = read("x = input([½, ⅓, ¾])\ny = ½·x**½");
        Leaf leaf = (Leaf) model.program().node(model.names().get("x")).op();
        assertThat(leaf.supply().exact(1, 0)).isEqualTo(Rational.of(1, 3));
        assertThat(error("x = input(1)\ny = ½ x"))
                .hasMessage("test.chain:2:7: an operator is missing between `½` and `x`");
    }

    @Test
    void training_without_data_is_warned_of() {
        assertThat(read(BEFORE + "minimize(L, sgd(lr=0.1))\ntrain(epochs=3)").warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning).hasMessage("test.chain:5:1: `train` has no data to go through"));
    }
}
