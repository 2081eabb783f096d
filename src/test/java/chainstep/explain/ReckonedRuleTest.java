package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Expression;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of gradients of gradients, reckoned as they are written, give the values shown. */
class ReckonedRuleTest {
    private static final double ROUNDED = 1e-9;

    private static Derived second(String loss, String then) {
        return Derived.ofLines(
                "x = param([1.5, 3, -2])",
                "W = param([[1, 2], [0.5, -1], [3, 0.25]])",
                "f = " + loss,
                "g = gradient(f, x)",
                "n = " + then,
                "minimize(n)");
    }

    private static final String[] AFTER = {"sum(g**2)", "g[1]", "sum(g[0:2]**3)", "sum(gradient(f, x)**2) + g[0]*x[2]"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(x**3) * x[0]",
                "x[0]**2*x[1] + sum(x)**3/3",
                "sum(x[0:2]**3) * x[1]",
                "sum(x[1:3]*x[0:2]) + x[2]**4",
                "sum(x[::2]**3 * x[1])",
                "sum(x[::-1]**3 * x)",
                "sum((W[:, 1] * x)**2) * W[0, 0]**2 + W[2, 1]*x[0]**3",
                "sum((W.T @ x)**3) + sum(W[1])*x[1]**2",
                "sum(tanh(W[0:2, 0:1] * x[0])**2)",
                "sum(exp(x[2]) * x**2) + x[0]"
            })
    void of_a_second_gradient(String loss) {
        int count = 0;
        for (String after : AFTER) {
            count += holds(second(loss, after));
        }
        assertThat(count).isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(softmax(x)**2) + max(x)",
                "sum(log_softmax(x)**2) * x[0]",
                "sum(log_softmax(x)**3) + min(x)**3",
                "max(x)**2 * norm(x)",
                "norm(x)**3 + norm(W @ x[0:2])**2",
                "cross_entropy(x, [0.25, 0.5, 0.25])",
                "cross_entropy(x * x, [0, 0, 1]) * x[1]",
                "cross_entropy(x, [0.5, 0.5, 0.5]) * x[1]",
                "sum(layer_norm(x, W[:, 0], W[:, 1])**2)",
                "sum(layer_norm(x, x, W[:, 1])**3)"
            })
    void of_a_second_gradient_through_a_pullback(String loss) {
        int count = 0;
        for (String after : AFTER) {
            count += holds(second(loss, after));
        }
        assertThat(count).isGreaterThan(60);
    }

    @Test
    void of_a_third_gradient() {
        assertThat(holds(Derived.ofLines(
                        "x = param([1.5, 3])",
                        "f = x[0]**3 * x[1]**2",
                        "g = gradient(f, x)",
                        "h = gradient(sum(g**2), x)",
                        "n = h[0]*x[1]",
                        "minimize(n)")))
                .isGreaterThan(40);
    }

    /** Checks all rules of a derivation; returns how many. */
    private static int holds(Derived derived) {
        int count = 0;
        Reckoned reckoned = new Reckoned(derived.trace(), new HashMap<>());
        Page lines = derived.page(Locale.ENGLISH, Detail.LINE);
        for (Row row : new LineRows(lines).rows()) {
            holds(lines, row.node(), reckoned, row.rule(), row.value());
            if (derived.trace().program().node(row.node()).role() instanceof Role.Term) {
                reckoned.told().put(row.nodes().get(0), row.value());
            }
            count++;
        }
        Page page = derived.page(Locale.ENGLISH, Detail.TERM);
        Reckoned terms = new Reckoned(derived.trace(), Map.of());
        Copies copies = new Copies(page.program(), page.names());
        Composition composition = new Composition(page.program(), page.magnitudes(), copies::isSpoken);
        for (Node node : page.program().nodes()) {
            if (!node.isLeaf() && copies.isSpoken(node.id())) {
                holds(
                        page,
                        node.id(),
                        terms,
                        composition.of(node.id()),
                        derived.trace().value(node.id()));
                count++;
            }
        }
        return count;
    }

    private static void holds(Page page, int node, Reckoned reckoned, Expression rule, Tensor value) {
        String told = page.left(node).plain() + " = " + page.rule(rule).plain();
        Tensor found = reckoned.of(rule);
        for (int i = 0; i < value.size(); i++) {
            double number = found.size() == 1 ? found.get(0) : found.get(i);
            assertThat(number).as(told).isCloseTo(value.get(i), within(ROUNDED * (1 + Math.abs(value.get(i)))));
        }
        assertThat(found.size() == value.size() || rule instanceof Expression.Number)
                .as(told)
                .isTrue();
    }
}
