package chainstep.homework.paper;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Makes a PDF of a page, with the fonts in it: the same bytes for the same page. Used by any number of threads.
 *
 * <p>What would vary is fixed: the document's number and its dates. Nothing is fetched: pictures are in the page.
 */
final class Press {
    private static final ZonedDateTime DATE = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int REGULAR = 400;
    private static final int BOLD = 600;

    private final List<Fonts.Face> faces;
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();
    /** Fonts that no page is printed with at the moment. */
    private final Queue<Fonts> idle = new ConcurrentLinkedQueue<>();

    Press() {
        XRLog.setLoggingEnabled(false);
        this.faces = List.of(
                face("Inter", REGULAR, "/chainstep/font/Inter-Regular.ttf"),
                face("Inter", BOLD, "/chainstep/font/Inter-SemiBold.ttf"),
                face("JetBrains Mono", REGULAR, "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf"),
                face("Noto Sans SC", REGULAR, "/chainstep/font/NotoSansSC.ttf"));
    }

    private static Fonts.Face face(String family, int weight, String resource) {
        return new Fonts.Face(family, weight, () -> {
            try (InputStream file = Press.class.getResourceAsStream(resource)) {
                return file.readAllBytes();
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        });
    }

    byte[] pdf(String page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        print(page, out, (renderer, document) -> {
            document.setDocumentId(1L);
            PDDocumentInformation about = document.getDocumentInformation();
            about.setCreationDate(GregorianCalendar.from(DATE));
            about.setModificationDate(GregorianCalendar.from(DATE));
            document.save(out);
            return out;
        });
        return out.toByteArray();
    }

    /** How far above the lower edge of its last sheet of paper a page ends, in points. */
    double end(String page) throws IOException {
        return print(page, OutputStream.nullOutputStream(), (renderer, document) ->
                (double) renderer.getLastContentBottom());
    }

    /** What is done with a page that is printed. */
    private interface Use<T> {
        T of(PdfBoxRenderer renderer, PDDocument document) throws IOException;
    }

    private <T> T print(String page, OutputStream out, Use<T> use) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(page, null);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withProducer("ChainStep");
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        builder.toStream(out);
        Fonts fonts = Objects.requireNonNullElseGet(idle.poll(), () -> new Fonts(faces));
        T made;
        try (PDDocument document = new PDDocument()) {
            builder.usePDDocument(document);
            fonts.offer(document, builder);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                made = use.of(renderer, document);
            }
        }
        idle.add(fonts);
        return made;
    }
}
