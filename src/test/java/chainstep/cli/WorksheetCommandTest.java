package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorksheetCommandTest {
    private static final String ASSIGNMENT = "samples/homework/mazur-assignment.chain";

    @TempDir
    private Path folder;

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_worksheet_tells_what_is_given_and_asked_but_no_answer() throws IOException {
        Path pdf = folder.resolve("sheet.pdf");
        Played played = Played.of("worksheet", ASSIGNMENT, "-o", pdf.toString());
        assertThat(played.answer()).as(played.err()).isZero();
        assertThat(text(pdf))
                .contains("Homework: one training step", "w5 0.4", "sgd(lr=0.5)", "∂E/∂h₁", "Hidden layer")
                .doesNotContain("0.0363", "0.2983");
    }

    @Test
    void a_worksheet_speaks_chinese_and_is_the_same_each_time() throws IOException {
        Path one = folder.resolve("one.pdf");
        Path two = folder.resolve("two.pdf");
        Played.of("worksheet", ASSIGNMENT, "-o", one.toString(), "--lang", "zh");
        Played.of("worksheet", ASSIGNMENT, "-o", two.toString(), "--lang", "zh");
        assertThat(text(one)).contains("姓名", "已知", "你的答案");
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    }

    @Test
    void a_file_that_asks_nothing_makes_no_worksheet() {
        Path pdf = folder.resolve("sheet.pdf");
        Played played = Played.of("worksheet", "samples/mazur.chain", "-o", pdf.toString());
        assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(played.err()).contains("asks nothing");
        assertThat(pdf).doesNotExist();
    }

    private Path big(String minimized) throws IOException {
        Path file = folder.resolve("big.chain");
        Files.writeString(
                file,
                "x = input([0.5, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 0.1, 1.2, 1.3, 1.4])\n"
                        + "W = param(normal(12, 12, std=0.5, seed=1))\nz = W @ x\nE = sum(z**2)\n" + minimized
                        + "\nask(grad(W))\n");
        return file;
    }

    @Test
    void however_many_numbers_are_asked_each_has_its_box_over_pages() throws IOException {
        Path pdf = folder.resolve("sheet.pdf");
        Played.of("worksheet", big("minimize(E, sgd(lr=0.1))").toString(), "-o", pdf.toString());
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            int boxes = 0;
            for (int page = 1; page <= 2; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                boxes += (int) stripper.getText(document)
                        .codePoints()
                        .filter(sign -> sign == 0xA0)
                        .count();
            }
            assertThat(boxes).isGreaterThanOrEqualTo(144);
        }
    }

    @Test
    void how_a_loss_is_minimized_is_said_however_it_is_written() throws IOException {
        Path pdf = folder.resolve("sheet.pdf");
        Played.of("worksheet", big("minimise(E,   # the sum\n  sgd(lr=0.25))").toString(), "-o", pdf.toString());
        assertThat(text(pdf)).contains("sgd(lr=0.25)");
    }

    @Test
    void a_blank_sheet_is_printed_or_written_as_csv_or_workbook() throws IOException {
        Path workbook = folder.resolve("sheet.xlsx");
        Path csv = folder.resolve("sheet.csv");
        assertThat(Played.of("sheet", ASSIGNMENT, "-o", workbook.toString()).answer())
                .isZero();
        assertThat(Played.of("sheet", ASSIGNMENT, "-o", csv.toString()).answer())
                .isZero();
        String printed = Played.of("sheet", ASSIGNMENT).out();
        assertThat(printed).startsWith("quantity,answer").contains("\"grad(W2)[0, 0]\",");
        assertThat(Files.readString(csv).replace("\r\n", "\n")).isEqualTo("\uFEFF" + printed);
        for (Path sheet : new Path[] {workbook, csv}) {
            Played checked = Played.of("check", ASSIGNMENT, sheet.toString());
            assertThat(checked.err()).isEmpty();
            assertThat(checked.out()).contains("0 of 10 marks");
        }
        assertThat(Played.of("sheet", ASSIGNMENT, "-o", "sheet.pdf").err()).contains("ends in .csv or .xlsx");
        assertThat(Played.of("sheet", "samples/mazur.chain").err()).contains("asks nothing");
    }
}
