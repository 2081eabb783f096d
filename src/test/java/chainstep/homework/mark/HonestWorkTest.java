package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.homework.Assignment;
import chainstep.homework.Marked;
import chainstep.homework.Question;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.math.Rational;
import chainstep.run.RandomNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest work, rounded at every step, is never refused. */
class HonestWorkTest {
    /** Larger values are nobody's homework. */
    private static final int MOST_NUMBERS = 64;

    private final List<String> refused = new ArrayList<>();
    private int numbers;

    @Test
    void every_published_example_worked_to_any_number_of_digits_is_right() throws IOException {
        int sheets = 0;
        try (var files = Files.list(Path.of("samples/worked"))) {
            for (Path file : files.sorted().toList()) {
                Model model = Sheet.read(file);
                Sheet sheet = Sheet.of(model, questions(model));
                for (int digits = 2; digits <= 6; digits++) {
                    check(file.getFileName() + " to " + digits, sheet, digits);
                    sheets++;
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(sheets).isEqualTo(305);
        assertThat(numbers).isGreaterThan(15_000);
    }

    @Test
    void random_networks_worked_to_any_number_of_digits_are_right() {
        for (long seed = 0; seed < 40; seed++) {
            Model model = ChainReader.read(Source.of("random", RandomNetwork.of(seed)), Path.of("."));
            Sheet sheet = Sheet.of(model, questions(model));
            for (int digits = 2; digits <= 6; digits += 2) {
                check("seed " + seed + " to " + digits, sheet, digits);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(numbers).isGreaterThan(5_000);
    }

    private static final String RECURRENT = """
            x1 = input(0.8)
            x2 = input(-0.5)
            t = target(0.25)
            w = param(0.73)
            u = param(-0.41)
            v = param(1.15)
            h1 = tanh(w*x1)
            h2 = tanh(w*x2 + u*h1)
            y = v*h2
            E = 0.5*(y - t)**2
            """;

    /** The weights of the second and third iteration are the student's own, rounded. */
    @ParameterizedTest
    @ValueSource(strings = {"sgd(lr=0.5)", "momentum(lr=0.2, beta=0.9)", "adam(lr=0.1)", "rmsprop(lr=0.05, rho=0.9)"})
    void several_iterations_worked_to_any_number_of_digits_are_right(String rule) {
        Model model = ChainReader.read(Source.of("rnn", RECURRENT + "minimize(E, " + rule + ")\n"), Path.of("."));
        List<String> all = new ArrayList<>();
        for (int iteration = 0; iteration < 3; iteration++) {
            for (String asked : List.of("h1", "h2", "y", "E", "grad(y)", "grad(h2)", "grad(w)", "grad(u)", "grad(v)")) {
                all.add(iteration == 0 ? asked : "at(" + iteration + ", " + asked + ")");
            }
            for (String asked : List.of("new(w)", "new(u)", "new(v)")) {
                all.add(iteration == 0 ? asked : "at(" + iteration + ", " + asked + ")");
            }
        }
        Sheet sheet = Sheet.of(model, all);
        for (int digits = 2; digits <= 6; digits++) {
            check(rule + " to " + digits, sheet, digits);
        }
        assertThat(refused).isEmpty();
        assertThat(numbers).isEqualTo(5 * 36);
    }

    private void check(String name, Sheet sheet, int digits) {
        Sheet filled = new Worker(sheet.worked, digits, digits).fill(sheet.blank());
        Rules rules = new Rules(digits, false, Rational.ONE);
        for (Marked marked : filled.marked(rules).answers()) {
            numbers += marked.elements().size();
            if (marked.verdict() != Verdict.RIGHT) {
                refused.add(name + ": " + marked.question().text() + " = "
                        + marked.answer().written() + " is " + marked.elements() + ", exactly "
                        + sheet.worked.exact(sheet.number(marked.question().text())));
            }
        }
    }

    /** Every named value, its gradient, what becomes of it, and all that the file expects. */
    static List<String> questions(Model model) {
        Set<String> all = new LinkedHashSet<>();
        for (Node node : model.program().nodes()) {
            if (node.isNamed() && node.role() instanceof Role.Value) {
                if (!node.isLeaf()) {
                    all.add(node.name());
                }
                all.add("grad(" + node.name() + ")");
                all.add("new(" + node.name() + ")");
            }
        }
        model.directives(Directive.Expect.class).stream()
                .filter(expect -> expect.at() == 0)
                .forEach(expect -> all.add(expect.quantity().text()));
        return all.stream().filter(question -> isAsked(model, question)).toList();
    }

    private static boolean isAsked(Model model, String question) {
        try {
            Question asked = new Assignment(model, List.of()).question(question);
            return asked.shape().size() <= MOST_NUMBERS;
        } catch (SourceError none) {
            return false;
        }
    }
}
