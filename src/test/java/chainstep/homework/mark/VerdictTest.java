package chainstep.homework.mark;

import static chainstep.homework.Verdict.BLANK;
import static chainstep.homework.Verdict.CARRIED;
import static chainstep.homework.Verdict.RIGHT;
import static chainstep.homework.Verdict.SLIP;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a number is worth, case by case. */
class VerdictTest {
    private static final Model MAZUR = Sheet.read(Path.of("samples/mazur.chain"));

    private static Sheet mazur(String... questions) {
        return Sheet.of(MAZUR, List.of(questions));
    }

    private static Sheet chain(String text, String... questions) {
        return Sheet.of(ChainReader.read(Source.of("test", text), Path.of(".")), List.of(questions));
    }

    @ParameterizedTest
    @CsvSource({
        "0.593, RIGHT",
        "0.5933, RIGHT",
        "0.593270, RIGHT",
        "0.59327, RIGHT",
        "0.59, SLIP",
        "0.594, SLIP",
        "0.5930, SLIP",
        "-0.593, SLIP",
        "0.593269992, RIGHT",
        "0, SLIP",
        "3/5, SLIP"
    })
    void a_number_is_right_when_the_exact_one_rounds_to_its_digits(String written, Verdict verdict) {
        assertThat(mazur("h[0]").write("h[0]", written).marked("h[0]").verdict())
                .isEqualTo(verdict);
    }

    @Test
    void too_few_digits_are_named_as_the_reason() {
        assertThat(mazur("h[0]").write("h[0]", "0.59").marked("h[0]").because().key())
                .isEqualTo("mark.digits");
    }

    @Test
    void nobody_is_accused_where_the_digits_are_too_few_to_tell() {
        Marked marked = mazur("grad(W2)[0, 0]").write("grad(W2)[0, 0]", "0.3").marked("grad(W2)[0, 0]");
        assertThat(marked.because().key()).isEqualTo("mark.wrong.short");
        assertThat(marked.findings()).isEmpty();
    }

    @Test
    void what_was_written_before_is_spoken_of_only_where_something_was() {
        Sheet sheet = mazur("E", "grad(h)[0]").write("grad(h)[0]", "0.061873");
        assertThat(sheet.marked("grad(h)[0]").because().key()).isEqualTo("mark.wrong");
        assertThat(sheet.write("E", "0.2984").marked("grad(h)[0]").because().key())
                .isEqualTo("mark.wrong");
        Sheet after = mazur("o", "grad(h)[0]").write("o", "0.751 0.773").write("grad(h)[0]", "0.061873");
        assertThat(after.marked("grad(h)[0]").because().key()).isEqualTo("mark.slip");
    }

    @Test
    void a_mistake_is_named_only_where_it_is_no_chance() {
        Sheet sheet = mazur("grad(h)[0]");
        Marked sure = sheet.copy().write("grad(h)[0]", "0.0553994").marked("grad(h)[0]");
        assertThat(sure.findings().get(0).strength()).isEqualTo(Finding.Strength.MATCH);
        assertThat(sure.because())
                .isEqualTo(sure.findings().get(0).slips().get(0).name());
        Marked unsure = sheet.copy().write("grad(h)[0]", "3/5").marked("grad(h)[0]");
        assertThat(unsure.because().key()).startsWith("mark.wrong");
    }

    @Test
    void fewer_digits_are_enough_where_the_question_says_so() {
        Sheet sheet = mazur("h[0]").write("h[0]", "0.59");
        assertThat(sheet.marked(new Rules(2, false, Rational.ONE))
                        .answers()
                        .get(0)
                        .verdict())
                .isEqualTo(RIGHT);
    }

