package chainstep.compile;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Products of matrices are told by their loops, and handed over where that is worth it. */
class ProductTest {
    private static final String DIGITS = """
            X, t = idx("data/digits-200-images-idx3-ubyte.gz", "data/digits-200-labels-idx1-ubyte.gz")
            W = param(he(784, 64, seed=1))
            V = param(he(10, 64, seed=2))
            minimize(cross_entropy(relu(X @ W) @ V.T, t), sgd(lr=0.1))
            train(epochs=1, batch=50)
            """;

    private static Flow flow(String text) {
        return FlowMaker.of(
                ChainReader.read(Source.of("text", text), Path.of("samples")).program(), List.of(), List.of(), true);
    }

    private static List<Product> products(Flow flow) {
        return flow.loops().stream()
                .flatMap(loop -> Product.of(flow, loop).stream())
                .toList();
    }

    @Test
    void all_five_products_of_two_layers_are_found() {
        List<Product> products = products(flow(DIGITS));
        assertThat(products)
                .extracting(Product::size)
                .containsExactlyInAnyOrder(50L * 784 * 64, 50L * 64 * 10, 50L * 10 * 64, 50L * 64 * 10, 784L * 50 * 64);
        assertThat(products)
                .extracting(product -> product.a().turned() + " " + product.b().turned())
                .contains("false false", "false true", "true false");
    }

    @Test
    void what_only_looks_like_a_product_is_none() {
        Flow flow = flow("""
                x = input([1, 2, 3])
                W = param(he(3, 3, seed=1))
                minimize(sum((W @ x) * x) + sum(W * W), sgd(lr=0.1))
                """);
        assertThat(products(flow)).isEmpty();
    }

    @Test
    void rows_that_are_mostly_zeros_are_multiplied_without_them() {
        String text = LoopPrinter.print(flow(DIGITS), Precision.FLOAT32);
        assertThat(text)
                .contains("sparse0.times(", "sparse0.takeOffTurned(")
                .doesNotContain("System.arraycopy(table, rows[step * 50 + row] * 784");
        assertThat(LoopPrinter.print(
                        flow(DIGITS.replace("784, 64", "784, 8").replace("10, 64", "10, 8")), Precision.FLOAT32))
                .doesNotContain("sparse");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void large_products_go_to_the_library() {
        assertThat(LoopPrinter.print(flow(DIGITS), Precision.FLOAT64)).contains("Blas.multiply(");
    }

    private static String deep(String minimize) {
        return """
                X, t = idx("data/digits-200-images-idx3-ubyte.gz", "data/digits-200-labels-idx1-ubyte.gz")
                W = param(he(784, 64, seed=1))
                V = param(he(64, 64, seed=2))
                U = param(he(64, 10, seed=3))
                h = relu(X @ W)
                """ + minimize + "\ntrain(epochs=1, batch=50)\n";
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void gradients_that_only_a_step_wants_are_taken_off_where_parameters_stand() {
        String net = "minimize(cross_entropy(relu(h @ V) @ U, t), ";
        String text = LoopPrinter.print(flow(deep(net + "sgd(lr=0.1))")), Precision.FLOAT32);
        assertThat(text).contains("descent2(arrays);").doesNotContain("descent3");
        for (String other :
                List.of(net + "momentum(lr=0.1))", net + "sgd(lr=0.1), clip=1)", net + "sgd(lr=0.1), l2=0.1)")) {
            assertThat(LoopPrinter.print(flow(deep(other)), Precision.FLOAT32))
                    .as(other)
                    .doesNotContain("descent");
        }
        String sums = "minimize(cross_entropy(relu(h @ V @ V) @ U @ U.T @ U, t), sgd(lr=0.1))";
        assertThat(LoopPrinter.print(flow(deep(sums)), Precision.FLOAT32))
                .contains("descent0(arrays);")
                .doesNotContain("descent1");
    }

    @Test
    void a_gradient_that_is_looked_at_is_put_in_memory() {
        var program = ChainReader.read(
                        Source.of("text", deep("minimize(cross_entropy(relu(h @ V) @ U, t), sgd(lr=0.1))")),
                        Path.of("samples"))
                .program();
        int loss = program.loss().orElseThrow();
        List<Integer> gradients = program.carries().stream()
                .map(carry -> program.gradient(loss, carry.leaf()).orElseThrow())
                .toList();
        assertThat(LoopPrinter.print(FlowMaker.of(program, List.of(loss), gradients, true), Precision.FLOAT32))
                .doesNotContain("descent");
    }
}
