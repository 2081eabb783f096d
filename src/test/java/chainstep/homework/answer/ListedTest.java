package chainstep.homework.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,number\nAnn,1001\n",
                "姓名,学号,班级\n张三,0417,3\n",
                "\uFEFFstudent\nAnn\nBob\n",
                "# class 3B\n\nNo.;Name;E-mail\n1;Ann;ann@x.org\n"
            })
    void the_columns_of_a_list_tell_it(String text) throws IOException {
        assertThat(Listed.hasHeader(file(text))).isTrue();
        assertThat(Listed.isList(file(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann Lee\nBob O'Hara\n", "张三,0417\n李四,0418\n", "1001,Ann\n1002,Bob\n"})
    void names_one_a_line_are_a_list_but_only_where_somebody_asks(String text) throws IOException {
        assertThat(Listed.isList(file(text))).isTrue();
        assertThat(Listed.hasHeader(file(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity,answer\nE,0.5\n",
                "student,quantity,answer\nAnn,E,0.5\n",
                "student,Ann\nquantity,answer\nE,0.5\n",
                "姓名,张三\n量,答案\nE,0.5\n",
                "z1[0],0.5\nE,0.3\n",
                "alpha,0.5\nbeta,0.25\n",
                ""
            })
    void a_sheet_of_answers_is_none(String text) throws IOException {
        assertThat(Listed.isList(file(text))).isFalse();
    }

    @Test
    void lists_may_be_workbooks_and_in_gbk() throws IOException {
        Path workbook = folder.resolve("a.xlsx");
        Files.write(workbook, XlsxWriter.workbook(List.of(List.of("Name", "Student ID"), List.of("Ann", "7"))));
        assertThat(Listed.isList(workbook)).isTrue();
        assertThat(Listed.hasHeader(workbook)).isTrue();
        Path sheet = folder.resolve("c.xlsx");
        Files.write(sheet, XlsxWriter.workbook(List.of(List.of("quantity", "answer"), List.of("E", "0.5"))));
        assertThat(Listed.hasHeader(sheet)).isFalse();
        Path plain = folder.resolve("b.csv");
        Files.write(plain, "姓名,学号\n张三,0417\n".getBytes(Charset.forName("GBK")));
        assertThat(Listed.hasHeader(plain)).isTrue();
        assertThat(StudentList.read(plain).students()).containsExactly(new Student("张三", "0417"));
        assertThat(Listed.isList(folder.resolve("none.csv"))).isFalse();
    }
}
