package chainstep.homework.answer;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Answer;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.lang.Model;
import chainstep.math.Digits;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final Model MAZUR = HandNamesTest.model(HandNamesTest.MAZUR);
    private static final AnswerReader READER = new AnswerReader(MAZUR);

    /** What the texts of chance are made of. */
    private static final String PIECES =
            "0.5 1e e- 1/0 / , ; [ ] ( ) { } h h_1 W2₁₁ ∂E/∂ d grad( new ^ ** 9 **9**9**9 \t \n ' \" = + - ᵀ ½ ×10^ ⁻³ "
                    + "\\frac{ \uD835 \0 σ T . … sum( at( axis=0 99999999999999999999 first( local(o, z2 x : None inf nan";

    private static Question question(String quantity) {
        return new Assignment(MAZUR, List.of()).question(quantity);
    }

    private static Answer read(String written, String quantity) {
        return READER.read(written.replace("\\t", "\t").replace("\\n", "\n"), question(quantity));
    }

    @Test
    void a_sign_of_a_product_that_lacks_is_asked_for() {
        for (String written : new String[] {"h_1(1)", "o_1 x h_1"}) {
            assertThat(why(read(written, "grad(h)[0]"))).endsWith("(a product is written with *, as in o*(1 - o))");
        }
    }

    @Test
    void a_list_in_brackets_is_no_decimal_where_one_number_is_asked() {
        assertThat(shape(read("[1,2]", "grad(h)[0]")))
                .isEqualTo("wrong shape: yours is a vector of 2, asked is one number, such as 0.5");
        assertThat(numbers(read("1,2", "grad(h)[0]"))).isEqualTo("1.2");
        assertThat(numbers(read("[0.25]", "grad(h)[0]"))).isEqualTo("0.25");
    }

    @Test
    void a_sum_of_numbers_is_one_number_where_one_is_asked() {
        for (String written :
                new String[] {"0.0275 + 0.35", "0.4 - 0.0411", "0.4 -0.0411", "-.5 + (0.2)", "1e-3 - 2"}) {
            assertThat(read(written, "grad(h)[0]")).as(written).isInstanceOf(Answer.Formula.class);
        }
        assertThat(numbers(read("0.4 -0.0411", "grad(h)"))).isEqualTo("0.4 -0.0411");
        for (String written : new String[] {"0.4\\t-0.0411", "0.4, -0.0411", "[0.4 -0.0411]", "0.4 0.1"}) {
            assertThat(read(written, "grad(h)[0]")).as(written).isInstanceOf(Answer.Misshapen.class);
        }
    }

    @Test
    void of_a_formula_for_a_whole_value_the_element_asked_is_taken() {
        for (String written : new String[] {"W1 @ x + b1", "0.15*x1 + 0.2*x2 + b1"}) {
            assertThat(read(written, "z1[0]")).as(written).isInstanceOf(Answer.Formula.class);
        }
        assertThat(read("W2.T @ grad(z2)", "grad(h)[1]")).isInstanceOf(Answer.Formula.class);
        assertThat(read("h", "h[0]")).isInstanceOf(Answer.Unreadable.class);
        assertThat(read("W1", "z1[0]")).isInstanceOf(Answer.Misshapen.class);
    }

    @Test
    void a_blank_multiplies_where_one_number_is_asked() {
        for (String written : new String[] {
            "dE/dh_1 h1 (1-h1)", "dE/dh_1 h1 (1 - h1)", "0.008771 x1", "2 h1 w5", "η grad(h)[0] x1", "W1[0, 1] x1"
        }) {
            assertThat(read(written, "new(W2)[0, 0]")).as(written).isInstanceOf(Answer.Formula.class);
        }
        for (String written : new String[] {"w1 x h1", "0.5 x w1", "1.2 e-3", "h1 0.5", "h1 T", "[w1 w2]"}) {
            assertThat(read(written, "new(W2)[0, 0]")).as(written).isInstanceOf(Answer.Unreadable.class);
        }
        assertThat(read("h1 h2", "grad(h)")).isInstanceOf(Answer.Unreadable.class);
    }

    @Test
    void how_a_number_was_rounded_may_stand_behind_it() {
        for (String written :
                new String[] {"0.5933 (4 s.f.)", "0.5933 (4sf)", "0.5933 (to 4 d.p.)", "0.5933（4位有效数字）", "0.5933(4位小数)"
                }) {
            assertThat(numbers(read(written, "grad(h)[0]"))).as(written).isEqualTo("0.5933");
        }
    }

    @Test
    void the_learning_rate_goes_by_its_letter() {
        for (String written : new String[] {"w5 - η*dE/dw5", "w5 - lr*dE/dw5", "w5 - \\eta \\cdot dE/dw5"}) {
            assertThat(read(written, "new(W2)[0, 0]")).as(written).isInstanceOf(Answer.Formula.class);
        }
    }

    @Test
    void a_list_in_brackets_goes_on_behind_a_comma_on_the_next_line() {
        assertThat(numbers(read("[-0.04969,\n 0.04417]", "grad(h)"))).isEqualTo("-0.04969 0.04417");
        assertThat(numbers(read("(-0.04969 ,\r\n0.04417)", "grad(h)"))).isEqualTo("-0.04969 0.04417");
        assertThat(numbers(read("[[1,\n2],\n[3,\n4]]", "grad(W2)"))).isEqualTo("1 2 3 4");
        assertThat(numbers(read("[1, 2\n3, 4]", "grad(W2)"))).isEqualTo("1 2 3 4");
    }

    @Test
    void a_whole_number_with_a_fraction_behind_it_is_their_sum() {
        for (String written : new String[] {"6¼", "6 ¼", "6 1/4", "6 1 / 4"}) {
            assertThat(numbers(read(written, "grad(h)[0]"))).as(written).isEqualTo("25/4");
        }
        assertThat(numbers(read("-12½", "grad(h)[0]"))).isEqualTo("-25/2");
        assertThat(numbers(read("-½", "grad(h)[0]"))).isEqualTo("-1/2");
        assertThat(numbers(read("6 1/4", "grad(h)"))).isEqualTo("6 1/4");
        assertThat(numbers(read("6¼ 1", "grad(h)"))).isEqualTo("25/4 1");
        assertThat(read("2³", "grad(h)[0]")).isNotInstanceOf(Answer.Numbers.class);
    }

    private static String numbers(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Numbers.class);
        return ((Answer.Numbers) answer)
                .numbers().stream()
                        .map(one -> one.map(Digits::text).orElse("?"))
                        .collect(Collectors.joining(" "));
    }

    private static String shape(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Misshapen.class);
        return ((Answer.Misshapen) answer).why().in(Locale.ENGLISH);
    }

    private static String why(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Unreadable.class);
        return ((Answer.Unreadable) answer).why().in(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            0.5|0.5
            -.5|-.5
            −0.50|-0.50
            － ０．５|-0.5
            1.2e-3|1.2e-3
            1.2E−3|1.2E-3
            1.2×10^-3|1.2e-3
            1.2 x 10^(-3)|1.2e-3
            1.2·10⁻³|1.2e-3
            1.2*10**-3|1.2e-3
            10^-3|1e-3
            1/3|1/3
            -1 / 3|-1/3
            ½|1/2
            (1)/(3)|1/3
            \\frac{1}{3}|1/3
            0,5|0.5
            0,0554|0.0554
            1.321,83|1321.83
            1,321.83|1321.83
            = 0.5|0.5
            '=0.5|0.5
            ≈0.5|0.5
            约0.5|0.5
            0.4*0.2 = 0.08|0.08
            E = 0.298|0.298
            [0.5]|0.5
            0.333…|0.333
            """)
    void a_number_is_read_as_people_write_it(String written, String number) {
        assertThat(numbers(read(written, "E"))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [0.1, 0.2]|0.1 0.2
            (0.1, 0.2)|0.1 0.2
            {0.1; 0.2}|0.1 0.2
            0.1 0.2|0.1 0.2
            0.1\\t0.2|0.1 0.2
            0.1\\n0.2\\n|0.1 0.2
            [0.1 0.2]ᵀ|0.1 0.2
            [[0.1], [0.2]]|0.1 0.2
            0,1; 0,2|0.1 0.2
            0,1\\t0,2|0.1 0.2
            0.1、0.2|0.1 0.2
            1/3, -2/3|1/3 -2/3
            - 0.1, + 0.2|-0.1 +0.2
            1×10^-3 2×10^-3|1e-3 2e-3
            [0.1, ?]|0.1 ?
            [, 0.2]|? 0.2
            [0.1, 0.2,]|0.1 0.2
            """)
    void a_vector_is_read_in_every_form(String written, String numbers) {
        assertThat(numbers(read(written, "h"))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [[1, 2], [3, 4]]|1 2 3 4
            1 2; 3 4|1 2 3 4
            1, 2; 3, 4|1 2 3 4
            1\\t2\\n3\\t4|1 2 3 4
            [1, 2; 3, 4]|1 2 3 4
            [1 2; 3 4]^T|1 3 2 4
            0,1 0,2; 0,3 0,4|0.1 0.2 0.3 0.4
            1\\t\\n3\\t4|1 ? 3 4
            """)
    void a_matrix_is_read_in_every_form(String written, String numbers) {
        assertThat(numbers(read(written, "W1"))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?", "-", "—", "n/a", "无", "[?, ?]", "\t"})
    void nothing_is_a_blank(String written) {
        assertThat(read(written, "h")).isEqualTo(Answer.BLANK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (o1-t1)*o1*(1-o1)*h1|grad(W2)[0, 0]
            (o1－t1)·o1·(1－o1)×h₁|grad(W2)[0, 0]
            dE/dnet_o1 * h_1|grad(W2)[0, 0]
            0.5*2 + 1/3|E
            sigmoid(z1)|h
            (o - t) * o * (1 - o)|grad(z2)
            [o1*2, o2*2]|h
            E = 0.5*((t1-o1)^2 + (t2-o2)^2)|E
            """)
    void a_formula_in_the_variables_is_an_answer(String written, String quantity) {
        assertThat(read(written, quantity)).isInstanceOf(Answer.Formula.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dE/dw5|grad(W2)[0, 0]
            grad(W2)[0, 0]|dE
            1 * h1|h[0]
            sum(h)|h[0]
            grad(W2, of=E)[0, 0] + 0|grad(W2)[0, 0]
            at(0, grad(W2))[0, 0]|grad(W2)[0, 0]
            jac(o, z2)[0, 0]|local(o, z2)[0]
            do1/dnet_o1|local(o, z2)[0]
            after(0.5*sum((t-o)**2))|after(E)
            """)
    void what_is_asked_is_no_answer_to_itself(String written, String quantity) {
        String asked = quantity.equals("dE") ? "grad(W2)[0, 0]" : quantity;
        assertThat(why(read(written, asked))).contains("is what is asked for");
    }

    @Test
    void a_wrong_shape_is_told_with_both_shapes() {
        assertThat(shape(read("[1, 2, 3]", "h")))
                .isEqualTo("wrong shape: yours is a vector of 3, asked is a vector of 2, such as 0.5, 0.25, …");
        assertThat(shape(read("1 2 3 4", "W1"))).contains("yours is a vector of 4, asked is an array of 2×2");
        assertThat(why(read("1 2; 3", "W1"))).contains("an array of 2×?");
        assertThat(shape(read("[0.1, 0.2]", "E"))).contains("yours is a vector of 2, asked is one number");
        assertThat(shape(read("0.5", "h"))).contains("yours is one number");
        assertThat(shape(read("o1 * o", "E"))).contains("yours is a formula that gives a vector of 2");
    }

    @Test
    void a_comma_that_may_be_two_things_is_asked_about() {
        assertThat(why(read("1,234", "E"))).isEqualTo("\"1,234\" could be 1.234 or 1234: write the one that is meant");
    }

    @Test
    void what_was_understood_is_told_where_it_is_not_what_was_written() {
        assertThat(AnswerReader.echo(read("0,5", "E")).orElseThrow().in(Locale.ENGLISH))
                .isEqualTo("\"0,5\" was read as 0.5");
        assertThat(AnswerReader.echo(read("0.5", "E"))).isEmpty();
    }

    @Test
    void an_unknown_name_in_a_formula_is_told() {
        assertThat(why(read("(o1-t1)*q7", "E"))).contains("q7");
        assertThat(why(read("0.5.5", "E"))).contains("0.5.5");
        assertThat(why(read("=HYPERLINK(\"http://x\")", "E"))).startsWith("neither a number nor a formula");
    }

    @Test
    void no_text_makes_it_throw() {
        Random random = new Random(20261122);
        String[] pieces = PIECES.split(" ");
        int unreadable = 0;
        for (int k = 0; k < 2000; k++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (String quantity : List.of("E", "W1")) {
                unreadable += read(text.toString(), quantity) instanceof Answer.Unreadable ? 1 : 0;
            }
        }
        assertThat(unreadable).isGreaterThan(2000);
        for (String sign : "( [ - 1, 1; h_ d { ' \\frac{ 9 ∂E/∂ _ ₁ = \t".split(" ")) {
            assertThat(read(sign.repeat(100_000 / sign.length()), "W1")).isNotNull();
            assertThat(read(sign.repeat(1900 / sign.length()), "E")).isNotNull();
        }
    }

    @Test
    void a_text_too_long_is_not_read() {
        assertThat(why(read("1".repeat(AnswerReader.LONGEST + 1), "E"))).contains("at most");
    }
}
