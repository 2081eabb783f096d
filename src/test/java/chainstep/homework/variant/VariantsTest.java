package chainstep.homework.variant;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.homework.answer.Student;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final Path HERE = Path.of("");
    private static final Path MAZUR = Path.of("samples/homework/mazur-assignment.chain");

    private static final String RELU = String.join(
            "\n",
            "x = input([1, -2, 3])  # keep me",
            "t = target([0, 1, 0])",
            "W1 = param([[1, 0.5, -1], [0.5, -1, 1], [1, 1, 0]])",
            "b1 = param([0, 0, 0])",
            "n = const(2)",
            "W2 = param([[0.5, -0.5, 1], [1/3, 1, 2/3], [-1, 1, 0.5]])",
            "h = relu(W1 @ x + b1)",
            "p = softmax(W2 @ h / n)",
            "E = -sum(t * log(p))",
            "minimize(E, sgd(lr=0.1))",
            "ask(h)",
            "ask(p)",
            "ask(grad(h))",
            "ask(new(W1)[1, 0])",
            "expect(h[0],",
            "   0)");

    private static Assignment assignment(String text) {
        return Assignment.of(ChainReader.read(Source.of("t.chain", text), HERE));
    }

    private static Student student(int k) {
        return new Student("学生 " + k, "");
    }

    private static List<Variant> class_(Assignment assignment, int size, long seed) {
        Roll roll = new Roll(new Variants(assignment, HERE, seed));
        Variants variants = new Variants(assignment, HERE, seed);
        IntStream.range(0, size).forEach(k -> roll.add(variants.of(student(k))));
        return roll.variants();
    }

    @Test
    void each_student_has_nice_numbers_of_their_own_that_give_nothing_away() throws IOException {
        List<Variant> all = class_(Assignment.of(ChainReader.read(MAZUR)), 8, 1);
        assertThat(all.stream().map(Variant::lacks)).hasSize(8).allMatch(List::isEmpty);
        assertThat(all.stream().map(Variant::numbers)).doesNotHaveDuplicates();
        assertThat(all.stream().map(Variant::id)).doesNotHaveDuplicates();
        for (Variant one : all) {
            assertThat(one.numbers()).hasSize(16).allMatch(number -> number.matches("0\\.\\d\\d"));
            Worked worked = Worked.of(assignment(one.source()));
            for (int question = 0; question < worked.assignment().questions().size(); question++) {
                double answer = Math.abs(worked.exact(question).get(0));
                assertThat(answer).isBetween(1e-7, 1e3);
                assertThat(Math.abs(answer - 1)).isGreaterThan(5e-4);
            }
        }
    }

    @Test
    void layout_and_comments_stay_and_what_was_expected_becomes_a_comment() {
        Variant one = class_(assignment(RELU), 1, 1).get(0);
        Pattern numbers = Pattern.compile("-?\\d+(?:/\\d+)?(?:\\.\\d+)?");
        assertThat(one.source()).contains("])  # keep me\n", "# expect(h[0],\n#    0)");
        String bare = one.source().replace("# expect", "expect").replace("#    0", "   0");
        assertThat(numbers.matcher(bare).replaceAll("N"))
                .isEqualTo(numbers.matcher(RELU).replaceAll("N"));
    }

    @Test
    void classes_stay_classes_and_counts_stay_counts() {
        for (Variant one : class_(assignment(RELU), 4, 1)) {
            Model model = assignment(one.source()).model();
            Worked worked = Worked.of(Assignment.of(model));
            double[] target = worked.trace().value(model.names().get("t")).toArray();
            assertThat(target).containsOnly(0, 1);
            assertThat(IntStream.range(0, 3).mapToDouble(k -> target[k]).sum()).isEqualTo(1);
            assertThat(one.source()).contains("n = const(2)");
            assertThat(worked.exact(0).toArray()).matches(h -> h[0] + h[1] + h[2] > 0);
            assertThat(worked.exact(1).toArray()).matches(p -> Math.max(p[0], Math.max(p[1], p[2])) < 0.98);
            assertThat(worked.trace().value(model.names().get("W1")).toArray()).doesNotContain(0, 1, -1);
        }
    }

    @Test
    void the_same_seed_gives_the_same_whoever_else_is_in_the_class() throws IOException {
        Assignment assignment = Assignment.of(ChainReader.read(MAZUR));
        List<Variant> few = class_(assignment, 3, 1);
        assertThat(class_(assignment, 5, 1).subList(0, 3)).isEqualTo(few);
        assertThat(class_(assignment, 3, 2)).doesNotContainAnyElementsOf(few);
    }

    @Test
    void a_mistake_that_the_numbers_would_hide_is_noticed_and_avoided() {
        String text = "x = input([0.3, 0.7])\nW = param([[0.2, 0.4], [0.4, 0.6]])\nz = W @ x\nE = sum(z**2)\n"
                + "minimize(E)\nask(z[0])\nask(grad(x)[0])\n";
        Assignment symmetric = assignment(text);
        assertThat(new Variants(symmetric, HERE, 1).lookalikes().of(Worked.of(symmetric), Optional::empty))
                .anyMatch(
                        fault -> fault.key().startsWith("unseen") && fault.key().contains("M09"));
        assertThat(new Variants(symmetric, HERE, 1)
                        .lookalikes().of(Worked.of(symmetric), Optional::empty).stream()
                                .map(Fault::says))
                .doesNotHaveDuplicates()
                .filteredOn(phrase -> phrase.key().equals("variant.alike"))
                .allMatch(phrase -> phrase.arguments()
                                .get(0)
                                .toString()
                                .compareTo(phrase.arguments().get(1).toString())
                        < 0);
        for (Variant one : class_(symmetric, 4, 1)) {
            assertThat(one.lacks()).isEmpty();
            double[] w = Worked.of(assignment(one.source()))
                    .trace()
                    .value(symmetric.model().names().get("W"))
                    .toArray();
            assertThat(w[1]).isNotEqualTo(w[2]);
        }
    }

    /** With two classes many mistakes give one number whatever the weights are. */
    private static final String TWO_CLASSES = String.join(
            "\n",
            "x = input([0.6, -0.4])",
            "t = target([0, 1])",
            "W = param([[0.3, -0.2], [0.7, 0.1]])",
            "b = param([0.1, -0.3])",
            "z = W @ x + b",
            "p = softmax(z)",
            "L = -sum(t * log(p))",
            "minimize(L, sgd(lr=0.1))",
            "ask(z[0])",
            "ask(p[0])",
            "ask(L)",
            "ask(grad(z)[0])",
            "ask(grad(z)[1])",
            "ask(grad(W)[0, 0])",
            "ask(new(W)[1, 0])",
            "ask(new(b)[1])");

    @Test
    void what_looks_alike_whatever_the_numbers_is_no_reason_to_look_for_others() {
        Variants variants = new Variants(assignment(TWO_CLASSES), HERE, 1);
        for (int k = 0; k < 6; k++) {
            Variant one = variants.of(student(k));
            assertThat(one.lacks()).isEmpty();
            assertThat(one.draws()).isLessThan(30);
        }
    }

    @Test
    void where_the_numbers_run_out_it_is_said() {
        Assignment poor = assignment("w = param(2)\nz = w * w\nminimize(z)\nask(grad(w))\n");
        List<Variant> all = class_(poor, 5, 1);
        assertThat(all.get(4).lacks().toString()).contains("another student has the same numbers");
        assertThat(new Variants(assignment("w = param(zeros(3))\nz = sum(w)\nask(z)\n"), HERE, 1).size())
                .isEqualTo(1);
    }
}
