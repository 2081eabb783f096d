package chainstep.run;

import static chainstep.run.Chain.holds;
import static chainstep.run.Chain.refused;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Model;
import chainstep.lang.SourceError;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A forward pass of NumPy or PyTorch, or typed as mathematics, means here what it means there. */
class NotationTest {
    @Test
    void prefixes_of_modules_are_dropped() {
        holds("""
                import numpy as np
                from torch import nn
                x = param([1, -2])
                a = np.exp(x) + torch.exp(x) + math.exp(x)
                b = F.relu(x) + nn.functional.relu(x) + torch.nn.functional.relu(x)
                c = np.linalg.norm(x)
                expect(a, [8.154845485377136, 0.40600584970983811])
                expect(b, [3, 0])
                expect(c, 2.2360679774997898)
                """);
    }

    @Test
    void methods_are_functions_of_what_stands_before_the_dot() {
        holds("""
                x = input([[1, 2, 3], [4, 5, 6]])
                a = x.sum()
                b = x.mean(axis=0, keepdims=True)
                c = x.T.max(dim=0)
                d = x.reshape(3, -1).sum(0)
                e = x.view(6)
                f = x.sigmoid().log().exp().flatten()
                g = x.pow(2).clamp(min=2, max=25)
                expect(a, 21)
                expect(b, [[2.5, 3.5, 4.5]])
                expect(c, [3, 6])
                expect(d, [9, 12])
                expect(e[5], 6)
                expect(f[0], 0.7310585786300049)
                expect(g, [[2, 4, 9], [16, 25, 25]])
                """);
    }

    @Test
    void an_ellipsis_stands_for_the_axes_left_over_wherever_there_are_brackets() {
        holds("""
                X = param([[[1, 2, 3, 4], [5, 6, 7, 8]], [[9, 10, 11, 12], [13, 14, 15, 16]]])
                a = X[..., 1:4:2]
                b = X[0, ...]
                c = X[..., 0, 0, 0]
                d = X[…, None, -1]
                E = sum(a) + c
                minimize(E, sgd(lr=1))
                expect(a[1], [[10, 12], [14, 16]])
                expect(b, [[1, 2, 3, 4], [5, 6, 7, 8]])
                expect(c, 1)
                expect(d, [[[4], [8]], [[12], [16]]])
                expect(grad(X)[..., 0], [[1, 0], [0, 0]])
                expect(grad(X[..., 1]), [[1, 1], [1, 1]])
                expect(new(X)[1, ..., 1], [9, 13])
                expect(jac(E, X)[..., 1], [1])
                """);
        refused("X = param(ones(2, 2))\ny = X[..., 0, ...]\n", "2:15", "there is already a `...`");
        refused("X = param(ones(2))\ny = X[0, ..., 0]\n", "2:5", "there are more indices (2)");
        refused("X = param([1, ...])\n", "1:15", "`...` stands only among indices");
    }

    @Test
    void dim_means_axis() {
        holds("""
                z = param([[1, 2], [3, 5]])
                p = nn.functional.softmax(z, dim=-1)
                s = torch.sum(z, dim=1)
                c = torch.cat((z, z), dim=1)
                d = np.concatenate([z, z], axis=0)
                expect(p, [[0.268941421, 0.731058579], [0.119202922, 0.880797078]])
                expect(s, [3, 8])
                expect(c[1], [3, 5, 3, 5])
                expect(d[3], [3, 5])
                """);
    }

    @Test
    void layers_and_losses_go_by_their_names_in_pytorch() {
        holds("""
                x = input([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]])
                w = param([[1, 0], [0, -1]])
                y = F.conv2d(x, w, padding=1)
                p = F.max_pool2d(x, kernel_size=2)
                q = F.avg_pool2d(x, (2, 2), stride=[2, 2])
                r = F.conv2d(x, w, None, (2, 2), (0, 0))
                expect(y[0], [-1, -2, -3, -4, 0])
                expect(p, [[6, 8], [14, 16]])
                expect(q, [[3.5, 5.5], [11.5, 13.5]])
                expect(r, [[-5, -5], [-5, -5]])
                z = param([[1, 2, 3]])
                t = target([2])
                L = F.cross_entropy(z, t)
                u = const([[1, 2, 5]])
                M = F.mse_loss(z, u, reduction="sum")
                N = F.leaky_relu(-z, negative_slope=0.2).sum()
                expect(L, 0.407605964)
                expect(M, 4)
                expect(N, -1.2)
                """);
    }

    @Test
    void numpy_has_names_for_signs() {
        holds("""
                x = param([1, -2])
                a = np.square(x) + np.power(x, 2) + x ** 2
                b = np.maximum(0, x) + np.minimum(0, x)
                c = np.add(x, 1) - np.subtract(x, 1) + np.multiply(x, 2) + np.divide(x, 2)
                d = np.clip(x, -1, 0.5)
                e = np.outer(x, x)
                expect(a, [3, 12])
                expect(b, [1, -2])
                expect(c, [4.5, -3])
                expect(d, [0.5, -1])
                expect(e, [[1, -2], [-2, 4]])
                """);
    }

    @Test
    void arrays_of_zeros_and_ones_stand_in_expressions() {
        holds("""
                x = param([[1, 2, 3], [4, 5, 6]])
                y = x + np.zeros((2, 3)) + torch.ones(2, 3) + torch.zeros_like(x) + np.ones_like(x)
                expect(y[1], [6, 7, 8])
                E = sum(y)
                minimize(E)
                expect(grad(x), [[1, 1, 1], [1, 1, 1]])
                """);
    }

