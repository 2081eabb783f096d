package chainstep.homework.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * The rows of the first sheet of an XLSX workbook (ECMA-376): a zip of a few small XML files.
 *
 * <p>Only texts and numbers are read; no formula is computed, no link is followed, nothing is unpacked onto the disk, and no more than
 * {@link #MOST_UNPACKED} bytes into memory.
 */
final class XlsxSheet {
    /** The most bytes of what is read of a workbook, unpacked. */
    static final int MOST_UNPACKED = 16_000_000;

    private static final int MOST_PARTS = 2000;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String LINKS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedstrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final Set<String> READ = Set.of(WORKBOOK, LINKS, TEXTS, STYLES);

    private final String name;
    private final Map<String, byte[]> parts = new HashMap<>();

    XlsxSheet(String name) {
        this.name = name;
    }

    List<Row> rows(byte[] bytes) {
        try {
            unpack(bytes);
            byte[] sheet = parts.get(sheet());
            if (!parts.containsKey(WORKBOOK) || sheet == null) {
                throw new SheetException("sheet.archive", name);
            }
            List<String> texts = parts.containsKey(TEXTS) ? XlsxParts.texts(parts.get(TEXTS)) : List.of();
            List<Boolean> dates = parts.containsKey(STYLES) ? XlsxParts.dates(parts.get(STYLES)) : List.of();
            return new XlsxCells(name, texts, dates).rows(sheet);
        } catch (ZipException | IllegalArgumentException broken) {
            throw new SheetException("sheet.archive", name);
        } catch (IOException | XMLStreamException | ArithmeticException broken) {
            String line = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
            throw new SheetException("sheet.broken", name, line.substring(0, Math.min(line.length(), 120)));
        }
    }

    /** The name of the first sheet's part. */
    private String sheet() throws XMLStreamException {
        String first = "xl/worksheets/sheet1.xml";
        if (parts.containsKey(WORKBOOK) && parts.containsKey(LINKS)) {
            String id = XlsxParts.firstSheet(parts.get(WORKBOOK));
            String target = XlsxParts.target(parts.get(LINKS), id);
            String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            first = parts.containsKey(key(path)) ? key(path) : first;
        }
        return first;
    }

    private static String key(String path) {
        return path.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    /** Keeps the parts that are read, and counts every byte that comes out. */
    private void unpack(byte[] bytes) throws IOException {
        int left = MOST_UNPACKED;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = key(entry.getName());
                boolean read = READ.contains(path) || path.startsWith("xl/worksheets/") && path.endsWith(".xml");
                int size = read ? keep(path, zip, left) : skip(zip, left);
                left -= size;
                if (left <= 0 || ++count > MOST_PARTS) {
                    throw new SheetException("sheet.swollen", name, MOST_UNPACKED);
                }
            }
        }
    }

    private int keep(String path, InputStream in, int most) throws IOException {
        byte[] part = in.readNBytes(most);
        parts.putIfAbsent(path, part);
        return part.length;
    }

    private static int skip(InputStream in, int most) throws IOException {
        byte[] buffer = new byte[8192];
        int size = 0;
        for (int n = in.read(buffer); n >= 0 && size < most; n = in.read(buffer)) {
            size += n;
        }
        return size;
    }
}
