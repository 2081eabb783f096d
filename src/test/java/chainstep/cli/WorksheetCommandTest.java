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
}
