package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.paper.GeneratedClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkCommandTest {
    private static final String ASSIGNMENT = "samples/homework/mazur-assignment.chain";
    private static final String SLIP = "# student: Ann\nquantity,answer\nz1[0],0.3775\ngrad(h)[0],0.0554\n";

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    private Played mark(String... more) {
        return markTo(out, more);
    }

    private Played markTo(Path where, String... more) {
        List<String> line =
                new java.util.ArrayList<>(List.of("mark", ASSIGNMENT, in.toString(), "-o", where.toString()));
        line.addAll(List.of(more));
        return Played.of(line.toArray(String[]::new));
    }

    private void sheet(String name, String text) throws IOException {
        Files.writeString(in.resolve(name), text);
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

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void each_student_gets_a_report_on_paper_and_as_a_page() throws IOException {
        sheet("ann.csv", SLIP);
        Played played = mark();
        assertThat(played.answer()).as(played.err()).isZero();
        assertThat(contents(out).keySet())
                .containsExactlyInAnyOrder(
                        "marks.csv", "class.html", "class.pdf", "students/ann.html", "students/ann.pdf");
        for (String report :
                List.of(Files.readString(out.resolve("students/ann.html")), text(out.resolve("students/ann.pdf")))) {
            assertThat(report).contains("Ann", "1 / 10", "∂E/∂h₁", "0.0554", "0.0363503", "Only some of the paths");
        }
        assertThat(text(out.resolve("class.pdf"))).contains("1 sheet marked, 0 could not be read", "M08");
    }

    @Test
    void what_is_no_sheet_is_left_alone_and_counted() throws IOException {
        sheet("ann.csv", SLIP);
        sheet("notes.txt", "quantity,answer\nz1[0],0.1\n");
        sheet("mazur-assignment.marks.json", "{}");
        Played played = mark();
        assertThat(played.answer()).as(played.all()).isZero();
        assertThat(played.out()).contains("1 other file was left alone: sheets are .csv and .xlsx");
        assertThat(Files.readString(out.resolve("marks.csv"))).doesNotContain("notes");
    }

    @Test
    void a_list_of_students_among_the_sheets_is_left_alone() throws IOException {
        sheet("ann.csv", SLIP);
        sheet("roster.csv", "姓名,学号\n张三,0417\n");
        Played played = mark();
        assertThat(played.answer()).as(played.all()).isZero();
        assertThat(played.out()).contains("1 sheet marked, 0 could not be read", "a list of students is none");
        assertThat(Files.readString(out.resolve("marks.csv"))).doesNotContain("roster");
    }

    @Test
    void verdicts_that_lie_beside_the_assignment_are_told_and_not_used() throws IOException {
        sheet("ann.csv", SLIP);
        Path assignment = folder.resolve("mazur-assignment.chain");
        Files.copy(Path.of(ASSIGNMENT), assignment);
        Path said = folder.resolve("mazur-assignment.marks.json");
        Files.writeString(said, "{\"ann.csv\": {\"grad(h)[0]\": {\"verdict\": \"right\", \"comment\": \"neat\"}}}");
        String[] line = {"mark", assignment.toString(), in.toString(), "-o", out.toString()};
        Played played = Played.of(line);
        assertThat(played.answer()).as(played.all()).isZero();
        assertThat(played.err())
                .contains(said + " was not used: the verdicts that count lie beside the sheets, in " + in);
        assertThat(Files.readString(out.resolve("marks.csv"))).doesNotContain("neat");
        Files.move(said, in.resolve("mazur-assignment.marks.json"));
        assertThat(Played.of(line).err()).isEmpty();
        assertThat(Files.readString(out.resolve("marks.csv"))).contains("neat");
    }

    @Test
    void a_file_where_a_folder_is_wanted_is_told() throws IOException {
        sheet("ann.csv", SLIP);
        Played played = markTo(in.resolve("ann.csv"));
        assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(played.err()).endsWith("ann.csv: this is a file; -o names the folder for what is written\n");
        assertThat(in.resolve("ann.csv")).hasContent(SLIP);
    }

    @Test
    void too_few_digits_are_a_kind_of_their_own_on_the_page_of_the_class() throws IOException {
        sheet("ann.csv", "quantity,answer\nz1[0],0.38\nh[0],0.7777\n");
        mark();
        assertThat(Files.readString(out.resolve("class.html")))
                .contains(
                        "<td class=\"mono\">≈</td><td>the right value, with too few digits</td><td class=\"number\">1</td>")
                .contains("<td class=\"mono\">–</td><td>no known mistake</td><td class=\"number\">1</td>");
    }

    @Test
    void a_name_stands_on_one_line_of_the_report() throws IOException {
        sheet("ann.csv", SLIP);
        mark();
        assertThat(text(out.resolve("students/ann.pdf")).lines()).anyMatch(line -> line.startsWith("∂E/∂W1₁₁ "));
    }

    @Test
    void exact_values_may_be_kept_back() throws IOException {
        sheet("ann.csv", SLIP);
        mark("--hide-exact");
        assertThat(Files.readString(out.resolve("students/ann.html"))).doesNotContain("0.0363");
    }

    @Test
    void reports_speak_chinese() throws IOException {
        sheet("李华.csv", SLIP.replace("Ann", "李华"));
        assertThat(mark("--lang", "zh").answer()).isZero();
        assertThat(text(out.resolve("students/李华.pdf"))).contains("李华", "只加了一部分路径", "错在哪里");
    }

    @Test
    void a_sheet_that_cannot_be_read_is_told_and_passed_over() throws IOException {
        sheet("ann.csv", SLIP);
        sheet("bob.xlsx", "no workbook");
        sheet(".hidden.csv", SLIP);
        Played played = mark();
        assertThat(played.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(played.err()).isEqualTo("passed over: bob.xlsx: this is no workbook of the kind XLSX\n");
        assertThat(Files.readString(out.resolve("marks.csv")).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("bob.xlsx,,"));
    }

    @Test
    void rows_that_answer_no_question_are_told() throws IOException {
        sheet("ann.csv", SLIP + "foo,1\n");
        sheet("bob.csv", SLIP);
        Played played = mark();
        assertThat(played.answer()).isEqualTo(ChainStep.WRONG);
        assertThat(played.err()).isEqualTo("on 1 sheet some rows answer no question: the report says which\n");
    }

    @Test
    void what_cannot_begin_says_why() throws IOException {
        assertThat(mark().err()).contains("no sheets here");
        sheet("ann.csv", SLIP);
        assertThat(markTo(in).err()).contains("must be another");
        assertThat(mark("--threads", "0").answer()).isEqualTo(ChainStep.UNREADABLE);
        Played nothing = Played.of("mark", "samples/mazur.chain", in.toString(), "-o", out.toString());
        assertThat(nothing.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(nothing.err()).contains("asks nothing");
        assertThat(out).doesNotExist();
    }

    @Test
    void other_files_in_the_folder_for_reports_stay() throws IOException {
        sheet("ann.csv", SLIP);
        Files.createDirectory(out);
        Files.writeString(out.resolve("mine.txt"), "mine");
        mark();
        assertThat(out.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void links_among_the_reports_are_not_followed() throws IOException {
        sheet("ann.csv", SLIP);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious.txt"), "precious");
        Files.createDirectory(out);
        Files.createSymbolicLink(out.resolve("marks.csv"), precious);
        Files.createSymbolicLink(out.resolve("class.html"), precious);
        Files.createSymbolicLink(out.resolve("students"), elsewhere);
        mark();
        assertThat(contents(elsewhere)).containsOnlyKeys("precious.txt");
        assertThat(precious).hasContent("precious");
        assertThat(out.resolve("students").resolve("ann.pdf")).isNotEmptyFile();
    }

    @Test
    void no_cell_is_a_formula_where_cells_part_at_semicolons() throws IOException {
        sheet("ann.csv", "# student: Ann; =1+1;-0.5; @x\nquantity,answer\nz1[0],0.3775\n");
        mark();
        assertThat(Files.readString(out.resolve("marks.csv"))).contains("Ann;' =1+1;'-0.5;' @x");
    }

    @Test
    void a_name_that_reads_like_a_number_or_breaks_its_cell_is_no_formula() throws IOException {
        sheet("+1.csv", "# student: +1\nquantity,answer\nz1[0],0.3775\n");
        sheet("bob.csv", "# student: Bob\t=1+1\t+2\nquantity,answer\nz1[0],0.3775\n");
        sheet("cai.csv", "# student: \t-3\nquantity,answer\nz1[0],0.3775\n");
        mark();
        String marks = Files.readString(out.resolve("marks.csv"));
        assertThat(marks).contains("'+1.csv,'+1,", ",Bob =1+1 +2,", ",'-3,").doesNotContain("\t");
        assertThat(marks.lines().flatMap(line -> Arrays.stream(line.split("[,\"]+"))))
                .noneMatch(cell -> cell.matches("\\s*[-=+@].*"));
    }

    @Test
    void a_class_marked_twice_is_byte_for_byte_the_same_by_any_number_of_threads() throws IOException {
        int damaged = GeneratedClass.write(in, 40);
        markTo(folder.resolve("once"), "--threads", "1");
        Played played = markTo(out, "--threads", "3");
        assertThat(played.out()).contains(40 - damaged + " sheets marked, " + damaged + " could not be read");
        assertThat(contents(out)).hasSize(3 + 2 * (40 - damaged)).isEqualTo(contents(folder.resolve("once")));
    }

    @Test
    void sheets_that_mean_harm_write_nothing_elsewhere_and_no_formula() throws IOException {
        GeneratedClass.write(in, 100);
        Map<String, Integer> before = contents(in);
        Played played = mark();
        assertThat(played.err()).doesNotContain("please report");
        assertThat(contents(in)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(in, out);
        }
        String marks = Files.readString(out.resolve("marks.csv"));
        assertThat(marks).startsWith("\uFEFFsheet,student").contains("'=HYPERLINK", "../../../../evil");
        assertThat(marks.lines().flatMap(line -> Arrays.stream(line.split("[,\"]+"))))
                .noneMatch(cell -> cell.matches("[=+@].*"));
        try (var reports = Files.list(out.resolve("students"))) {
            for (Path report :
                    reports.filter(file -> file.toString().endsWith("html")).toList()) {
                assertThat(Files.readString(report)).doesNotContain("<script");
            }
        }
    }

    @Test
    void a_class_of_which_nothing_can_be_read_is_no_class() throws IOException {
        sheet("ann.xlsx", "no workbook");
        sheet("bob.csv", "quantity,answer\nnobody asked,1\n");
        assertThat(mark().answer()).isEqualTo(2);
        sheet("cai.csv", "quantity,answer\n");
        assertThat(mark().answer()).isEqualTo(1);
    }
}
