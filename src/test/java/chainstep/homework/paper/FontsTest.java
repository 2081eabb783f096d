package chainstep.homework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class FontsTest {
    private final List<String> read = new ArrayList<>();

    private Fonts.Face face(String family, String file) {
        return new Fonts.Face(family, 400, () -> {
            read.add(family);
            try (InputStream in = FontsTest.class.getResourceAsStream("/chainstep/font/" + file)) {
                return in.readAllBytes();
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        });
    }

    @Test
    void one_page_after_another_reads_a_font_once_and_only_if_it_needs_it() throws IOException {
        Fonts fonts = new Fonts(List.of(face("Inter", "Inter-Regular.ttf"), face("Noto Sans SC", "NotoSansSC.ttf")));
        for (int page = 0; page < 3; page++) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withHtmlContent("<html><body style=\"font-family: Inter\">" + page + "</body></html>", null);
            builder.toStream(new ByteArrayOutputStream());
            try (PDDocument document = new PDDocument()) {
                builder.usePDDocument(document);
                fonts.offer(document, builder);
                builder.run();
            }
        }
        assertThat(read).containsExactly("Inter");
    }

    @Test
    void what_was_printed_before_and_by_which_thread_leaves_no_trace() throws IOException {
        Press press = new Press();
        List<String> pages = IntStream.range(0, 12)
                .mapToObj(k -> "<html><body style=\"font-family: Inter, Noto Sans SC\">" + "fi ∂E/∂w 反向传播".substring(k)
                        + "</body></html>")
                .toList();
        List<byte[]> together =
                pages.parallelStream().map(page -> printed(press, page)).toList();
        for (int k = pages.size() - 1; k >= 0; k--) {
            assertThat(together.get(k)).isEqualTo(printed(new Press(), pages.get(k)));
        }
    }

    private static byte[] printed(Press press, String page) {
        try {
            return press.pdf(page);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
