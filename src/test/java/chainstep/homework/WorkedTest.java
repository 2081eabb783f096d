package chainstep.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.lang.ChainReader;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked of later iterations is computed from the first one on, to the same bits. */
class WorkedTest {
    /** Larger values are nobody's homework. */
    private static final int MOST_NUMBERS = 64;

    @Test
    void later_iterations_of_every_sample_come_out_bit_for_bit_as_when_run() throws IOException {
        int models = 0;
        int unrolled = 0;
        int compared = 0;
        for (String folder : List.of("samples/worked", "samples/homework")) {
            try (var files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".chain"))
                        .sorted()
                        .toList()) {
                    Model model = ChainReader.read(file);
                    Iterations iterations = new Iterations(model.program());
                    if (iterations.differ()) {
                        Worked worked = Worked.of(asking(model));
                        compared += compare(worked, new Quantities(model, iterations));
                        models++;
                        unrolled += worked.laterIterations().isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        assertThat(models).isEqualTo(22);
        assertThat(unrolled).isEqualTo(models);
        assertThat(compared).isGreaterThan(1_000);
    }

    private static int compare(Worked worked, Quantities run) {
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            Question asked = worked.assignment().questions().get(question);
            assertThat(worked.exact(question).toArray())
                    .as(worked.assignment().model().source().name() + " " + asked.text())
                    .containsExactly(run.value(0, asked.quantity()).toArray());
        }
        return worked.assignment().questions().size();
    }

    @Test
    void an_iteration_too_far_off_is_a_number_given() {
        Model model = ChainReader.read(Source.of("far", """
                        x = input(2)
                        w = param(0.5)
                        E = (w*x - 1.5)**2
                        minimize(E, sgd(lr=0.001))
                        """), Path.of("."));
        Assignment none = new Assignment(model, List.of());
        Worked near = Worked.of(none.asking(List.of(none.question("at(20, E)"))));
        assertThat(near.program().node(near.node(0)).isLeaf()).isFalse();
        assertThat(near.laterIterations().get(near.node(0)).iteration()).isEqualTo(20);
        Worked far = Worked.of(none.asking(List.of(none.question("at(5000, E)"))));
        assertThat(far.program().node(far.node(0)).isLeaf(Leaf.Kind.LITERAL)).isTrue();
        assertThat(far.laterIterations()).isEmpty();
    }

    @Test
    void an_iteration_asked_for_inside_another_is_counted_from_the_first() {
        Model model = ChainReader.read(Source.of("nested", """
                        x = input(2)
                        w = param(0.5)
                        E = (w*x - 1.5)**2
                        minimize(E, sgd(lr=0.001))
                        """), Path.of("."));
        Assignment none = new Assignment(model, List.of());
        Worked worked = Worked.of(none.asking(List.of(none.question("at(2, E - at(1, E))"))));
        Quantities run = new Quantities(model, new Iterations(model.program()));
        assertThat(worked.exact(0))
                .isEqualTo(run.value(0, none.question("at(2, E - at(1, E))").quantity()));
    }

    /** Every named value, its gradient and what becomes of it, in three later iterations. */
    private static Assignment asking(Model model) {
        Set<String> all = new LinkedHashSet<>();
        for (Node node : model.program().nodes()) {
            if (node.isNamed() && node.role() instanceof Role.Value) {
                for (String iteration : List.of("1", "2", "3")) {
                    all.add("at(" + iteration + ", " + node.name() + ")");
                    all.add("at(" + iteration + ", grad(" + node.name() + "))");
                    all.add("at(" + iteration + ", new(" + node.name() + "))");
                    all.add("at(" + iteration + ", after(" + node.name() + "))");
                }
            }
        }
        model.directives(Directive.Expect.class)
                .forEach(expect ->
                        all.add("at(" + expect.at() + ", " + expect.quantity().text() + ")"));
        Assignment none = new Assignment(model, List.of());
        List<Question> questions = new ArrayList<>();
        for (String text : all) {
            try {
                Question question = none.question(text);
                if (question.shape().size() <= MOST_NUMBERS) {
                    questions.add(question);
                }
            } catch (SourceError unasked) {
                assertThat(unasked.phrase().key()).isNotEmpty();
            }
        }
        return none.asking(questions);
    }

    @Test
    void what_rounding_leaves_of_a_zero_is_a_zero_and_what_is_only_small_stays() {
        String text = """
                a = param([0.3, 1e-9])
                b = a - [0.2, 0] - [0.1, 0]
                c = a * a * a * [1, 1]
                L = sum(b * b)
                minimize(L, sgd(lr=0.1))
                ask(b)
                ask(c)
                ask(grad(a))
                """;
        Worked worked = Worked.of(Assignment.of(ChainReader.read(Source.of("t.chain", text), Path.of(""))));
        assertThat(worked.trace().value(worked.node(0)).get(0)).isNotZero();
        assertThat(worked.exact(0).toArray()).containsExactly(0, 1e-9);
        assertThat(worked.exact(1).get(1)).isCloseTo(1e-27, withinPercentage(1));
        assertThat(worked.exact(2).toArray()).containsExactly(0, 2e-9);
    }
}
