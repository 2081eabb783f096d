package chainstep.homework.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Place;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Digits;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static final List<String> ASKED =
            List.of("o", "grad(z2)", "grad(h)[0]", "grad(z1)", "grad(W1)", "new(W2)[0, 0]", "E");

    private static Worked worked;
    private static Diagnosis diagnosis;

    @BeforeAll
    static void work_mazur_out() throws IOException {
        Model model = ChainReader.read(Path.of("samples/mazur.chain"));
        Assignment plain = new Assignment(model, List.of());
        List<Question> questions = ASKED.stream().map(plain::question).toList();
        worked = Worked.of(new Assignment(model, questions));
        diagnosis = new Diagnosis(worked);
    }

    private static List<Finding> of(String asked, String numbers, Map<Place, Digits> earlier) {
        List<Optional<Digits>> written = Arrays.stream(numbers.split(" "))
                .map(one -> one.equals("_") ? Optional.<Digits>empty() : Optional.of(Digits.parse(one)))
                .toList();
        return diagnosis.of(ASKED.indexOf(asked), written, earlier);
    }

    private static List<Finding> of(String asked, String numbers) {
        return of(asked, numbers, Map.of());
    }

    /** What was answered before: pairs of a question and its numbers. */
    private static Map<Place, Digits> earlier(String... answers) {
        Map<Place, Digits> earlier = new HashMap<>();
        for (int k = 0; k < answers.length; k += 2) {
            String[] numbers = answers[k + 1].split(" ");
            List<Place> places = worked.places(ASKED.indexOf(answers[k]));
            for (int n = 0; n < numbers.length; n++) {
                earlier.put(places.get(n), Digits.parse(numbers[n]));
            }
        }
        return earlier;
    }

    @Test
    void what_many_students_wrote_alike_is_searched_once() {
        List<Finding> first = of("grad(z1)", "0.00876 _", earlier("o", "0.751 0.773"));
        assertThat(of("grad(z1)", "0.00876 _", earlier("o", "0.751 0.773"))).isSameAs(first);
        assertThat(of("grad(z1)", "0.00876 _", earlier("o", "0.752 0.773"))).isNotSameAs(first);
    }

    @Test
    void one_path_of_two_is_recognised_and_marked_in_the_rule() {
        Finding finding = of("grad(h)[0]", "0.0554").get(0);
        assertThat(finding.codes()).contains("M08");
        assertThat(finding.strength()).isEqualTo(Finding.Strength.MATCH);
        Finding.Slip slip = finding.slips().get(0);
        assertThat(slip.explanation().in(Locale.ENGLISH))
                .isEqualTo("Your 0.0554 counts only the way through ∂E/∂z2₁."
                        + " At ∂E/∂h there are other ways, and all of them are added.");
        assertThat(slip.formula().in(Locale.ENGLISH))
                .isEqualTo("\\frac{\\partial E}{\\partial h_{1}} = "
                        + "\\underbrace{ \\frac{\\partial E}{\\partial z^{(2)}_{1}} \\cdot W^{(2)}_{11} }_{\\text{yours}} + "
                        + "\\underbrace{\\textcolor{red}{ \\frac{\\partial E}{\\partial z^{(2)}_{2}} \\cdot W^{(2)}_{21} }}"
                        + "_{\\text{missing}}");
        assertThat(slip.formula().in(Locale.CHINESE)).contains("\\text{遗漏}");
    }

    @Test
    void a_number_that_no_mistake_yields_accuses_nobody() {
        assertThat(of("grad(h)[0]", "0.061873")).isEmpty();
    }

    @Test
    void a_right_number_has_no_findings() {
        assertThat(of("grad(h)[0]", "0.03635")).isEmpty();
    }

    @Test
    void two_digits_are_too_few_to_tell() {
        assertThat(of("grad(h)[0]", "0.055"))
                .isNotEmpty()
                .allMatch(finding -> finding.strength() == Finding.Strength.CONSISTENT);
        assertThat(Diagnosis.isTooShort(Digits.parse("0.055"))).isTrue();
        assertThat(Diagnosis.isTooShort(Digits.parse("0.0550"))).isFalse();
        assertThat(Diagnosis.isTooShort(Digits.parse("11/10"))).isFalse();
    }

    @Test
    void a_mistake_made_on_from_a_wrong_answer_is_recognised_in_what_follows() {
        // the gradient of h is wrong as well; from it, σ′ was left out
        assertThat(of("grad(z1)", "0.0777 0.0414")).isEmpty();
        assertThat(of("grad(z1)", "0.0777 _", earlier("grad(h)[0]", "0.0777")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.codes()).contains("M01");
                    assertThat(finding.strength()).isEqualTo(Finding.Strength.MATCH);
                });
    }

    @Test
    void numbers_rounded_by_the_student_are_reckoned_with() {
        // from δ = (0.138, −0.0381): 0.4·0.138 = 0.0552, where exact numbers give 0.0554
        assertThat(of("grad(h)[0]", "0.0552", earlier("grad(z2)", "0.138 -0.0381")))
                .anySatisfy(finding -> assertThat(finding.codes()).contains("M08"));
    }

    @Test
    void a_slip_on_rounded_answers_is_met_from_anywhere_in_what_rounds_to_them() {
        // σ′ left out: o − t = 0.7412 from o₁ = 0.7512, which was written 0.751; it is 0.7414 exactly and 0.741 as
        // written
        assertThat(of("grad(z2)", "0.7412 _")).isEmpty();
        assertThat(of("grad(z2)", "0.7412 _", earlier("o", "0.751 0.773")))
                .anySatisfy(finding -> assertThat(finding.codes()).contains("M01"));
        assertThat(of("grad(z2)", "0.7418 _", earlier("o", "0.751 0.773")))
                .noneSatisfy(finding -> assertThat(finding.codes()).contains("M01"));
    }

    @Test
    void a_mistake_behind_a_rounded_answer_is_none_of_what_comes_out_of_it() {
        // 0.0364·h₁(1 − h₁)·0.05 = 0.0004392, where exact numbers give 0.0004386: how ∂E/∂h came about changes nothing
        assertThat(of("grad(W1)", "0.0004392 _ _ _", earlier("grad(h)[0]", "0.0364")))
                .noneSatisfy(finding -> assertThat(finding.codes()).containsAnyOf("M08", "M09"));
    }

    @Test
    void the_chance_of_accident_counts_how_far_rounded_answers_reach() {
        double fine = chance("M01", of("grad(z2)", "0.7414 _", earlier("o", "0.751365 0.772928")));
        double coarse = chance("M01", of("grad(z2)", "0.7412 _", earlier("o", "0.751 0.773")));
        assertThat(coarse).isGreaterThan(5 * fine);
    }

    @Test
    void a_sign_lost_on_from_a_wrong_answer_is_recognised() {
        assertThat(of("grad(z1)", "-0.009121 _")).isEmpty();
        assertThat(of("grad(z1)", "-0.009121 _", earlier("grad(h)[0]", "0.0378")))
                .anySatisfy(finding -> assertThat(finding.codes()).contains("M06"));
    }

    @ParameterizedTest
    @CsvSource({
        "'local(y, s)', 0.5773, M20",
        "'local(y, s)', 0.8323, M20",
        "'local(y, s)', -0.4998, M03",
        "'local(y, s)', 0.23980, M02",
        "'local(y, s)', 1.000, M01",
        "'local(h, z)', 0.3037, M20",
        "'local(h, z)', 0.2115, M20",
        "'local(h, z)', 0.2089, M20",
        "'local(h, z)', 0.2604, M03",
        "'local(h, z)', 0.6376, M02"
    })
    void a_wrong_local_derivative_is_recognised(String local, String number, String code) {
        Finding first = first("""
                x = input(0.7)
                w = param(0.8)
                v = param(-1.1)
                z = w*x + 0.3
                h = tanh(z)
                s = v*h + 0.4
                y = sigmoid(s)
                minimize(0.5*(y - 0.2)**2)
                """, local, number);
        assertThat(first.codes().get(0)).isEqualTo(code);
    }

    @Test
    void a_number_worked_from_a_rounded_one_that_is_not_asked_is_recognised_before_others() {
        // z2₁ = 1.1059 taken as 1.11
        List<Finding> findings = of("o", "0.752 _");
        assertThat(findings.get(0).codes()).containsExactly("M19");
        assertThat(findings.get(0).slips().get(0).explanation().in(Locale.ENGLISH))
                .isEqualTo("Your 0.752 comes out when numbers on the way, z2 among them, are rounded too coarsely;"
                        + " keep more digits until the end.");
    }

    @ParameterizedTest
    @CsvSource({
        "z2, 0.4200, M10",
        "E, 0.04731, M39",
        "grad(h1), 0.05688, M34",
        "new(v1), 0.4879, M47",
        "new(v1), 0.2397, M18",
        "grad(v1), -0.1034, M06"
    })
    void slips_in_a_network_of_single_numbers_are_recognised(String question, String number, String code) {
        assertThat(first("""
                x1 = input(0.7)
                x2 = input(-0.4)
                w1 = param(0.8)
                w2 = param(0.35)
                w3 = param(-0.6)
                w4 = param(0.9)
                v1 = param(0.55)
                v2 = param(-1.2)
                z1 = w1*x1 + w2*x2 + 0.3
                z2 = w3*x1 + w4*x2 - 0.45
                h1 = sigmoid(z1)
                h2 = sigmoid(w3*x1 + w4*x2 - 0.15)
                y = sigmoid(v1*h1 + v2*h2)
                E = (y - 0.2)**2
                minimize(E, sgd(lr=0.3))
                """, question, number).codes()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"E, 0.7067, M10", "E, 1.907, M10", "z[0], -0.0750, M10"})
    void another_class_or_input_taken_is_recognised(String question, String number, String code) {
        for (String target : List.of("[0, 0, 1]", "2")) {
            assertThat(first("""
                    x = input([0.7, -0.4])
                    W = param([[0.8, 0.35], [-0.6, 0.9], [0.2, 0.1]])
                    z = W @ x
                    t = target(%s)
                    E = cross_entropy(z, t)
                    minimize(E)
                    """.formatted(target), question, number).codes()).contains(code);
        }
    }

    @Test
    void twice_a_count_is_told_from_twice_a_loss() {
        String text = "n = const(7)\nw = param(3)\nroutes = n*(n - 1)/2\nE = mean((w - [1, 2.5])**2)\nminimize(E)\n";
        assertThat(first(text, "routes", "42.0").codes()).contains("M41");
        assertThat(first(text, "E", "1.063").codes()).contains("M39").doesNotContain("M41");
    }

    @Test
    void a_gradient_of_the_other_sign_is_not_blamed_on_a_difference_where_there_is_none() {
        String text = "x = input(1.7)\nw = param(0.3)\nE = sin(w*x)*w\nminimize(E)\n";
        Finding finding = first(text, "grad(w)", "-0.9333");
        assertThat(finding.slips().get(0).name().in(Locale.ENGLISH)).isEqualTo("The other sign");
    }

    @Test
    void a_fraction_is_exact_but_a_simple_one_may_be_met_by_accident() {
        String text = "x = input(1.75)\nw = param(1.3)\ny = w*x\nE = (y - 0.3)**2\nminimize(E)\n";
        Finding simple = first(text, "grad(y)", "79/40");
        assertThat(simple.codes()).contains("M04");
        assertThat(simple.strength()).isEqualTo(Finding.Strength.MATCH);
        Finding common = first(text.replace("0.3)", "0.775)"), "grad(y)", "3/2");
        assertThat(common.codes()).contains("M04");
        assertThat(common.strength()).isEqualTo(Finding.Strength.CONSISTENT);
    }

    private static Finding first(String text, String question, String number) {
        Model model = ChainReader.read(Source.of("slips", text), Path.of(""));
        Assignment plain = new Assignment(model, List.of());
        Diagnosis slips = new Diagnosis(Worked.of(new Assignment(model, List.of(plain.question(question)))));
        return slips.of(0, List.of(Optional.of(Digits.parse(number))), Map.of()).get(0);
    }

    @Test
    void a_slip_that_takes_another_answer_takes_it_as_it_was_written() {
        Model model = ChainReader.read(Source.of("two", """
                        x = input(0.7)
                        w1 = param(0.3)
                        w2 = param(-0.8)
                        v1 = param(0.9)
                        v2 = param(-0.65)
                        h1 = tanh(w1*x)
                        h2 = tanh(w2*x)
                        y = v1*h1 + v2*h2
                        E = 0.5*(y - 1)**2
                        minimize(E)
                        """), Path.of(""));
        Assignment plain = new Assignment(model, List.of());
        Worked two = Worked.of(new Assignment(model, List.of(plain.question("grad(v1)"), plain.question("grad(v2)"))));
        Diagnosis slips = new Diagnosis(two);
        List<Optional<Digits>> written = List.of(Optional.of(Digits.parse("0.1719")));
        assertThat(slips.of(0, written, Map.of())).isEmpty();
        assertThat(slips.of(0, written, Map.of(two.places(1).get(0), Digits.parse("0.1719"))))
                .anySatisfy(finding -> assertThat(finding.codes()).contains("M10"));
    }

    @Test
    void a_gradient_of_a_mean_divided_by_the_number_once_more_is_recognised() {
        Model model = ChainReader.read(Source.of("batch", """
                        X = input([[0.7], [-0.4], [0.25]])
                        T = target([[0.3], [0.9], [-0.5]])
                        W = param([[0.6]])
                        E = mean((tanh(X @ W) - T)**2)
                        minimize(E)
                        """), Path.of(""));
        Assignment plain = new Assignment(model, List.of());
        Worked batch = Worked.of(new Assignment(model, List.of(plain.question("grad(W)"))));
        Diagnosis slips = new Diagnosis(batch);
        double right = batch.exact(0).get(0);
        for (double wrong : new double[] {right / 3, right * 3}) {
            List<Optional<Digits>> written = List.of(Optional.of(Slips.rounded(wrong, right, 1, 5)));
            assertThat(slips.of(0, written, Map.of()).get(0).codes()).contains("M13");
        }
    }

    private static double chance(String code, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.codes().contains(code))
                .findFirst()
                .orElseThrow()
                .chance();
    }

    @Test
    void a_slip_met_from_exact_and_from_written_numbers_is_told_once() {
        List<Finding> findings = of("grad(h)[0]", "0.0554", earlier("grad(z2)", "0.1385 -0.0381"));
        assertThat(findings.stream().map(finding -> finding.slips().get(0))).doesNotHaveDuplicates();
        assertThat(findings.stream().filter(finding -> finding.codes().contains("M08")))
                .hasSize(1);
    }

    @Test
    void all_numbers_of_an_answer_must_be_met() {
        assertThat(of("grad(z2)", "-0.1385 0.03810").get(0).codes()).contains("M06");
        assertThat(of("grad(z2)", "-0.1385 0.05432")).isEmpty();
    }

    @Test
    void a_slip_in_one_number_of_many_leaves_the_others_right() {
        assertThat(of("grad(z2)", "-0.1385 -0.03810").get(0).codes()).contains("M06");
    }

    @Test
    void mistakes_that_yield_one_number_are_one_finding_with_several_names() {
        List<Finding> findings = of("new(W2)[0, 0]", "0.4411");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).codes()).startsWith("M17").contains("M06").doesNotHaveDuplicates();
    }

    @Test
    void a_wrong_fraction_is_recognised() {
        Model model = ChainReader.read(Source.of("fractions", """
                        w = param(1/3)
                        x = input(2/7)
                        t = target(1)
                        y = w*x
                        E = 0.5*(y - t)**2
                        minimize(E)
                        """), Path.of(""));
        Assignment plain = new Assignment(model, List.of());
        Worked fractions = Worked.of(new Assignment(model, List.of(plain.question("grad(w)"))));
        List<Finding> findings = new Diagnosis(fractions).of(0, List.of(Optional.of(Digits.parse("38/147"))), Map.of());
        assertThat(findings.get(0).codes()).contains("M06");
    }

    @Test
    void nothing_told_has_the_exact_number_in_it() {
        for (String wrong : List.of("0.0554", "0.0383", "0.0727")) {
            for (Finding finding : of("grad(h)[0]", wrong)) {
                for (Finding.Slip slip : finding.slips()) {
                    assertThat(slip.explanation() + " " + slip.formula()).doesNotContain("0.0363", "0.0364");
                }
            }
        }
    }

    @Test
    void every_mistake_has_its_words_in_both_languages() {
        assertThat(Mistakes.ALL).hasSizeGreaterThan(60);
        for (Mistake mistake : Mistakes.ALL) {
            String key = "mistake." + mistake.code();
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(Words.of("homework", locale).keys()).contains(key + ".name", key + ".explanation");
            }
            assertThat(mistake.rarity()).isBetween(0, 10);
        }
    }
}
