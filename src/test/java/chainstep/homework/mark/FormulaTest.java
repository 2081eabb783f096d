package chainstep.homework.mark;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Verdict;
import chainstep.words.Phrase;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas are judged as functions, not as text. */
class FormulaTest {
    private static final Sheet MAZUR = Sheet.of(
            "worked/mazur_222",
            "net_h1",
            "out_h1",
            "E_total",
            "grad(out_o1)",
            "grad(net_o1)",
            "grad(w5)",
            "grad(out_h1)",
            "grad(w1)",
            "new(w5)",
            "local(out_o1, net_o1)");

    private static Marked marked(String question, String formula) {
        return MAZUR.blank().formula(question, formula).marked(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            net_h1                | w1*i1 + w2*i2 + b1
            net_h1                | b1 + i2*w2 + i1*0.15
            out_h1                | sigmoid(net_h1)
            out_h1                | 1/(1 + exp(-net_h1))
            out_h1                | sigmoid(w1*i1 + w2*i2 + b1)
            E_total               | 0.5*(t1-out_o1)**2 + 0.5*(t2-out_o2)**2
            E_total               | ((out_o1-t1)**2 + (out_o2-t2)**2)/2
            grad(out_o1)          | out_o1 - t1
            grad(net_o1)          | (out_o1-t1)*out_o1*(1-out_o1)
            grad(net_o1)          | -(t1-out_o1)*(out_o1 - out_o1**2)
            grad(net_o1)          | grad(out_o1)*out_o1*(1-out_o1)
            grad(net_o1)          | 0.741*out_o1*(1-out_o1)
            grad(w5)              | (out_o1-t1)*out_o1*(1-out_o1)*out_h1
            grad(w5)              | grad(net_o1)*out_h1
            grad(w5)              | 0.1385*out_h1
            grad(w5)              | 0.741*0.187*out_h1
            grad(w5)              | 0.1384986*0.59327
            grad(w5)              | 0.7414*0.1868*0.5933
            grad(w5)              | 0.741*0.1868*0.593
            grad(w5)              | 0.741*0.187*0.593
            net_h1                | 0.15*0.05 + 0.20*0.10 + 0.35
            out_h1                | 1/(1 + exp(-0.3775))
            grad(out_h1)          | grad(net_o1)*w5 + grad(net_o2)*w7
            grad(out_h1)          | 0.40*grad(net_o1) + 0.5*grad(net_o2)
            grad(out_h1)          | w5*(out_o1-t1)*out_o1*(1-out_o1) + w7*(out_o2-t2)*out_o2*(1-out_o2)
            grad(w1)              | grad(out_h1)*out_h1*(1-out_h1)*i1
            grad(w1)              | 0.0364*out_h1*(1-out_h1)*0.05
            grad(w1)              | 0.03635*out_h1*(1-out_h1)*i1
            grad(net_o1)          | (0.751-t1)*out_o1*(1-out_o1)
            new(w5)               | w5-0.5*0.138*out_h1
            new(w5)               | w5-0.5*(0.1385*out_h1)
            new(w5)               | w5 - 0.5*grad(w5)
            new(w5)               | 0.4 - 0.5*grad(w5)
            new(w5)               | 0.4 - 0.5*0.08217
            local(out_o1, net_o1) | out_o1*(1-out_o1)
            """)
    void a_formula_that_is_the_same_function_is_right(String question, String formula) {
        Marked marked = marked(question, formula);
        assertThat(marked.verdict()).as(marked.because().toString()).isEqualTo(Verdict.RIGHT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            net_h1                | w1*i1 + w2*i2
            net_h1                | w1*i2 + w2*i1 + b1
            out_h1                | tanh(net_h1)
            E_total               | (t1-out_o1)**2 + (t2-out_o2)**2
            grad(out_o1)          | t1 - out_o1
            grad(net_o1)          | (out_o1-t1)*(1-out_o1)
            grad(net_o1)          | (out_o1-t1)*net_o1*(1-net_o1)
            grad(w5)              | grad(net_o1)*out_h2
            grad(w5)              | 0.1385*out_h2
            grad(w5)              | 0.741*0.187*0.597
            grad(out_h1)          | grad(net_o1)*w5
            grad(out_h1)          | grad(net_o1)*w5 + grad(net_o2)*w6
            new(w5)               | w5 + 0.5*grad(w5)
            """)
    void a_formula_that_is_another_function_is_wrong(String question, String formula) {
        Marked marked = marked(question, formula);
        assertThat(marked.verdict()).as(marked.because().toString()).isEqualTo(Verdict.SLIP);
    }

    @ParameterizedTest
    @CsvSource({"grad(w5), grad(w5)", "grad(w5), (w5 - new(w5))/0.5", "out_h1, out_h1 + 0*i1"})
    void a_formula_that_uses_what_is_asked_is_no_answer(String question, String formula) {
        Marked marked = marked(question, formula);
        assertThat(marked.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(marked.because().key()).isEqualTo("mark.formula.circle");
    }

    /** Nothing is made up by rounding: a sum has the digits of its coarsest decimal, and fewer than asked for must be exact. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E_total      | 1 - 1 + 0.3
            net_h1       | (1 + 1e-300)**(1e300)
            net_h1       | sin(1e300)
            grad(w1)     | log(1)*5
            grad(w1)     | tanh(5) - 1
            grad(out_o1) | 1e16*(1/3 - 0.3333333333333333)
            grad(out_o1) | (1e300*1e-300 - 1)*1e17
            grad(w5)     | 0.74*0.19*0.59
            grad(w5)     | 0.741*0.1868*0.597
            out_h1       | 1*0.6
            grad(out_o1) | 0.7*1.06
            """)
    void a_sum_of_numbers_is_judged_by_what_it_comes_to(String question, String formula) {
        Marked marked = marked(question, formula);
        assertThat(marked.verdict()).as(marked.because().toString()).isEqualTo(Verdict.SLIP);
    }

    @Test
    void a_product_of_rounded_numbers_follows_from_them_where_they_are_written() {
        Sheet sheet = MAZUR.blank()
                .write("grad(out_o1)", "0.741")
                .write("local(out_o1, net_o1)", "0.187")
                .write("out_h1", "0.593")
                .formula("grad(w5)", "0.741*0.187*0.593");
        assertThat(sheet.marked("grad(w5)").verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_sum_of_numbers_is_told_no_digit_that_is_not_its_own() {
        assertThat(marked("grad(w5)", "0.7414*0.1868*0.5933").because().in(Locale.ENGLISH))
                .isEqualTo("comes to 0.08217");
        assertThat(marked("net_h1", "0.15*0.05 + 0.20*0.10 + 0.35").because().in(Locale.ENGLISH))
                .isEqualTo("comes to 0.377500");
        assertThat(marked("net_h1", "0.0075 + 0.02 + 0.35").because().in(Locale.ENGLISH))
                .isEqualTo("comes to 0.377500");
    }

    @ParameterizedTest
    @CsvSource({"grad(w1), grad(out_h1)/(out_h1 - out_h1)", "grad(w1), exp(1000)", "E_total, 1/log(1)"})
    void a_formula_without_a_finite_value_is_wrong_and_says_so(String question, String formula) {
        Marked marked = marked(question, formula);
        assertThat(marked.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(marked.because().in(Locale.ENGLISH))
                .isEqualTo("your formula has no finite value at the given numbers");
    }

    @Test
    void a_number_beyond_float64_is_wrong() {
        Sheet sheet = MAZUR.blank().write("out_h1", "1e400").write("E_total", "-1e400");
        assertThat(sheet.marked("out_h1").verdict()).isEqualTo(Verdict.SLIP);
        assertThat(sheet.marked("E_total").verdict()).isEqualTo(Verdict.SLIP);
    }

    @Test
    void a_right_formula_tells_its_value() {
        assertThat(marked("grad(net_o1)", "(out_o1-t1)*out_o1*(1-out_o1)")
                        .because()
                        .in(Locale.ENGLISH))
                .isEqualTo("equal as a formula, = 0.138499");
    }

    @Test
    void a_wrong_formula_tells_where_it_differs_but_not_the_value_asked() {
        String because =
                marked("grad(net_o1)", "(out_o1-t1)*(1-out_o1)").because().in(Locale.ENGLISH);
        assertThat(because).startsWith("is another function: at out_o1 = ").contains("t1 = ");
        assertThat(because).doesNotContain("0.138");
    }

    @Test
    void a_name_that_is_used_twice_is_told_once() {
        String because = marked("grad(net_o1)", "(t1-out_o1)*out_o1*(1-out_o1)")
                .because()
                .in(Locale.ENGLISH);
        assertThat(because).containsOnlyOnce("out_o1 = ");
    }

    @Test
    void a_formula_of_other_variables_is_not_told_the_value_asked() {
        Marked marked = marked("net_h1", "w8*i1");
        assertThat(marked.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(marked("net_h1", "w8*2").because().toString()).doesNotContain("0.3775");
        assertThat(marked("net_h1", "w8*2").because().key()).isEqualTo("mark.formula.other");
    }

    @ParameterizedTest
    @CsvSource({
        "grad(net_o1), (t1-out_o1)*out_o1*(1-out_o1), M06",
        "grad(net_o1), out_o1-t1, M01",
        "grad(w5), grad(net_o1), M11",
        "grad(out_h1), grad(net_o1)*w5, M08",
        "grad(w5), 0.741*0.5933, M01",
        "new(w5), w5 + 0.5*grad(w5), M17"
    })
    void the_mistake_in_a_wrong_formula_is_found_by_its_value(String question, String formula, String code) {
        Marked marked = marked(question, formula);
        assertThat(marked.searched()).isTrue();
        assertThat(marked.findings().get(0).codes()).contains(code);
        assertThat(marked.findings().get(0).strength()).isEqualTo(Finding.Strength.MATCH);
        assertThat(marked.findings().get(0).slips().get(0).explanation().in(Locale.ENGLISH))
                .contains(formula);
    }

    @ParameterizedTest
    @CsvSource({"grad(w1), exp(1000)*w1", "grad(w5), (w5 - new(w5))/0.5"})
    void of_a_formula_that_is_no_answer_no_mistake_is_looked_for(String question, String formula) {
        Marked marked = marked(question, formula);
        assertThat(marked.verdict()).isEqualTo(Verdict.SLIP);
        assertThat(marked.searched()).isFalse();
        assertThat(marked.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "net_h1, w1*i1 + w2*i2",
        "out_h1, tanh(net_h1)",
        "grad(out_o1), t1 - out_o1",
        "new(w5), w5 + 0.5*grad(w5)",
        "grad(out_h1), grad(net_o1)*w5"
    })
    void where_a_wrong_formula_differs_is_far_from_the_given_numbers(String question, String formula) {
        Phrase because = marked(question, formula).because();
        assertThat(because.key()).isEqualTo("mark.formula.different.at");
        double should = Double.parseDouble(String.valueOf(because.arguments().get(2)));
        double exact = MAZUR.worked.exact(MAZUR.number(question)).get(0);
        assertThat(Math.abs(should - exact)).isGreaterThan(0.1 * Math.abs(exact));
    }

    @Test
    void what_follows_reads_the_value_of_a_formula() {
        Sheet sheet =
                MAZUR.blank().formula("grad(net_o1)", "(out_o1-t1)*(1-out_o1)").write("grad(w5)", "0.1094");
        assertThat(sheet.marked("grad(net_o1)").verdict()).isEqualTo(Verdict.SLIP);
        assertThat(sheet.marked("grad(w5)").verdict()).isEqualTo(Verdict.CARRIED);
    }

    /** 0.139 comes of rounded steps: the exact one is 0.1385, which does not round so. */
    @Test
    void a_number_of_ones_own_may_be_put_in_as_it_was_rounded() {
        Sheet sheet = MAZUR.blank()
                .write("grad(net_o1)", "0.139")
                .formula("new(w5)", "w5-0.5*0.139*out_h1")
                .formula("grad(w5)", "0.139*out_h1");
        assertThat(sheet.marked("new(w5)").verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(sheet.marked("grad(w5)").verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_number_put_in_for_another_value_is_wrong() {
        Sheet sheet = MAZUR.blank().write("grad(net_o1)", "0.138");
        assertThat(sheet.formula("new(w5)", "w5-0.5*0.158*out_h1")
                        .marked("new(w5)")
                        .verdict())
                .isEqualTo(Verdict.SLIP);
        assertThat(sheet.formula("grad(w1)", "0.0364*out_h1*(1-out_h1)*0.10")
                        .marked("grad(w1)")
                        .verdict())
                .isEqualTo(Verdict.SLIP);
    }
}
