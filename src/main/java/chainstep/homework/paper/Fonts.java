package chainstep.homework.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Fonts that one page after another is printed with: a file is read when a page first needs it, and once. One thread at a time. */
final class Fonts {
    private final List<Face> faces;
    private final Map<Face, TrueTypeFont> read = new HashMap<>();

    /** @param file reads the file */
    record Face(String family, int weight, Supplier<byte[]> file) {}

    Fonts(List<Face> faces) {
        this.faces = faces;
    }

    /** Lets a document use them. */
    void offer(PDDocument document, PdfRendererBuilder builder) {
        for (Face face : faces) {
            builder.useFont(new Lazy(document, face), face.family(), face.weight(), FontStyle.NORMAL, true);
        }
    }

    private final class Lazy extends PDFontSupplier {
        private final PDDocument document;
        private final Face face;

        Lazy(PDDocument document, Face face) {
            super(null);
            this.document = document;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            try {
                TrueTypeFont font = read.get(face);
                if (font == null) {
                    font = new TTFParser()
                            .parse(new RandomAccessReadBuffer(face.file().get()));
                    read.put(face, font);
                }
                return PDType0Font.load(document, font, true);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
    }
}
