package chainstep.ui.homework;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.cli.Played;
import chainstep.homework.Verdict;
import chainstep.homework.paper.Pictures;
import chainstep.homework.paper.Remark;
import chainstep.ui.Draft;
import chainstep.ui.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a teacher decided at the desk counts wherever the class is marked again. */
class TaughtMarkingTest {
    @TempDir
    Path folder;

    private final Pupil pupil = new Pupil();
    private Path assignment;
    private Path sheets;
    private Path said;

    /** Ann is right by the teacher's word, Bob is wrong by it, and is told something. */
    @BeforeEach
    void a_class_marked_at_the_desk() throws IOException {
        assignment = Files.writeString(folder.resolve("mazur.chain"), Pupil.MODEL);
        sheets = Files.createDirectory(folder.resolve("class"));
        said = sheets.resolve("mazur.marks.json");
        sheet("ann.csv", "Ann", "0.6");
        sheet("bob.csv", "Bob", "0.593");
        pupil.controller().turn(false);
        pupil.debug().open(Draft.of(assignment, Pupil.MODEL));
        pupil.controller().turn(true);
        SheetFiles files = new SheetFiles(pupil.controller(), new Silent());
        files.openDesk(sheets, sheets.resolve("ann.csv"));
        files.remark(1, new Remark(Optional.of(Verdict.RIGHT), "shown at the board"));
        files.go(1);
        files.remark(0, new Remark(Optional.of(Verdict.SLIP), ""));
        files.remark(1, new Remark(Optional.empty(), "=neat; @work"));
        assertThat(said).exists();
    }

    private void sheet(String file, String student, String h) throws IOException {
        Files.writeString(
                sheets.resolve(file), "# student: " + student + "\nquantity,answer\nz1[0],0.3775\nh[0]," + h + "\n");
    }

    private Played mark(Path out) {
        return Played.of("mark", assignment.toString(), sheets.toString(), "-o", out.toString());
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void everything(Path out) throws IOException {
        assertThat(Files.readString(out.resolve("marks.csv")).lines())
                .anyMatch(line -> line.startsWith("ann.csv,Ann,,2,10,1,right,1,right,")
                        && line.contains("h₁: right, not slip: shown at the board"))
                .anyMatch(line -> line.startsWith("bob.csv,Bob,,1,10,0,slip,1,right,")
                        && line.contains("z1₁: slip, not right; h₁: =neat;' @work"));
        for (String ann :
                new String[] {Files.readString(out.resolve("students/ann.html")), pdf(out.resolve("students/ann.pdf"))
                }) {
            assertThat(ann).contains("teacher: shown at the board", "2 / 10").doesNotContain("✗ slip");
        }
        for (String bob :
                new String[] {Files.readString(out.resolve("students/bob.html")), pdf(out.resolve("students/bob.pdf"))
                }) {
            assertThat(bob).contains("teacher: slip", "teacher: =neat; @work", "✗ slip", "1 / 10");
        }
        assertThat(pdf(out.resolve("class.pdf"))).contains("2 verdicts are the teacher's");
    }

    @Test
    void the_terminal_marks_by_what_was_said_at_the_desk_and_twice_the_same() throws IOException {
        String before = Files.readString(said);
        for (String out : new String[] {"one", "two"}) {
            Played played = mark(folder.resolve(out));
            assertThat(played.answer()).as(played.all()).isZero();
            everything(folder.resolve(out));
        }
        for (String file :
                new String[] {"marks.csv", "class.pdf", "class.html", "students/ann.pdf", "students/bob.html"}) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(Files.readString(said)).isEqualTo(before);
    }

    private ClassDesk classDesk() {
        return new ClassDesk(pupil.controller(), new Silent(), Tasks.atOnce(), Pictures.NONE, Optional::empty);
    }

    @Test
    void the_window_marks_a_folder_by_it_too() throws IOException {
        classDesk().mark(sheets);
        everything(folder.resolve("class-marked"));
        Files.delete(sheets.resolve("bob.csv"));
        classDesk().mark(sheets);
        assertThat(pupil.scene().said().orElseThrow().phrase().toString())
                .contains("not used in 1 place", "bob.csv are not used: there is no such sheet");
        Files.writeString(said, "{\n  \"ann.csv\": 3\n}");
        classDesk().mark(sheets);
        assertThat(pupil.scene().said().orElseThrow().phrase().toString())
                .endsWith("mazur.marks.json:2: here something in braces is wanted");
    }

    @Test
    void one_sheet_is_checked_by_it_and_both_verdicts_are_told() {
        Played table = Played.of(
                "check", assignment.toString(), sheets.resolve("ann.csv").toString());
        assertThat(table.out()).contains("teacher: shown at the board", "2 of 10 marks");
        Played json = Played.of(
                "check", assignment.toString(), sheets.resolve("ann.csv").toString(), "--json");
        assertThat(json.out().replaceAll("\\s+", " "))
                .contains("\"because\" : \"teacher: shown at the board\"")
                .contains("\"teacher\" : { \"verdict\" : \"right\", \"comment\" : \"shown at the board\" }")
                .contains("\"machine\" : { \"verdict\" : \"slip\", \"marks\" : 0,");
        Played bob = Played.of(
                "check", assignment.toString(), sheets.resolve("bob.csv").toString());
        assertThat(bob.out()).contains("0.593270 rounds to your 3 digits · teacher: =neat; @work");
    }

    @Test
    void what_was_said_of_nobody_or_of_what_is_not_asked_is_told() throws IOException {
        Files.delete(sheets.resolve("bob.csv"));
        Files.writeString(assignment, Pupil.MODEL.replace("ask(h[0])\n", ""));
        Played played = mark(folder.resolve("out"));
        assertThat(played.answer()).isEqualTo(1);
        assertThat(played.err())
                .contains("mazur.marks.json: the teacher's words on bob.csv are not used: there is no such sheet\n")
                .contains(
                        "mazur.marks.json: the teacher's word on \"h[0]\" of ann.csv is not used: that is not asked\n");
    }

    @Test
    void where_it_is_damaged_nothing_is_marked_and_the_line_is_told() throws IOException {
        String whole = Files.readString(said);
        for (String[] damage : new String[][] {
            {whole.replaceFirst("\"right\"", "\"rihgt\""), "4: \"rihgt\" is no verdict"},
            {whole.replaceFirst("\"verdict\"", "\"verdikt\""), "4: \"verdikt\" is neither verdict nor comment"},
            {whole.replaceFirst("\"right\"", "true"), "4: \"verdict\" must be a text in quotes"},
            {whole.replaceFirst("\"right\",", "\"right\""), "5: this is not JSON"},
            {whole.substring(0, whole.length() / 2), "this is not JSON"},
            {"", "1: here something in braces is wanted"},
            {"[]", "1: here something in braces is wanted"},
            {whole + "more", "this is not JSON"},
        }) {
            Files.writeString(said, damage[0]);
            Played played = mark(folder.resolve("out"));
            assertThat(played.answer()).as(played.all()).isEqualTo(2);
            assertThat(played.err())
                    .startsWith("nothing is marked, as what the teacher said at the desk cannot be read: ")
                    .contains("mazur.marks.json:", damage[1]);
            assertThat(folder.resolve("out")).doesNotExist();
            assertThat(Played.of(
                                    "check",
                                    assignment.toString(),
                                    sheets.resolve("ann.csv").toString())
                            .answer())
                    .isEqualTo(2);
        }
        Files.write(said, new byte[] {'{', (byte) 0xC4, '}'});
        assertThat(mark(folder.resolve("out")).err()).contains("the file is not UTF-8");
    }
}
