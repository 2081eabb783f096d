package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainstep.lang.Source;
import chainstep.lang.Take;
import chainstep.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that TensorFlow Playground's page can be set to, as the same network in lines. */
class PlaygroundTest {
    private static final String FEATURES = """
            x1 = X[:, 0:1]
            x2 = X[:, 1:2]
            h0 = concat([x1, x2, x1**2, x2**2, x1 * x2, sin(x1), sin(x2)], axis=1)
            """;

    /** Its network: weights from U(−½, ½), biases 0.1, tanh at the end of a classification, half the mean square. */
    private static Course course(
            String data, String activation, List<Integer> hidden, String penalty, int batch, int training) {
        StringBuilder text = new StringBuilder("X, t = data(\"" + data + "\", noise=0.1, seed=1)\n" + FEATURES);
        List<Integer> layers = new ArrayList<>(List.of(7));
        layers.addAll(hidden);
        layers.add(1);
        boolean classes = !data.equals("plane") && !data.equals("multi-gauss");
        StringBuilder weights = new StringBuilder("0");
        for (int k = 1; k < layers.size(); k++) {
            boolean isLast = k == layers.size() - 1;
            String function = isLast ? (classes ? "tanh" : "") : activation.equals("linear") ? "" : activation;
            String biases = String.join(", ", Collections.nCopies(layers.get(k), "0.1"));
            text.append("W%d = param(uniform(%d, %d, lo=-0.5, hi=0.5, seed=%d))\n"
                    .formatted(k, layers.get(k - 1), layers.get(k), k));
            text.append("b%d = param([%s])\n".formatted(k, biases));
            text.append("h%d = %s(h%d @ W%d + b%d)\n".formatted(k, function, k - 1, k, k));
            weights.append(penalty.equals("l1") ? " + sum(abs(W" + k + "))" : " + 0.5 * sum(W" + k + "**2)");
        }
        String rate = penalty.equals("none") ? "0" : "0.001";
        text.append("L = mean(0.5 * (h%d - t)**2) + %s * (%s)\n".formatted(layers.size() - 1, rate, weights));
        text.append("minimize(L, sgd(lr=0.03))\n");
        text.append("train(epochs=5, batch=%d, shuffle=True, split=[%d, %d], seed=2)\n"
                .formatted(batch, training, 100 - training));
        return Course.of(Source.of("playground", text.toString()), Path.of(""));
    }

    private static Trainer trained(Course course, String engine, int updates) {
        Trainer trainer = new Trainer(course, Engines.named(engine).orElseThrow(), System::nanoTime);
        assertThat(trainer.to(updates, Progress.NONE)).isTrue();
        return trainer;
    }

    @ParameterizedTest
    @CsvSource({
        "circle,      tanh,    '4,2',         none, 10, 50",
        "xor,         relu,    '8,8,8,8,8,8', l2,   30, 10",
        "gauss,       sigmoid, '1',           l1,   1,  90",
        "spiral,      linear,  '8,6',         l1,   7,  70",
        "plane,       relu,    '',            none, 29, 50",
        "multi-gauss, tanh,    '5,4,3',       l2,   10, 80",
        "multi-gauss, sigmoid, '8',           none, 3,  20",
        "circle,      linear,  '',            l2,   25, 30",
    })
    void any_setting_of_its_page_trains_alike_in_every_engine(
            String data, String activation, String hidden, String penalty, int batch, int training) {
        List<Integer> sizes = hidden.isEmpty()
                ? List.of()
                : Arrays.stream(hidden.split(",")).map(Integer::valueOf).toList();
        Course course = course(data, activation, sizes, penalty, batch, training);
        int points = data.equals("plane") || data.equals("multi-gauss") ? 1200 : 500;
        assertThat(course.perEpoch()).isEqualTo(points * training / 100 / batch);
        Trainer reference = trained(course, "ejml", 40);
        Trainer compiled = trained(course, "jvm", 40);
        IntStream.range(0, reference.state().size())
                .forEach(k -> assertThat(compiled.state().values(k))
                        .containsExactly(reference.state().values(k), within(1e-12)));
        assertThat(reference.measured().scores()).containsOnlyKeys(Take.Part.TRAINING, Take.Part.TEST);
    }

    /** Its opening page, where a few seconds tell the disc from the ring. */
    @Test
    void the_circle_of_its_opening_page_is_learnt() {
        Course course = course("circle", "tanh", List.of(4, 2), "none", 10, 50);
        Epoch end = trained(course, "jvm", 200 * course.perEpoch()).measured();
        assertThat(end.scores().get(Take.Part.TEST).accuracy().orElseThrow()).isGreaterThan(0.85);
        assertThat(end.scores().get(Take.Part.TRAINING).loss()).isLessThan(0.1);
    }

    /** As many rows in a batch as a parameter has: none of them is taken for the other's. */
    @Test
    void a_parameter_with_a_row_for_each_row_of_the_batch_trains_as_in_the_reference() {
        Course course = Course.of(Source.of("own", """
                        X, t = data("gauss", n=4, noise=0.1, seed=1)
                        W = param(uniform(4, 2, lo=0, hi=1, seed=1))
                        L = mean((X - W)**2) + 0.1 * sum(abs(W))
                        minimize(L, momentum(lr=0.03))
                        train(batch=4)
                        """), Path.of(""));
        assertThat(trained(course, "jvm", 9).state().values(0))
                .containsExactly(trained(course, "ejml", 9).state().values(0), within(1e-12));
    }
}
