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
