package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a rule simplifies to a number, it is the number computed; no value is called by a number. */
class ConstantRuleTest {
    private static final int MOST = 4;

    private static void holds(Derived derived) {
        for (Detail detail : List.of(Detail.LINE, Detail.OP)) {
            Page page = derived.page(Locale.ENGLISH, detail);
            List<Row> rows = detail == Detail.LINE ? new LineRows(page).rows() : new OpRows(page).rows();
            rows.forEach(row -> holds(row.rule(), row.value(), page.left(row.node())));
        }
        Page page = derived.page(Locale.ENGLISH, Detail.TERM);
        for (Node node : derived.trace().program().nodes()) {
            boolean number = node.isLeaf() || node.phase() == chainstep.graph.Phase.UPDATE;
            if (!number) {
                assertThat(page.name(node.id()).plain()).doesNotMatch("[−\\d.∞]+|.*∂[\\d.]+(/.*|$)");
            }
        }
        edges(derived, page);
    }

    /** The local derivatives that are written as a number are that number. */
    private static void edges(Derived derived, Page page) {
        if (derived.trace().program().loss().isEmpty()) {
            return;
        }
        LineEdges edges = new LineEdges(page, derived.loss(), true);
        for (Node node : derived.trace().program().nodes()) {
            if (node.role() instanceof Role.Value && page.names().isShown(node.id())) {
                for (int i = 0; i < Math.min(node.shape().size(), MOST); i++) {
                    edges.from(node.id(), i)
                            .forEach(edge -> edge.written()
                                    .ifPresent(
                                            rule -> holds(rule, Tensor.scalar(edge.local()), page.name(edge.node()))));
                }
            }
        }
    }

    private static void holds(Expression rule, Tensor value, Form name) {
        constant(rule).ifPresent(number -> {
            for (int i = 0; i < value.size(); i++) {
                double ulps = 4 * Math.ulp(number);
                assertThat(value.get(i)).as("%s = %s", name.plain(), rule).isCloseTo(number, within(ulps));
            }
        });
    }

    private static java.util.Optional<Double> constant(Expression rule) {
        if (rule instanceof Expression.Spread spread) {
            return constant(spread.of());
        } else if (rule instanceof Expression.Negative negative) {
            return constant(negative.of()).map(number -> -number);
        } else if (rule instanceof Expression.Product product
                && product.factors().stream().allMatch(each -> constant(each).isPresent())) {
            return product.factors().stream()
                    .map(each -> constant(each).orElseThrow())
                    .reduce((a, b) -> a * b);
        }
        return rule instanceof Expression.Number number
                ? java.util.Optional.of(number.value().doubleValue())
                : java.util.Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(sum((x - x)**2))",
                "sum((w - w)*x)",
                "sum(x / x)",
                "sum(0 * log(x))",
                "sum(log(x) - log(x))",
                "sum(x**3 / x)",
                "sum((x**2)**0.5)",
                "sum(x**0.5 * x**0.5)",
                "sum(x * (1 / x))",
                "sum(exp(1000 * w) - exp(1000 * w))",
                "sum(exp(1000 * w) * 0)",
                "sum(exp(w) / exp(w))",
                "sum((w / x) * (x / w))",
                "sum(2 * (1 / x) - 1 / x)",
                "sum((x - x) / (w - w))",
                "sum(x * 0 + w * 1 - w)",
                "sum(abs(x) - abs(x)) + sum(relu(x) / x)",
                "norm(x - x)",
                "sum(sigmoid(w) - sigmoid(w)) * log(sum(x) - 2)",
                "max(x - x) / min(x * 0)",
                "sum(step(w) * log(x))",
                "dot(x - x, 1 / x)",
                "sum(outer(x, w) @ (1 / x) * 0)",
                "sum(maximum(x - x, 0 * w) ** 0.5)",
                "sum((x - x) ** 0)",
                "sum(1 / x ** 2 * x ** 2)",
                "sum(w ** (1 - 1)) + sum((2 - 2) / x)"
            })
    void a_rule_that_is_a_number_is_the_number_computed(String expression) {
        holds(Derived.ofLines("x = param([0, 2])", "w = param([3, -4])", "L = " + expression, "minimize(L)"));
        holds(Derived.ofLines(
                "x = param([0, 2])", "w = param([3, -4])", "k = " + expression, "L = 0 * k", "minimize(L)"));
    }

    static Stream<java.nio.file.Path> samples() throws IOException {
        return NamelessTest.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_shows_no_number_that_was_not_computed(java.nio.file.Path sample) {
        holds(Derived.of(sample.toString()));
    }

    @Test
    void an_inner_value_is_called_by_its_formula() {
        String text = Derived.ofLines("x = param([1, 2])", "w = sqrt(sum((x - x)**2))", "minimize(w)")
                .text(Locale.ENGLISH, Detail.TERM);
        assertThat(text).contains("x − x, on the way to w", "∂w/∂(x − x)").doesNotContain("∂0");
    }

    @Test
    void what_may_be_infinite_is_not_cancelled() {
        String nan = Derived.ofLines("x = param([1, 2])", "w = sqrt(sum((x - x)**2))", "minimize(w)")
                .text(Locale.ENGLISH, Detail.LINE);
        assertThat(nan).contains("∂w/∂x = 0 / w  = [NaN  NaN]");
        String root = Derived.ofLines("x = param([-3, 2])", "y = (x**2)**0.5", "E = sum(y)", "minimize(E)")
                .text(Locale.ENGLISH, Detail.LINE);
        assertThat(root).contains("∂E/∂x = ∂E/∂y ⊙ x / √(x²)");
    }
}