    @Test
    void a_list_of_expressions_is_an_array_of_them() {
        holds("""
                a = param(2)
                y = [a, a ** 2, 7]
                z = stack([y, 2 * y])
                n = np.array([1, 2]) * a
                expect(y, [2, 4, 7])
                expect(z, [[2, 4, 7], [4, 8, 14]])
                expect(n, [2, 4])
                """);
    }

    @Test
    void pi_is_known_until_something_else_is_called_so() {
        holds("""
                y = np.pi / 2
                a = sin(y)
                expect(a, 1)
                expect(pi * 2, 6.283185307179586)
                """);
        holds("pi = const(3)\ny = 2 * pi\nexpect(y, 6)\n");
        refused("y = e + 1", "1:5", "nothing is called `e` here");
    }

    @Test
    void fractions_are_exact() {
        Model model = holds("x = param([1/3, 0.1])\ny = x * 3\nexpect(y[0], 1)\n");
        var leaf = (chainstep.graph.Leaf) model.program().node(0).op();
        assertThat(leaf.supply().exact(0, 0)).hasToString("1/3");
        assertThat(leaf.supply().exact(1, 0)).hasToString("1/10");
    }

    @Test
    void a_name_assigned_again_is_a_new_version_of_the_value() {
        Model model = holds("""
                x = param([1, -2])
                x = relu(x)
                x = x * 3
                E = sum(x)
                minimize(E)
                expect(x, [3, 0])
                expect(grad(x), [1, 1])
                """);
        assertThat(model.program().nodes())
                .filteredOn(node -> node.name().equals("x"))
                .hasSize(3);
    }

    @Test
    void mathematics_is_typed_as_it_is_written() {
        holds("""
                α ＝ param（［1，2］）
                β = param([3, 4])
                y = 2·α⊙β × 1 − 1
                z = σ(α) + α² - α^2
                w = √(β - 3)
                expect(y, [5, 15])
                expect(z, [0.731058579, 0.880797078])
                expect(w, [0, 1])
                """);
    }

    @Test
    void everything_means_what_it_means_in_numpy() {
        holds("""
                X = input([[1, 2, 3], [4, 5, 6]])
                w = param([1, 0, -1])
                b = param([10, 20])
                a = X @ w + b
                c = w @ X.T
                d = X[:, 1]
                e = X[1:, ::2]
                f = X[-1, None, 1:]
                g = X * w
                h = X / X.sum(axis=1, keepdims=True)
                s = -X ** 2
                m = 2 ** 3 ** 2
                expect(a, [8, 18])
                expect(c, [-2, -2])
                expect(d, [2, 5])
                expect(e, [[4, 6]])
                expect(f, [[5, 6]])
                expect(g, [[1, 0, -3], [4, 0, -6]])
                expect(h[0], [1/6, 1/3, 1/2], digits=12)
                expect(s[0], [-1, -4, -9])
                expect(m, 512)
                """);
    }

    @Test
    void function_names_bind_only_before_a_bracket() {
        holds("""
                data = param(2)
                step = data * 3
                sum = step + 1
                exp = exp(data)
                grad = sum * 1
                minimize(grad, sgd(lr=1))
                expect(sum, 7)
                expect(exp, 7.38905609893065)
                expect(grad(data), 3)
                expect(new(data), -1)
                """);
    }

    @Test
    void names_may_have_greek_letters_and_subscript_digits() {
        holds("""
                h₁ = param(2)
                h_2 = h₁ * 2
                θ = h_2
                h1 = 3 * h₁
                expect(h₁, 2)
                expect(θ, 4)
                expect(h1, 6)
                """);
    }

    @Test
    void a_function_without_its_brackets_is_explained() {
        SourceError error = refused("y = relu + 1", "1:5", "nothing is called `relu` here");
        assertThat(error.hint(Locale.ENGLISH)).hasValue("a function needs its brackets: `relu(...)`");
    }

    @Test
    void a_batch_given_to_a_model_of_one_vector_gets_the_transposed_product_proposed() {
        SourceError error = refused(
                """
                X, t = data("spiral", n=100, seed=1)
                W = param(normal(3, 2, seed=1))
                z = W @ X
                """,
                "3:5",
                "`@` cannot multiply 3×2 by 100×2: the left operand has 2 columns, the right one 100 rows; a transpose"
                        + " (`.T`) may be missing");
        assertThat(error.hint(Locale.ENGLISH))
                .hasValue("`W` has the shape 3×2, `X` the shape 100×2; with one example in each row write `X @ W.T`");
    }

    @Test
    void shape_errors_show_both_parts_with_their_shapes() {
        SourceError error = refused(
                "x = param([1, 2, 3])\ny = exp(x) + 2 * x[:2]",
                "2:5",
                "`+` cannot join the shapes 3 and 2: counted from the end, extents must be equal, or one of them 1");
        assertThat(error.render(Locale.SIMPLIFIED_CHINESE))
                .endsWith("`exp(x)` 的形状是 3，`2 * x[:2]` 的形状是 2")
                .contains("y = exp(x) + 2 * x[:2]\n      ^^^^^^^^^^^^^^^^^^");
    }
}
