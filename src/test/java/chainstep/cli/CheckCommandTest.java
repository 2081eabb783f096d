package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String ASKING = "samples/homework/mazur-assignment.chain";
    private static final String ASKING_NOTHING = "samples/mazur.chain";

    @TempDir
    private Path folder;

    private Played check(String file, String... rows) throws IOException {
        Path sheet = folder.resolve("sheet.csv");
        Files.writeString(sheet, "quantity,answer\n" + String.join("\n", rows) + "\n");
        return Played.of("check", file, sheet.toString());
    }

    @Test
    void a_sheet_of_which_no_row_fits_is_unreadable() throws IOException {
        for (String file : new String[] {ASKING, ASKING_NOTHING}) {
            Played played = check(file, "foo,1");
            assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
            assertThat(played.out()).contains("row 2: \"foo\" is no value of this network");
            assertThat(played.err()).endsWith("sheet.csv: no row of it could be read as an answer\n");
        }
        assertThat(check(ASKING_NOTHING).answer()).isEqualTo(ChainStep.UNREADABLE);
    }

    @Test
    void of_a_right_value_with_too_few_digits_nobody_says_that_no_mistake_gives_it() throws IOException {
        for (String answer : new String[] {"0.59", "0.6"}) {
            Played played = check(ASKING_NOTHING, "h[0]," + answer);
            assertThat(played.out())
                    .contains("right as far as it goes, but with too few digits")
                    .doesNotContain("no known mistake", "too few to tell");
        }
        assertThat(check(ASKING_NOTHING, "h[0],0.412345").out()).contains("no known mistake");
    }

    @Test
    void a_row_that_answers_no_question_is_told_and_is_no_success() throws IOException {
        Played all = check(ASKING_NOTHING, "h[0],0.593");
        assertThat(all.answer()).as(all.all()).isZero();
        Played some = check(ASKING_NOTHING, "h[0],0.593", "foo,1");
        assertThat(some.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(some.err()).endsWith("sheet.csv: 1 row answers no question\n");
    }

    @Test
    void where_nothing_is_asked_whole_arrays_and_gradients_of_inputs_may_be_answered() throws IOException {
        Played played = check(
                ASKING_NOTHING,
                "\"grad(W2)\",\"0.0822 0.0827; -0.0226 -0.0227\"",
                "h,\"0.593, 0.597\"",
                "h,\"0.593, 0.597\"",
                "dE/dx_1,0.00380",
                "o1,0.7514");
        assertThat(played.answer()).as(played.all()).isZero();
        assertThat(played.out()).contains("∂E/∂W2", "∂E/∂x₁", "4 of 4 marks");
        assertThat(played.out().indexOf("h ")).isLessThan(played.out().indexOf("∂E/∂W2"));
    }

    @Test
    void a_sheet_may_be_unicode_text_as_excel_writes_it() throws IOException {
        for (var charset : new java.nio.charset.Charset[] {
            java.nio.charset.StandardCharsets.UTF_16LE, java.nio.charset.StandardCharsets.UTF_16BE
        }) {
            Path sheet = folder.resolve("sheet.csv");
            Files.writeString(sheet, "\uFEFFquantity\tanswer\r\nh[0]\t0.593\r\n∂E/∂h₁\t0.03635\r\n", charset);
            Played played = Played.of("check", ASKING_NOTHING, sheet.toString());
            assertThat(played.answer()).as(played.all()).isZero();
            Files.write(sheet, java.util.Arrays.copyOf(Files.readAllBytes(sheet), 25));
            assertThat(Played.of("check", ASKING_NOTHING, sheet.toString()).answer())
                    .isEqualTo(ChainStep.UNREADABLE);
        }
    }

    private Path quad(String asked) throws IOException {
        return Files.writeString(
                folder.resolve("quad.chain"),
                "a = const(0.0625)\nb = const(2.5)\nc = const(1.0005)\ny = a * b\nn = c * c\nask(y)\nask(n)\n" + asked);
    }

    @Test
    void two_values_are_told_with_the_digits_that_tell_them_apart() throws IOException {
        Played played = check(quad("").toString(), "n,c^2.0000001");
        var told = java.util.regex.Pattern.compile("yours is ([0-9.]+), and should be ([0-9.]+)")
                .matcher(played.out());
        assertThat(told.find()).as(played.out()).isTrue();
        assertThat(told.group(1)).isNotEqualTo(told.group(2));
    }

    @Test
    void what_is_finer_than_the_program_computes_is_not_called_exact() throws IOException {
        assertThat(check(quad("").toString(), "y,0.15625000000000000000000001").out())
                .contains("0.15625 to all digits that the program computes")
                .doesNotContain("exact");
        assertThat(check(quad("").toString(), "y,0.156250000000000000000000").out())
                .contains("exact");
    }

    @Test
    void where_only_exact_values_count_that_is_what_is_said() throws IOException {
        Path sheet = folder.resolve("rounded.csv");
        Files.writeString(sheet, "quantity,answer\n∂E/∂z2_1,0.138\n∂E/∂W2₁₁,0.0818\n");
        String[] line = {"check", ASKING, sheet.toString(), "--exact"};
        assertThat(Played.of(line).out())
                .contains("not the exact value, rounded; by the setting only that counts")
                .doesNotContain("does not follow");
    }

    @Test
    void formulas_may_be_written_as_on_paper() throws IOException {
        Played played = check(
                ASKING_NOTHING,
                "h[0],1/(1+e^(-z1_1))",
                "E,½(t1-o1)²+½(t2-o2)²",
                "grad(z2)[0],(o1-t1)o1(1-o1)",
                "grad(z1)[0],dE/dh1 · σ(z1_1)(1-σ(z1_1))",
                "\"new(W2)[0, 0]\",W2_11-½dE/dW2_11");
        assertThat(played.answer()).as(played.all()).isZero();
    }
}
