package chainstep.homework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class WorksheetTest {
    private static final double WIDTH = 400;

    /** Draws a graph of a height, and formulas not at all. */
    private record Drawn(double height) implements Pictures {
        @Override
        public Optional<Printed> formula(String latex) {
            return Optional.empty();
        }

        @Override
        public List<Printed> graph(Model model, Locale locale) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try {
                ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
            } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
            return List.of(new Printed(png.toByteArray(), WIDTH, height, 0.65));
        }
    }

    private static String page(double height) throws IOException {
        Assignment assignment =
                Assignment.of(ChainReader.read(Path.of("samples", "homework", "mazur-assignment.chain")));
        return new Worksheet(new Paper(Worked.of(assignment), Locale.ENGLISH, new Drawn(height))).page("", "");
    }

    private static String firstSheet(String page) throws IOException {
        try (PDDocument document = Loader.loadPDF(new Press().pdf(page))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            return stripper.getText(document);
        }
    }

    @Test
    void a_graph_that_fits_stands_as_it_is_above_the_boxes() throws IOException {
        String page = page(200);
        assertThat(page).contains("width:400.00pt;height:200.00pt");
        assertThat(page.indexOf("The network")).isLessThan(page.indexOf("Your answers"));
    }

    @Test
    void a_graph_that_is_somewhat_too_high_is_made_smaller_and_stays_on_the_first_sheet() throws IOException {
        String page = page(480);
        assertThat(page).doesNotContain("width:400.00pt");
        assertThat(page.indexOf("The network")).isLessThan(page.indexOf("Your answers"));
        assertThat(firstSheet(page)).contains("The network");
    }

    @Test
    void where_a_graph_would_be_too_small_to_read_the_boxes_fill_the_first_sheet() throws IOException {
        String page = page(740);
        assertThat(page).contains("width:400.00pt;height:740.00pt");
        assertThat(page.indexOf("Your answers")).isLessThan(page.indexOf("The network"));
        assertThat(firstSheet(page)).contains("Your answers").doesNotContain("The network");
    }

    @Test
    void vectors_and_matrices_stand_in_brackets() throws IOException {
        assertThat(page(200)).contains("class=\"opening\"", "class=\"closing\"");
    }
}
