package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.graph.Node;
import chainstep.math.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A gradient's name means the same numbers at depth line and at depth term. */
class OneNumberTest {
    private static final int LARGE = 300;

    @Test
    void a_name_means_the_same_at_all_depths() {
        int compared = 0;
        for (Path file : samples()) {
            Derived derived = Derived.of(file.toString());
            compared += derived.model().program().size() > LARGE ? 0 : compared(derived, file.toString());
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void a_name_means_the_same_where_a_value_is_used_twice_on_a_line() {
        assertThat(compared(
                        Derived.ofLines(
                                "x = param([1.5, -2.0, 0.5])",
                                "A = param([[1,2,0],[0,1,3],[1,1,1]])",
                                "g = x.T @ A @ x",
                                "h = A @ A.T",
                                "m = concat([x, x]) * 2",
                                "L = g + sum(h) + sum(m * m)",
                                "minimize(L)"),
                        "inline"))
                .isGreaterThan(5);
    }

    private static int compared(Derived derived, String file) {
        Page line = derived.page(Locale.ENGLISH, Detail.LINE);
        Page term = derived.page(Locale.ENGLISH, Detail.TERM);
        Map<String, Tensor> told = new HashMap<>();
        for (Node node : derived.model().program().nodes()) {
            if (Names.byWhat(node).isPresent()) {
                told.put(term.left(node.id()).plain(), derived.trace().value(node.id()));
            }
        }
        int compared = 0;
        for (Row row : new LineRows(line).rows()) {
            String name = line.left(row.node()).plain();
            Tensor same = told.get(name);
            if (Names.byWhat(derived.model().program().node(row.node())).isPresent() && same != null) {
                compared++;
                for (int i = 0; i < same.size(); i++) {
                    double number = same.get(i);
                    if (Double.isFinite(number)) {
                        assertThat(row.value().get(i))
                                .as(file + ": " + name)
                                .isEqualTo(number, within(1e-12 * Math.max(1, Math.abs(number))));
                    }
                }
            }
        }
        return compared;
    }

    private static List<Path> samples() {
        try (Stream<Path> all = Files.list(Path.of("samples/worked"))) {
            return all.filter(path -> path.toString().endsWith(".chain"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