    @ParameterizedTest
    @CsvSource({"1/3, RIGHT", "2/6, RIGHT", "0.333, RIGHT", "0.33, SLIP", "333/1000, SLIP", "0.3333333333, RIGHT"})
    void a_fraction_is_exact(String written, Verdict verdict) {
        Sheet sheet = chain("x = input(1)\ny = x / 3\n", "y");
        assertThat(sheet.write("y", written).marked("y").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0, RIGHT", "0.000, RIGHT", "1e-9, SLIP", "0.001, SLIP"})
    void an_exact_zero_is_zero_only(String written, Verdict verdict) {
        Sheet sheet = chain("x = input(-0.7)\ny = relu(x)\n", "y");
        assertThat(sheet.write("y", written).marked("y").verdict()).isEqualTo(verdict);
    }

    @Test
    void a_small_number_is_not_zero() {
        Sheet sheet = chain("x = input(0.0001)\ny = x * x\n", "y");
        assertThat(sheet.write("y", "0.000").marked("y").verdict()).isEqualTo(SLIP);
    }

    /** By hand to three digits: z1 0.378, 0.393; h 0.593, 0.597; z2₁ 1.11; o₁ 0.752; ∂E/∂z2₁ 0.742·0.752·0.248 = 0.138. */
    @Test
    void mazur_worked_to_three_digits_a_step_earns_full_marks() {
        Sheet sheet = mazur(
                        "z1",
                        "h",
                        "z2[0]",
                        "o[0]",
                        "grad(o)[0]",
                        "local(o, z2)[0]",
                        "grad(z2)[0]",
                        "grad(W2)[0, 0]",
                        "new(W2)[0, 0]")
                .write("z1", "0.378 0.393")
                .write("h", "0.593 0.597")
                .write("z2[0]", "1.11")
                .write("o[0]", "0.752")
                .write("grad(o)[0]", "0.742")
                .write("local(o, z2)[0]", "0.186")
                .write("grad(z2)[0]", "0.138")
                .write("grad(W2)[0, 0]", "0.0818")
                .write("new(W2)[0, 0]", "0.359");
        assertThat(sheet.marked().answers()).extracting(Marked::verdict).containsOnly(RIGHT);
    }

    @Test
    void where_only_exact_values_count_a_rounded_path_is_refused() {
        Sheet sheet = mazur("h[0]", "grad(z2)[0]", "grad(W2)[0, 0]")
                .write("h[0]", "0.593")
                .write("grad(z2)[0]", "0.138")
                .write("grad(W2)[0, 0]", "0.0818");
        assertThat(sheet.marked().answers().get(2).verdict()).isEqualTo(RIGHT);
        assertThat(sheet.marked(new Rules(3, true, Rational.ONE))
                        .answers()
                        .get(2)
                        .verdict())
                .isNotEqualTo(RIGHT);
    }

    @Test
    void a_wrong_local_derivative_is_carried_into_the_gradient() {
        Sheet sheet = mazur("grad(o)[0]", "local(o, z2)[0]", "grad(z2)[0]", "grad(W2)[0, 0]")
                .write("grad(o)[0]", "0.7414")
                .write("local(o, z2)[0]", "0.2486")
                .write("grad(z2)[0]", "0.1843")
                .write("grad(W2)[0, 0]", "0.1093");
        List<Marked> marked = sheet.marked().answers();
        assertThat(marked).extracting(Marked::verdict).containsExactly(RIGHT, SLIP, CARRIED, CARRIED);
        assertThat(marked.get(2).follows()).containsExactly(1);
        assertThat(marked.get(3).follows()).containsExactly(2);
    }

    @Test
    void a_wrong_update_is_carried_into_the_loss_after_it() {
        Sheet sheet = mazur("new(W2)", "after(z2)[0]", "after(o)[0]")
                .write("new(W2)", "0.4411 0.4913 0.4887 0.5386")
                .write("after(z2)[0]", "1.1549")
                .write("after(o)[0]", "0.7604");
        assertThat(sheet.marked().answers()).extracting(Marked::verdict).containsExactly(SLIP, CARRIED, CARRIED);
    }

    @Test
    void a_zero_that_makes_later_answers_trivial_earns_nothing_later() {
        Sheet sheet = mazur("grad(h)[0]", "grad(z1)[0]", "grad(W1)[0, 0]")
                .write("grad(h)[0]", "0")
                .write("grad(z1)[0]", "0")
                .write("grad(W1)[0, 0]", "0");
        List<Marked> marked = sheet.marked().answers();
        assertThat(marked).extracting(Marked::verdict).containsExactly(SLIP, CARRIED, CARRIED);
        assertThat(marked).extracting(Marked::trivial).containsExactly(false, true, true);
        assertThat(sheet.marked().marks()).isEqualTo(Rational.ZERO);
    }

    @Test
    void a_one_that_makes_later_answers_zero_earns_nothing_later() {
        Sheet sheet = mazur("h[0]", "grad(h)[0]", "grad(z1)[0]", "grad(W1)[0, 0]")
                .write("h[0]", "1.000")
                .write("grad(h)[0]", "0.03635")
                .write("grad(z1)[0]", "0")
                .write("grad(W1)[0, 0]", "0");
        List<Marked> marked = sheet.marked().answers();
        assertThat(marked).extracting(Marked::verdict).containsExactly(SLIP, RIGHT, CARRIED, CARRIED);
        assertThat(marked).extracting(Marked::trivial).containsExactly(false, false, true, true);
        assertThat(sheet.marked().marks()).isEqualTo(Rational.ONE);
    }

    @Test
    void a_mistake_that_right_answers_speak_against_is_at_most_consistent() {
        Sheet alone = mazur("z1[0]", "o[0]").write("o[0]", "0.75140");
        Finding accused = alone.marked("o[0]").findings().get(0);
        assertThat(accused.codes()).contains("M09");
        assertThat(accused.strength()).isEqualTo(Finding.Strength.MATCH);
        Finding gainsaid =
                alone.write("z1[0]", "0.3775").marked("o[0]").findings().get(0);
        assertThat(gainsaid.codes()).contains("M09");
        assertThat(gainsaid.gainsaid()).isTrue();
        assertThat(gainsaid.strength()).isEqualTo(Finding.Strength.CONSISTENT);
    }

    @Test
    void a_zero_that_takes_a_term_out_of_a_sum_earns_nothing_later() {
        String text = "x = input(2)\nu = param(0.3)\nv = param(0.7)\nw = param(0.9)\na = tanh(u*x)\nb = tanh(v*x)\n"
                + "c = 3*a + 5*b + w\nd = a + 0.4\nminimize(c)\n";
        Sheet sheet =
                chain(text, "a", "c", "d").write("a", "0").write("c", "5.327").write("d", "0.4");
        assertThat(sheet.marked("c").verdict()).isEqualTo(CARRIED);
        assertThat(sheet.marked("c").trivial()).isTrue();
        assertThat(sheet.marked("d").verdict()).isEqualTo(CARRIED);
        assertThat(sheet.marked("d").trivial()).isFalse();
        assertThat(sheet.copy()
                        .write("a", "0.3")
                        .write("c", "6.227")
                        .marked("c")
                        .trivial())
                .isFalse();
    }

    /** z is wrong and below 0, so that what follows from it is a 0 worked out, not one that was written to have no work. */
    @Test
    void a_zero_that_follows_from_a_wrong_number_keeps_its_marks() {
        String text = "x = input(2)\nu = param(0.3)\nv = param(0.7)\nz = u*x - 0.4\nr = relu(z)\n"
                + "y = 3*r - 0.5*v\nminimize(y)\n";
        Sheet sheet =
                chain(text, "z", "r", "y").write("z", "-0.05").write("r", "0").write("y", "-0.35");
        assertThat(sheet.marked().answers()).extracting(Marked::verdict).containsExactly(SLIP, CARRIED, CARRIED);
        assertThat(sheet.marked().answers()).extracting(Marked::trivial).containsExactly(false, false, false);
        assertThat(sheet.copy().write("z", "0").marked("r").trivial()).isTrue();
        assertThat(sheet.copy().write("z", "0").marked("y").trivial()).isTrue();
    }

    @Test
    void one_zero_in_an_array_leaves_the_others_to_be_worked_out() {
        String text = "x = input([2, 3])\nu = param([0.3, 0.7])\na = tanh(u)\nb = a*x\nminimize(sum(b))\n";
        Sheet sheet = chain(text, "a", "b").write("a", "0 0.604").write("b", "0 1.81");
        assertThat(sheet.marked("b").verdict()).isEqualTo(CARRIED);
        assertThat(sheet.marked("b").trivial()).isTrue();
        Sheet both = chain(text, "a", "b").write("a", "0 0.5").write("b", "0 1.5");
        assertThat(both.marked("b").trivial()).isFalse();
    }

    @Test
    void a_parameter_that_a_zero_leaves_unchanged_earns_nothing() {
        Sheet sheet = mazur("grad(z1)[0]", "grad(W1)[0, 0]", "new(W1)[0, 0]")
                .write("grad(z1)[0]", "0")
                .write("grad(W1)[0, 0]", "0")
                .write("new(W1)[0, 0]", "0.15");
        assertThat(sheet.marked("new(W1)[0, 0]").verdict()).isEqualTo(CARRIED);
        assertThat(sheet.marked("new(W1)[0, 0]").trivial()).isTrue();
        assertThat(sheet.marked().marks()).isEqualTo(Rational.ZERO);
    }

    @Test
    void a_gradient_that_is_handed_on_is_read_under_either_name() {
        String text = """
                x = input([[1, 2, -3], [0.5, 1, 2]])
                c = param(0.1)
                K = param([0.3, 0.7, 0.2])
                C = x * K
                y = sum((C + c)**2)
                E = y**2
                minimize(E, sgd(lr=0.1))
                """;
        Sheet sheet = chain(text, "grad(C)", "grad(c)", "grad(K)");
        assertThat(sheet.blank()
                        .write("grad(C)", "1 2 3 4 5 6")
                        .write("grad(c)", "21")
                        .marked("grad(c)")
                        .verdict())
                .isEqualTo(CARRIED);
        assertThat(sheet.blank()
                        .write("grad(C)", "1 2 3 4 5 6")
                        .write("grad(c)", "22")
                        .marked("grad(c)")
                        .verdict())
                .isEqualTo(SLIP);
    }

    @Test
    void a_copy_of_a_gradient_that_is_asked_too_follows_from_it() {
        Sheet sheet = chain(
                "a = param(2)\nb = param(3)\nz = a + b\nE = z**2\nminimize(E, sgd(lr=0.1))\n",
                "grad(z)",
                "grad(a)",
                "grad(b)");
        Sheet slip = sheet.write("grad(z)", "5").write("grad(a)", "5").write("grad(b)", "7");
        assertThat(slip.marked().answers()).extracting(Marked::verdict).containsExactly(SLIP, CARRIED, SLIP);
    }

    @Test
    void a_one_in_place_of_a_factor_earns_nothing_later_and_in_a_sum_it_does() {
        Sheet factor =
                mazur("grad(h)[0]", "grad(z1)[0]").write("grad(h)[0]", "1").write("grad(z1)[0]", "0.2413");
        assertThat(factor.marked("grad(z1)[0]").trivial()).isTrue();
        Sheet summand = mazur("z1[0]", "h[0]").write("z1[0]", "1").write("h[0]", "0.7311");
        assertThat(summand.marked("h[0]").verdict()).isEqualTo(CARRIED);
        assertThat(summand.marked("h[0]").trivial()).isFalse();
    }

    @Test
    void a_teacher_may_give_half_the_marks_for_what_is_carried() {
        Sheet sheet =
                mazur("grad(h)[0]", "grad(z1)[0]").write("grad(h)[0]", "0.0554").write("grad(z1)[0]", "0.01337");
        assertThat(sheet.marked(new Rules(3, false, Rational.of(1, 2))).marks()).isEqualTo(Rational.of(1, 2));
    }

    @Test
    void an_array_is_as_good_as_its_worst_number() {
        Sheet sheet = mazur("grad(W2)").write("grad(W2)", "0.08217 0.08267 0.0226 _");
        assertThat(sheet.marked("grad(W2)").elements()).containsExactly(RIGHT, RIGHT, SLIP, BLANK);
        assertThat(sheet.marked("grad(W2)").verdict()).isEqualTo(SLIP);
        assertThat(sheet.copy()
                        .write("grad(W2)", "0.08217 0.08267 -0.02260 _")
                        .marked("grad(W2)")
                        .verdict())
                .isEqualTo(BLANK);
    }

    @Test
    void arrays_are_carried_element_by_element() {
        Sheet sheet = mazur("grad(z2)", "grad(W2)")
                .write("grad(z2)", "0.1385 0.0381")
                .write("grad(W2)", "0.08217 0.08267 0.0226 0.0227");
        assertThat(sheet.marked("grad(W2)").elements()).containsExactly(RIGHT, RIGHT, CARRIED, CARRIED);
    }

    @Test
    void the_order_of_the_questions_does_not_matter() {
        Sheet forwards = mazur("grad(h)[0]", "grad(z1)[0]", "grad(W1)[0, 0]");
        Sheet backwards = mazur("grad(W1)[0, 0]", "grad(z1)[0]", "grad(h)[0]");
        for (Sheet sheet : List.of(forwards, backwards)) {
            sheet.write("grad(h)[0]", "0.0554").write("grad(z1)[0]", "0.01337").write("grad(W1)[0, 0]", "0.000668");
        }
        for (String question : List.of("grad(h)[0]", "grad(z1)[0]", "grad(W1)[0, 0]")) {
            assertThat(forwards.marked(question).verdict())
                    .isEqualTo(backwards.marked(question).verdict());
        }
    }

    @Test
    void marking_twice_gives_the_same() {
        Sheet sheet = mazur("grad(h)[0]", "grad(z1)[0]", "grad(W1)[0, 0]")
                .write("grad(h)[0]", "0.0554")
                .write("grad(z1)[0]", "0.01337");
        assertThat(sheet.marked()).isEqualTo(sheet.marked());
        assertThat(Checker.check(sheet.worked, sheet.sheet(), Rules.USUAL)).isEqualTo(sheet.marked());
    }

    @Test
    void one_wrong_constant_says_nothing_of_the_others() {
        Sheet sheet = Sheet.of("worked/mazur_222", "local(E_total, E_o1)", "local(E_total, E_o2)", "grad(out_o1)")
                .write("local(E_total, E_o1)", "2")
                .write("local(E_total, E_o2)", "1")
                .write("grad(out_o1)", "0.741");
        assertThat(sheet.marked().answers()).extracting(Marked::verdict).containsExactly(SLIP, RIGHT, RIGHT);
    }

    @Test
    void probabilities_of_a_softmax_rounded_by_hand_lead_on_to_the_gradient() {
        Sheet sheet = chain(
                        "z = param([4.0, -2.5, 0.5])\nt = target([1, 0, 0])\nL = cross_entropy(z, t)\nminimize(L)\n",
                        "softmax(z)",
                        "grad(z)")
                .write("softmax(z)", "0.969 0.00146 0.0293")
                .write("grad(z)", "-0.0310 0.00146 0.0293");
        assertThat(sheet.marked("grad(z)").elements()).containsExactly(RIGHT, RIGHT, RIGHT);
    }

    @Test
    void where_the_exact_value_is_not_finite_answers_are_still_judged() {
        Sheet sheet = chain("x = input(0)\ny = log(x)\nz = y + 1\n", "y", "z");
        assertThat(sheet.write("y", "-5.0").write("z", "-4.0").marked().answers())
                .extracting(Marked::verdict)
                .containsExactly(SLIP, CARRIED);
    }

    @Test
    void a_sheet_without_a_loss_can_be_marked() {
        Sheet sheet = chain("x = input(2)\ny = x * x\nz = y + 1\n", "y", "z");
        assertThat(sheet.write("y", "5").write("z", "6").marked().answers())
                .extracting(Marked::verdict)
                .containsExactly(SLIP, CARRIED);
    }
}
