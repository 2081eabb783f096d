package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.answer.SheetWriter;
import chainstep.lang.ChainReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsCommandTest {
    private static final String ASSIGNMENT = "samples/homework/mazur-assignment.chain";
    private static final String LIST = "samples/homework/class/students.txt";

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void place() {
        out = folder.resolve("out");
    }

    private Played variants(Path where, String list, String... more) {
        List<String> line =
                new ArrayList<>(List.of("variants", ASSIGNMENT, "--students", list, "-o", where.toString()));
        line.addAll(List.of(more));
        return Played.of(line.toArray(String[]::new));
    }

    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private List<String> ids() throws IOException {
        return Files.readAllLines(out.resolve("variants.csv")).stream()
                .skip(1)
                .map(row -> row.split(",")[0])
                .toList();
    }

    @Test
    void each_student_gets_an_assignment_a_worksheet_a_blank_sheet_and_a_key() throws IOException {
        Played played = variants(out, LIST);
        assertThat(played.answer()).as(played.err()).isZero();
        assertThat(played.err()).isEmpty();
        assertThat(ids()).hasSize(5);
        assertThat(contents(out)).hasSize(1 + 4 * 5);
        String id = ids().get(1);
        assertThat(Files.readString(out.resolve("variants.csv"))).contains(id + ",李华,2023002,1,");
        try (PDDocument pdf =
                Loader.loadPDF(out.resolve("worksheets/" + id + ".pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("李华", "Sheet " + id, "sgd(lr=0.5)");
        }
        assertThat(Files.readString(out.resolve("sheets/" + id + ".csv"))).contains("# id: " + id, "grad(h)[0],\n");
        Played checked = Played.of(
                "check",
                out.resolve("assignments/" + id + ".chain").toString(),
                out.resolve("key/" + id + ".csv").toString());
        assertThat(checked.answer()).as(checked.out()).isZero();
        assertThat(checked.out()).contains("10 of 10 marks");
    }

    @Test
    void the_same_list_gives_the_same_bytes() throws IOException {
        variants(out, LIST);
        Path other = folder.resolve("other");
        variants(other, LIST);
        assertThat(contents(other)).isEqualTo(contents(out));
        assertThat(variants(out, LIST).answer()).as("written again").isZero();
    }

    @Test
    void a_sheet_is_marked_by_the_numbers_of_its_id_and_by_no_others() throws IOException {
        variants(out, LIST);
        Path in = Files.createDirectory(folder.resolve("in"));
        List<String> ids = ids();
        for (int k = 0; k < 4; k++) {
            Files.copy(out.resolve("key/" + ids.get(k) + ".csv"), in.resolve("sheet" + k + ".csv"));
        }
        rewrite(in.resolve("sheet1.csv"), ids.get(1), ids.get(1).toLowerCase(Locale.ROOT));
        rewrite(in.resolve("sheet2.csv"), ids.get(2), ids.get(2).substring(0, 5) + "*");
        rewrite(in.resolve("sheet3.csv"), "# id: " + ids.get(3), "# my sheet");
        Path marked = folder.resolve("marked");
        Played played =
                Played.of("mark", ASSIGNMENT, in.toString(), "--variants", out.toString(), "-o", marked.toString());
        assertThat(played.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(played.out()).contains("2 sheets marked, 2 could not be read");
        assertThat(played.err())
                .contains("sheet2.csv: the id " + ids.get(2).substring(0, 5) + "* is mistyped")
                .contains("sheet3.csv: no id on the sheet");
        List<String> marks = Files.readAllLines(marked.resolve("marks.csv"));
        assertThat(marks.get(1)).startsWith("sheet0.csv,Wang Fang," + ids.get(0) + ",10,10");
        assertThat(marks.get(2)).startsWith("sheet1.csv,李华," + ids.get(1) + ",10,10");
        assertThat(marks.get(3)).startsWith("sheet2.csv,,,,");
        assertThat(Files.readString(marked.resolve("students/sheet0.html"))).contains("Wang Fang");
    }

    private static void rewrite(Path file, String one, String other) throws IOException {
        Files.writeString(file, Files.readString(file).replace(one, other));
    }

    @Test
    void check_takes_the_numbers_of_the_sheet_and_tells_whose_it_is() throws IOException {
        variants(out, LIST);
        Path sheet = folder.resolve("mine.csv");
        Files.copy(out.resolve("key/" + ids().get(0) + ".csv"), sheet);
        rewrite(sheet, "Wang Fang", "Somebody Else");
        Played own = Played.of("check", ASSIGNMENT, sheet.toString(), "--variants", out.toString());
        assertThat(own.answer()).as(own.out() + own.err()).isZero();
        assertThat(own.out()).contains("was made for Wang Fang, not for Somebody Else");
        assertThat(Played.of("check", ASSIGNMENT, sheet.toString()).answer()).isEqualTo(ChainStep.WRONG);
        rewrite(sheet, ids().get(0), "A00000");
        Played stranger = Played.of("check", ASSIGNMENT, sheet.toString(), "--variants", out.toString());
        assertThat(stranger.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(stranger.err()).contains("mine.csv: the id A00000 is mistyped");
    }

    @Test
    void names_that_mean_harm_stay_names_and_those_met_twice_are_told() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(
                list, "\uFEFF学号\t姓名\n1\t李华\n2\t=cmd|'x'!A1\n3\t../../etc/passwd\n\n1\t李华\n\t王\n\t王\n\t<b>&amp;\n");
        Played played = variants(out, list.toString());
        assertThat(played.answer()).as(played.err()).isZero();
        assertThat(played.err())
                .contains("row 6: 李华, 1, stands in row 2 already and is taken once")
                .contains("this one is called 王 (2)");
        assertThat(Files.readString(out.resolve("variants.csv")))
                .contains(",'=cmd|'x'!A1,2,", ",../../etc/passwd,3,", ",王,,", ",王 (2),,", ",<b>&amp;,,");
        assertThat(ids()).hasSize(6).allMatch(id -> id.matches("[A-Z][0-9A-Z]{5}"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(list, out);
        }
    }

    @Test
    void sheets_handed_out_before_are_not_lost() throws IOException {
        variants(out, LIST);
        Map<String, Integer> before = contents(out);
        Played played = variants(out, LIST, "--seed", "2");
        assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(played.err()).contains("5 would be lost");
        assertThat(contents(out)).isEqualTo(before);
        Path more = folder.resolve("more.txt");
        Files.writeString(more, Files.readString(Path.of(LIST)) + "Late Comer\n");
        assertThat(variants(out, more.toString()).answer()).isZero();
        assertThat(contents(out)).hasSize(1 + 4 * 6).containsAllEntriesOf(without(before, "variants.csv"));
    }

    private static Map<String, Integer> without(Map<String, Integer> map, String key) {
        Map<String, Integer> rest = new TreeMap<>(map);
        rest.remove(key);
        return rest;
    }

    @Test
    void variants_speak_chinese() throws IOException {
        Played played = variants(out, LIST, "--lang", "zh");
        assertThat(played.out()).startsWith("共 5 份");
        assertThat(Files.readString(out.resolve("variants.csv"))).startsWith("\uFEFF答卷,学生,学号,种子,备注");
        String id = ids().get(1);
        assertThat(Files.readString(out.resolve("sheets/" + id + ".csv"))).contains("量,答案");
        try (PDDocument pdf =
                Loader.loadPDF(out.resolve("worksheets/" + id + ".pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("姓名", "李华", id);
        }
    }

    @Test
    void what_cannot_begin_says_why() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "# nobody\n\n");
        assertThat(variants(out, empty.toString()).err()).contains("no student in this list");
        assertThat(variants(out, folder.resolve("none.txt").toString()).answer())
                .isEqualTo(ChainStep.UNREADABLE);
        assertThat(variants(out, folder.toString()).answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(Played.of("variants", "samples/mazur.chain", "--students", LIST, "-o", out.toString())
                        .err())
                .contains("asks nothing");
        Path poor = Files.writeString(folder.resolve("poor.chain"), "w = param(zeros(3))\nz = sum(w)\nask(z)\n");
        assertThat(Played.of("variants", poor.toString(), "--students", LIST, "-o", out.toString())
                        .err())
                .contains("too few numbers");
        assertThat(out).doesNotExist();
    }

    @Test
    void two_sheets_of_one_id_are_told_and_a_workbook_keeps_its_id() throws IOException {
        variants(out, LIST);
        Path in = Files.createDirectory(folder.resolve("in"));
        String id = ids().get(0);
        Files.copy(out.resolve("key/" + id + ".csv"), in.resolve("a.csv"));
        var assignment = Assignment.of(ChainReader.read(Path.of(ASSIGNMENT)));
        new SheetWriter(assignment, Locale.ENGLISH).write(in.resolve("b.xlsx"), "", id);
        Path marked = folder.resolve("marked");
        Played played =
                Played.of("mark", ASSIGNMENT, in.toString(), "--variants", out.toString(), "-o", marked.toString());
        assertThat(played.answer()).as(played.err()).isZero();
        List<String> marks = Files.readAllLines(marked.resolve("marks.csv"));
        assertThat(marks.get(1)).startsWith("a.csv,Wang Fang," + id + ",10,10").doesNotContain("is on");
        assertThat(marks.get(2))
                .startsWith("b.xlsx,Wang Fang," + id + ",0,10")
                .contains("the id " + id + " is on a.csv too");
    }

    @Test
    void data_files_have_to_be_where_the_variants_are() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b,y\n1,2,1\n2,3,0\n");
        Path chain = Files.writeString(
                folder.resolve("c.chain"),
                "X, T = csv(\"d.csv\", x=[\"a\", \"b\"], y=[\"y\"])\nw = param([0.5, 0.25])\nz = X @ w\n"
                        + "E = mean((z - T[:, 0])**2)\nminimize(E)\nask(grad(w))\n");
        String[] line = {"variants", chain.toString(), "--students", LIST, "-o", out.toString()};
        assertThat(Played.of(line).err()).contains("put them there first");
        assertThat(out).doesNotExist();
        Files.createDirectories(out.resolve("assignments"));
        Files.copy(folder.resolve("d.csv"), out.resolve("assignments/d.csv"));
        Played played = Played.of(line);
        assertThat(played.answer()).as(played.err()).isZero();
    }
}
