package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Node;
import chainstep.math.Digits;
import chainstep.ui.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No hint of any stage tells the exact value of a question that is not answered right yet. */
class HintsTest {
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:[eE]([-−]?\\d+))?");
    private static final int MOST = 60;

    @Test
    void no_hint_on_the_assignment_on_mazurs_network_tells_an_asked_value() throws IOException {
        String text = Files.readString(Path.of("samples", "homework", "mazur-assignment.chain"));
        assertThat(hints(new Pupil(text, Settings.FIRST))).isEqualTo(60);
        assertThat(hints(new Pupil(text, Settings.FIRST).types(Pupil.SLIPPED))).isEqualTo(18);
    }

    @Test
    void the_slopes_of_a_formula_are_hidden_where_they_are_the_answer() {
        String model = String.join(
                "\n",
                "x = param([1, 2, 3, 4, 5, 6, 7, 8])",
                "a = 1.5 * x",
                "k = x / 8",
                "E = mean(a) + mean(a * k)",
                "minimize(E, sgd(lr=0.1))",
                "ask(k[0])",
                "ask(grad(a)[0])",
                "ask(grad(x)[0])",
                "");
        assertThat(hints(new Pupil(model, Settings.FIRST))).isEqualTo(18);
    }

    @Test
    void no_hint_tells_an_asked_value_where_all_that_can_be_is_asked() throws IOException {
        int hints = 0;
        for (String sample : List.of(
                "mazur_222", "seed_mlp_3class", "egtry_relu_221", "saitoh_apple", "colah_graph", "micrograd_readme")) {
            String text = Files.readString(Path.of("samples", "worked", sample + ".chain"));
            Exercise plain = new Pupil(text, Settings.FIRST).scene().exercise().orElseThrow();
            String asks = plain.proposals().stream()
                    .limit(MOST)
                    .map(one -> "ask(" + one.question().text() + ")\n")
                    .collect(Collectors.joining());
            hints += hints(new Pupil(text + "\n" + asks, Settings.FIRST));
        }
        assertThat(hints).isGreaterThan(600);
    }

    /** w·h + u is one addition away from the answer, and h is still to be found. */
    @Test
    void a_sum_on_the_way_from_what_is_hidden_is_hidden() {
        Pupil pupil = new Pupil(
                "u = input(0.91)\nw = param(-0.45)\nb = param(0.15)\nx = input(0.48)\nh = tanh(x)\na = u + w*h + b\n"
                        + "minimize(a)\nask(h)\nask(a)\n",
                Settings.FIRST);
        Exercise exercise = pupil.scene().exercise().orElseThrow();
        String told = new Hints(exercise, Locale.ENGLISH)
                .upTo(3, 1, Secrets.of(pupil.scene())).stream()
                        .map(hint -> hint.formula().plain())
                        .collect(Collectors.joining("\n"));
        double sum = 0.91 - 0.45 * Math.tanh(0.48);
        assertThat(told).contains("?").doesNotContain(String.format(Locale.ROOT, "%.3f", sum));
    }

    @Test
    void the_sigmoid_has_one_name_on_the_page() {
        Pupil pupil =
                new Pupil("x = input(0.5)\nw = param(2)\nh = sigmoid(w*x)\nminimize(h)\nask(h)\n", Settings.FIRST);
        Exercise exercise = pupil.scene().exercise().orElseThrow();
        String told = new Hints(exercise, Locale.ENGLISH)
                .upTo(2, 0, Secrets.of(pupil.scene())).stream()
                        .map(hint -> hint.formula().plain())
                        .collect(Collectors.joining("\n"));
        assertThat(told).contains("h = σ(w*x)").doesNotContain("sigmoid");
    }

    /** How many hints there are for the questions that are not right; each is looked through. */
    private static int hints(Pupil pupil) {
        HomeworkScene scene = pupil.scene();
        Exercise exercise = scene.exercise().orElseThrow();
        Secrets secrets = Secrets.of(scene);
        List<Double> given = new ArrayList<>();
        for (Node node : exercise.model().program().nodes()) {
            if (node.isLeaf()) {
                Arrays.stream(exercise.worked().trace().value(node.id()).toArray())
                        .forEach(value -> given.add(Math.abs(value)));
            }
        }
        List<Double> hidden = IntStream.range(0, exercise.questions().size())
                .filter(k -> !scene.isRight(k))
                .boxed()
                .flatMap(
                        k -> Arrays.stream(exercise.worked().exact(k).toArray()).boxed())
                .map(Math::abs)
                .toList();
        int told = 0;
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Hints hints = new Hints(exercise, locale);
            for (int k = 0; k < exercise.questions().size(); k++) {
                if (!scene.isRight(k)) {
                    for (Hints.Hint hint : hints.upTo(Hints.STAGES, k, secrets)) {
                        String text = hint.words() + " \n " + hint.formula().plain() + " \n "
                                + hint.formula().latex();
                        assertThat(telling(text, hidden, given))
                                .as(exercise.names().get(k) + ": " + text)
                                .isEmpty();
                        told++;
                    }
                }
            }
        }
        return told;
    }

    private static List<String> telling(String text, List<Double> hidden, List<Double> given) {
        Matcher number = NUMBER.matcher(text);
        List<String> told = new ArrayList<>();
        while (number.find()) {
            Digits digits = Digits.parse(number.group().replace('−', '-'));
            boolean known = given.contains(digits.value().doubleValue());
            if (!known && digits.significant() >= 3 && hidden.stream().anyMatch(digits::covers)) {
                told.add(number.group());
            }
        }
        return told;
    }
}
