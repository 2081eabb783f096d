package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text means: Python's precedence, NumPy's forms, and the notations of mathematics. */
class SyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a + b * c | (a + (b * c))",
                "a - b - c | ((a - b) - c)",
                "a / b / c | ((a / b) / c)",
                "a @ b * c @ d | (((a @ b) * c) @ d)",
                "-x**2 | (- (x ** 2))",
                "2**3**2 | (2 ** (3 ** 2))",
                "2**-1 | (2 ** (- 1))",
                "-2**-x**2 | (- (2 ** (- (x ** 2))))",
                "-a * b | ((- a) * b)",
                "a * -b | (a * (- b))",
                "--a | (- (- a))",
                "a - +b | (a - b)",
                "(a + b) * c | ((a + b) * c)",
                "a + b > c * d | ((a + b) > (c * d))",
                "not a > b and c or d | (((not (a > b)) and c) or d)",
                "a < b <= c | ((a < b) and (b <= c))",
                "a == b != c >= d | (((a == b) and (b != c)) and (c >= d))",
                "x.T ** 2 | (transpose(x) ** 2)",
                "-x[0]**2 | (- (x[0] ** 2))",
                "norm(grad(W1)) > 10 | (norm(grad(W1)) > 10)",
            })
    void precedence_is_pythons(String text, String tree) {
        assertThat(Trees.expression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f() | f()",
                "f(x, 2, axis=0, keepdims=True,) | f(x, 2, axis=0, keepdims=TRUE)",
                "x.sum(axis=0) | sum(x, axis=0)",
                "z.relu().mean() | mean(relu(z))",
                "(a - b).abs() | abs((a - b))",
                "W.T | transpose(W)",
                "W.mT @ g | (transpose(W) @ g)",
                "np.exp(x) | exp(x)",
                "numpy.exp(x) | exp(x)",
                "torch.sigmoid(x) | sigmoid(x)",
                "F.relu(x) | relu(x)",
                "nn.functional.softmax(z, dim=1) | softmax(z, dim=1)",
                "torch.nn.functional.relu(x).sum() | sum(relu(x))",
                "np.linalg.norm(W)**2 | (norm(W) ** 2)",
                "np.pi | pi",
                "np.array([1, 2]).T | transpose(array([1, 2]))",
                "functional.relu(x) | relu(functional, x)",
                "np.relu.T | transpose(relu)",
            })
    void methods_and_module_prefixes_become_calls(String text, String tree) {
        assertThat(Trees.expression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "W[0, 1] | W[0, 1]",
                "h[-1] | h[(- 1)]",
                "X[:, 1] | X[NONE:NONE:NONE, 1]",
                "X[1:, ::2] | X[1:NONE:NONE, NONE:NONE:2]",
                "X[1:3] | X[1:3:NONE]",
                "X[1:3:2,] | X[1:3:2]",
                "X[:-1] | X[NONE:(- 1):NONE]",
                "X[::] | X[NONE:NONE:NONE]",
                "X[..., 1:4:2] | X[..., 1:4:2]",
                "X[…] | X[...]",
                "grad(h)[0][1] | grad(h)[0][1]",
                "[] | []",
                "[[1, 2], [3, 4],] | [[1, 2], [3, 4]]",
                "(2, 3) | <2, 3>",
                "(2,) | <2>",
                "(2) | 2",
                "[True, False, None] | [TRUE, FALSE, NONE]",
            })
    void indices_slices_lists_and_tuples_are_numpys(String text, String tree) {
        assertThat(Trees.expression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ｓｕｍ（ｘ，ａｘｉｓ＝０） | sum(x, axis=0)",
                "［１，２．５］ | [1, 2.5]",
                "a ＋ b － c ＊ d ／ e | ((a + b) - ((c * d) / e))",
                "X［：，1］ | X[NONE:NONE:NONE, 1]",
                "x．sum（） | sum(x)",
                "a ＠ b | (a @ b)",
                "a·b×c⋅d∙e∗f⊙g | ((((((a · b) · c) · d) · e) * f) * g)",
                "a ÷ b | (a / b)",
                "x^2 + x＾2 + x＊＊2 | (((x ** 2) + (x ** 2)) + (x ** 2))",
                "a − b – c | ((a - b) - c)",
                "−x | (- x)",
                "1e−3 | 1e-3",
                "σ(z) | sigmoid(z)",
                "z.σ() | sigmoid(z)",
                "(t - o)² | ((t - o) ** 2)",
                "-x² | (- (x ** 2))",
                "x¹⁰ + x⁻¹ | ((x ** 10) + (x ** (- 1)))",
                "x²[0] | (x ** 2)[0]",
                "√(x + 1) | sqrt((x + 1))",
                "2 * √（x） | (2 * sqrt(x))",
                "Wᵀ @ δ | (transpose(W) @ δ)",
                "W^T @ δ | (transpose(W) @ δ)",
                "W**T | (W ** T)",
                "a ≤ b and c ≥ d or e ≠ f | (((a <= b) and (c >= d)) or (e != f))",
                "a ＜ b and c ＞＝ d or e ！＝ f | (((a < b) and (c >= d)) or (e != f))",
                "α_1 + 权重 + ŷ + ∂E + h₁ | ((((α_1 + 权重) + ŷ) + ∂E) + h₁)",
                "μ + µ + 𝑥 + Ｗ１ | (((μ + μ) + x) + W1)",
                "note(“你好”) | note(\"你好\")",
                "note(‘a’, ＂b＂, 'c') | note(\"a\", \"b\", \"c\")",
                "x\u3000+\u00A0y\u200B | (x + y)",
            })
    void mathematics_as_people_type_it_is_understood(String text, String tree) {
        assertThat(Trees.expression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.05 | 0.05",
                ".5 | .5",
                "5. | 5.",
                "1e-3 | 1e-3",
                "2.50E+10 | 2.50E+10",
                "1_000 | 1000",
                "007 | 007",
                "0.0e999999999999 | 0.0",
                "1e-320 | 1e-320",
                "１２．５ | 12.5",
            })
    void numbers_keep_the_digits_that_were_written(String text, String number) {
        assertThat(Trees.expression(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a b\" | \"a b\"",
                "'it is' | \"it is\"",
                "\"say \\\"x\\\"\" | \"say \"x\"\"",
                "\"\\\\\" | \"\\\"",
                "\"$\\nabla \\theta$\" | \"$\\nabla \\theta$\"",
                "\"a\" 'b' | \"ab\"",
                "\"# no comment\" | \"# no comment\"",
                "'' | \"\"",
            })
    void texts_keep_their_latex(String text, String tree) {
        assertThat(Trees.expression(text)).isEqualTo(tree);
    }
}
