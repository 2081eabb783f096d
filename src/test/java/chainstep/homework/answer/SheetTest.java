package chainstep.homework.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    static final Assignment ASSIGNMENT = Assignment.of(HandNamesTest.model(HandNamesTest.MAZUR
            + "ask(h[0])\nask(E)\nask(grad(W2))\nask(local(o, z2)[0])\nask(new(W2)[0, 0])\nask(h - o)\n"));
    private static final SheetReader READER = new SheetReader(ASSIGNMENT);

    @TempDir
    Path folder;

    private static AnswerSheet csv(String text) {
        return READER.read("a.csv", text);
    }

    static List<String> written(AnswerSheet sheet) {
        return sheet.answers().stream()
                .map(one -> one instanceof Answer.Unreadable || one instanceof Answer.Misshapen ? "!" : one.written())
                .toList();
    }

    static List<String> remarks(AnswerSheet sheet) {
        return sheet.remarks().stream().map(Phrase::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity,answer\nh_1,0.5\nE,0.3\n",
                "\uFEFFquantity,answer\r\n\r\nh1,0.5\r\nE,0.3\r\n",
                "Your answer;Quantity\n0.5;h₁\n0.3;E\n",
                "量,答案\nh[0],0.5\nE,0.3",
                "no\tquantity\tanswer\n1\tdh\n\n2\th_1\t0.5\n3\tE\t0.3\n",
                "h1,0.5\nE,0.3\n",
                "\"quantity\",\"answer\"\n\"h_1\",\"0.5\"\n\"E\",\"0.3\"\n"
            })
    void the_columns_are_found_however_they_are_written(String text) {
        assertThat(written(csv(text))).containsExactly("0.5", "0.3", "", "", "", "");
    }

    @Test
    void what_stands_in_brackets_needs_no_quotes() {
        AnswerSheet sheet = csv("quantity,answer\ngrad(W2),[[1,2],[3,4]]\nnew(W2)[0,0],0.3589\nlocal(o, z2)[0],0.2\n");
        assertThat(written(sheet)).containsExactly("", "", "[[1,2],[3,4]]", "0.2", "0.3589", "");
        assertThat(remarks(sheet)).isEmpty();
        assertThat(written(csv("local(o, z2)[0],0.2\nE,(1+2,3\n"))).containsExactly("", "!", "", "0.2", "", "");
        assertThat(written(csv("quantity,answer,note\nE,0.3,(sure\nh1,0.5,\n"))).startsWith("0.5", "0.3");
    }

    @Test
    void a_decimal_comma_that_was_torn_apart_is_told_and_never_read_as_its_whole_part() {
        AnswerSheet sheet = csv("quantity,answer\nh1,0,593\nE,\"0,3\"\n");
        assertThat(written(sheet)).startsWith("!", "0,3");
        assertThat(sheet.answers().get(0))
                .isInstanceOfSatisfying(
                        Answer.Unreadable.class,
                        torn -> assertThat(torn.why().in(Locale.ENGLISH))
                                .isEqualTo(
                                        "0,593 stands in two cells: a decimal comma needs quotes (\"0,593\") or semicolons"
                                                + " between the columns; a decimal point needs neither"));
        assertThat(written(csv("h1,0,593\nE,-1,5,Ann\n"))).startsWith("!", "!");
        assertThat(written(csv("quantity,answer,marks\nE,0,1\nh1;0,5\n"))).startsWith("", "0");
        assertThat(written(csv("quantity;answer\nE;0,593\n"))).startsWith("", "0,593");
    }

    @Test
    void rows_are_put_to_questions_by_what_they_mean() {
        AnswerSheet sheet = csv("quantity,answer\ndo1/dz2_1,0.1\nw5+,0.2\nh-o,\"1, 2\"\ndE/dW2,\"1 2; 3 4\"\n");
        assertThat(written(sheet)).containsExactly("", "", "1 2; 3 4", "0.1", "0.2", "1, 2");
        assertThat(sheet.remarks()).isEmpty();
    }

    @Test
    void elements_in_rows_of_their_own_make_one_matrix() {
        AnswerSheet sheet = csv("quantity,answer\ndE/dw5,0.1\n∂E/∂W2₁₂,0.2\ngrad(W2)[1][1],0.4\n");
        assertThat(((Answer.Numbers) sheet.answers().get(2)).numbers().toString())
                .isEqualTo("[Optional[0.1], Optional[0.2], Optional.empty, Optional[0.4]]");
    }

    @Test
    void the_student_and_the_sheet_are_told_above_or_beside() {
        AnswerSheet above = csv("# student: Li, Hua\n# id: 0417\nquantity,answer\nE,1\n");
        assertThat(above.student()).isEqualTo("Li, Hua");
        assertThat(above.id()).isEqualTo("0417");
        AnswerSheet beside = csv("学号,姓名,量,答案\n7,../../etc/passwd,E,1\n7,李,h1,2\n");
        assertThat(beside.student()).isEqualTo("../../etc/passwd");
        assertThat(remarks(beside))
                .containsExactly("row 3: \"李\" is another student than \"../../etc/passwd\", whose sheet this is");
    }

    @Test
    void rows_that_answer_nothing_and_rows_that_answer_twice_are_remarked() {
        AnswerSheet sheet = csv("quantity,answer\nq9,1\nx1,1\nE,1\nE,2\nE,\n");
        assertThat(written(sheet).get(1)).isEqualTo("2");
        assertThat(remarks(sheet))
                .containsExactly(
                        "row 2: \"q9\" is no value of this network",
                        "row 3: \"x1\" is not asked for",
                        "row 5: \"E\" is answered a second time; what stands here counts");
    }

    @Test
    void a_formula_of_a_spreadsheet_is_no_answer() {
        assertThat(written(csv("quantity,answer\nE,=cmd|' /C calc'!A0\nh1,\"=HYPERLINK(\"\"http://x\"\")\"\n")))
                .startsWith("!", "!");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''|a.csv: the sheet is empty
            quantity,reply|a.csv:1: the columns quantity and answer are wanted; here are quantity, reply
            foo,bar|a.csv:1: the columns quantity and answer are wanted; here are foo, bar
            quantity,answer\\nE,"0.5|a.csv:2: a quoted cell is not closed, or a line is far too long
            """)
    void what_is_no_sheet_is_refused_with_its_row(String text, String message) {
        assertThatThrownBy(() -> csv(text.replace("\\n", "\n")))
                .isInstanceOf(SheetException.class)
                .hasMessage(message);
    }

    private AnswerSheet encoded(String text, String charset) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, text.getBytes(Charset.forName(charset)));
        return READER.read(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030"})
    void a_plain_csv_of_chinese_excel_is_read_and_told_once(String charset) throws IOException {
        AnswerSheet sheet = encoded("# 学生: 陶喆\r\n量,答案\r\nh_1,0.5\r\nE,0.3\r\n", charset);
        assertThat(sheet.student()).isEqualTo("陶喆");
        assertThat(written(sheet)).startsWith("0.5", "0.3");
        assertThat(remarks(sheet)).hasSize(1).first().asString().contains("was read as GB18030 (GBK)");
        assertThat(remarks(encoded("量,答案\nE,0.3\n", "UTF-8"))).isEmpty();
    }

    @Test
    void what_is_text_in_no_encoding_is_refused_with_one_message() {
        assertThatThrownBy(() -> encoded("quantity,answer\nMüller,Ångström\n", "ISO-8859-1"))
                .hasMessageContaining(":2: the file is neither UTF-8 nor GB18030");
        assertThatThrownBy(() -> encoded("量,答案\n\0E,0.3\n", "GBK")).hasMessageContaining("neither UTF-8 nor GB18030");
        assertThatThrownBy(() -> encoded("量,答案\n\u0001E,0.3\n", "GBK")).hasMessageContaining("neither UTF-8");
        Path cut = folder.resolve("cut.csv");
        byte[] whole = "量,答案\nE,答".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> {
                    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
                    READER.read(cut);
                })
                .hasMessageContaining("neither UTF-8 nor GB18030");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "student,张三\nquantity,answer\nE,0.3\n",
                "姓名,张三\n学号,0417\n量,答案\nE,0.3\n",
                "姓名：,张三,学号：,0417\n\nquantity,answer\nE,0.3\n",
                "Homework 3\nName: 张三\nid,0417,,\nquantity,answer\nE,0.3\n",
                "学生,张三\nE,0.3\n",
                "name,张三,,\n,,,\nno,quantity,answer,\n2,E,0.3,\n"
            })
    void the_name_may_stand_above_the_header(String text) {
        AnswerSheet sheet = csv(text);
        assertThat(sheet.student()).isEqualTo("张三");
        assertThat(sheet.id()).isEqualTo(text.contains("0417") ? "0417" : "");
        assertThat(written(sheet).get(1)).isEqualTo("0.3");
        assertThat(remarks(sheet)).isEmpty();
    }

    @Test
    void what_else_stands_above_the_header_is_told() {
        AnswerSheet sheet = csv("Homework 3\nclass,3B\nquantity,answer\nE,0.3\n");
        assertThat(remarks(sheet)).containsExactly("row 2 stands above the header and was passed over: class, 3B");
        String far = "class,3B\n".repeat(10) + "quantity,answer\nE,0.3\n";
        assertThatThrownBy(() -> csv(far)).hasMessageContaining("a.csv:1: the columns quantity and answer are wanted");
        assertThatThrownBy(() -> csv("student,answer\nAnn,0.3\n")).hasMessageContaining("are wanted");
    }

    @Test
    void answers_read_otherwise_than_written_are_told_once_for_each_way_of_writing() {
        AnswerSheet sheet = csv("quantity;answer\nh1;0,81000\nE;-0,3\nlocal(o, z2)[0];1,5\nnew(W2)[0, 0];13.8×10^-2\n");
        assertThat(remarks(sheet))
                .containsExactly(
                        "row 2: \"0,81000\" was read as 0.81000; 2 more answers were read likewise",
                        "row 5: \"13.8×10^-2\" was read as 13.8e-2");
    }

    @Test
    void large_files_and_long_sheets_are_refused() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, new byte[SheetReader.MOST_BYTES + 1]);
        assertThatThrownBy(() -> READER.read(file)).hasMessageContaining("too many for a sheet");
        assertThatThrownBy(() -> csv("quantity,answer\n" + "E,1\n".repeat(SheetReader.MOST_ROWS)))
                .hasMessageContaining("rows, too many");
        assertThatThrownBy(() -> READER.read(folder.resolve("a.pdf"))).isInstanceOf(SheetException.class);
        assertThatThrownBy(() -> READER.read(folder.resolve("none.csv"))).isInstanceOf(IOException.class);
    }

    @Test
    void a_blank_sheet_is_read_back_and_is_the_same_each_time() throws IOException {
        for (String name : List.of("b.csv", "b.xlsx")) {
            Path file = folder.resolve(name);
            new SheetWriter(ASSIGNMENT, Locale.CHINESE).write(file, "=cmd()\n李华", "0417");
            byte[] first = Files.readAllBytes(file);
            new SheetWriter(ASSIGNMENT, Locale.CHINESE).write(file, "=cmd()\n李华", "0417");
            assertThat(Files.readAllBytes(file)).isEqualTo(first);
            AnswerSheet sheet = READER.read(file);
            assertThat(sheet.answers()).containsOnly(Answer.BLANK);
            assertThat(sheet.remarks()).isEmpty();
            assertThat(sheet.student()).isEqualTo("=cmd() 李华");
            assertThat(sheet.id()).isEqualTo("0417");
        }
    }

    @Test
    void a_text_that_a_spreadsheet_would_compute_is_quoted() {
        assertThat(List.of("=1+1", "+x", "-x", "@a", "\tb", " =1", "-0.5", "+1e-3", "x", "").stream()
                        .map(SafeCell::of))
                .containsExactly("'=1+1", "'+x", "'-x", "'@a", "'\tb", "' =1", "-0.5", "+1e-3", "x", "");
        assertThat(List.of("+1", "-0.5", "\t=1", "\r@a", "Bob\t=1\r\n+2", "x", "").stream()
                        .map(SafeCell::words))
                .containsExactly("'+1", "'-0.5", "' =1", "' @a", "Bob =1 +2", "x", "");
    }

    @Test
    void rows_are_read_as_they_are_shown_and_make_up_the_matrix_that_is_asked() {
        String model = "x = input([[1, 2], [3, 4], [5, 6]])\nW = param([[0.1, 0.2], [0.4, 0.5]])\nZ = x @ W\n"
                + "E = sum(Z**2)\nminimize(E, sgd(lr=0.1))\n";
        SheetReader row = new SheetReader(Assignment.of(HandNamesTest.model(model + "ask(Z[1])\nask(grad(Z)[2])\n")));
        for (String rows : List.of("Z₂,1.9 2.6\n∂E/∂Z_3,5 8\n", "Z[1],1.9 2.6\ngrad(Z)[2],5 8\n")) {
            assertThat(row.read("a.csv", "quantity,answer\n" + rows).answers())
                    .extracting(Answer::written)
                    .containsExactly("1.9 2.6", "5 8");
        }
        SheetReader whole = new SheetReader(Assignment.of(HandNamesTest.model(model + "ask(Z)\n")));
        Answer made = whole.read("a.csv", "quantity,answer\nZ[0],0.9 1.2\nZ_2,[1.9 2.6]\nZ[2],2.9 4.0\n")
                .answers()
                .get(0);
        assertThat(made).isInstanceOf(Answer.Numbers.class);
        assertThat(((Answer.Numbers) made).numbers())
                .extracting(number -> number.orElseThrow().text())
                .containsExactly("0.9", "1.2", "1.9", "2.6", "2.9", "4.0");
        assertThat(whole.read("a.csv", "quantity,answer\nZ[0],1 2 3\n")
                        .answers()
                        .get(0))
                .isInstanceOf(Answer.Misshapen.class);
    }

    private static final SheetReader PARTS = new SheetReader(Assignment.of(HandNamesTest.model(
            HandNamesTest.MAZUR + "ask(h[0])\nask(h[1])\nask(grad(W2)[0, 0])\nask(grad(W2)[1])\nask(grad(o)[1])\n")));

    private static AnswerSheet parts(String text) {
        return PARTS.read("a.csv", text);
    }

    @Test
    void an_array_is_spread_over_the_questions_that_ask_for_its_parts() {
        AnswerSheet sheet = parts("quantity,answer\nh,\"0.593, 0.597\"\ngrad(W2),[[1 2]; [3 4]]\ngrad(o),o - t\n");
        assertThat(written(sheet)).containsExactly("0.593", "0.597", "1", "3, 4", "(o - t)[1]");
        assertThat(remarks(sheet)).isEmpty();
        assertThat(written(parts("h,[0.593; 0.597]\n"))).startsWith("0.593", "0.597", "");
        assertThat(written(parts("h,[? 0.597]\n"))).startsWith("", "0.597", "");
        assertThat(written(parts("h,[1 2 3]\ngrad(W2),\n"))).containsExactly("!", "!", "", "", "");
    }

    @Test
    void what_is_given_alone_counts_before_an_array_and_that_is_said_once() {
        for (String text :
                List.of("quantity,answer\nh,[0.5 0.6]\nh1,0.593\nh2,0.597\n", "h1,0.593\nh2,0.597\nh,[0.5 0.6]\n")) {
            AnswerSheet sheet = parts(text);
            assertThat(written(sheet)).startsWith("0.593", "0.597");
            assertThat(sheet.remarks()).extracting(Phrase::key).containsExactly("sheet.both");
        }
        assertThat(parts("h1,0.5\nh,[0.5 0.6]\n").remarks()).isEmpty();
    }
}
