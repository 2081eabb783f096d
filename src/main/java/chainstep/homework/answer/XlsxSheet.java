package chainstep.homework.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The rows of the first sheet of an XLSX workbook, read by Apache POI as a stream.
 *
 * <p>Only texts and numbers are read; no formula is computed, no link is followed, nothing is unpacked onto the disk, and a workbook
 * that unpacks to more than {@link #MOST_UNPACKED} bytes is not opened.
 */
final class XlsxSheet {
    /** The most bytes of a workbook, unpacked. */
    static final int MOST_UNPACKED = 16_000_000;

    private static final int MOST_PARTS = 500;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private final String name;

    XlsxSheet(String name) {
        this.name = name;
    }

    Table table(Path file) {
        try {
            requireSmall(file);
            try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                return new Table(rows(workbook), List.of());
            }
        } catch (SheetException known) {
            throw known;
        } catch (ZipException | OpenXML4JException none) {
            throw new SheetException("sheet.archive", name);
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException broken) {
            // of a damaged workbook POI may tell by any exception at all
            String line = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
            throw new SheetException("sheet.broken", name, line.substring(0, Math.min(line.length(), 120)));
        }
    }

    private List<Row> rows(OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        if (workbook.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                        .size()
                > 0) {
            throw new SheetException("sheet.strict", name);
        } else if (workbook.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                .isEmpty()) {
            throw new SheetException("sheet.archive", name);
        }
        Iterator<InputStream> sheets = new XSSFReader(workbook).getSheetsData();
        if (!sheets.hasNext()) {
            throw new SheetException("sheet.archive", name);
        }
        List<PackagePart> styled = workbook.getPartsByContentType(XSSFRelation.STYLES.getContentType());
        StylesTable styles = styled.isEmpty() ? new StylesTable() : new StylesTable(styled.get(0));
        XlsxCells cells = new XlsxCells(name);
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(cells.handler(styles, new ReadOnlySharedStringsTable(workbook, false)));
        try (InputStream sheet = sheets.next()) {
            xml.parse(new InputSource(sheet));
        }
        return cells.rows();
    }

    /** Counts what comes out of the archive, whatever its directory says. */
    private void requireSmall(Path file) throws IOException {
        byte[] buffer = new byte[8192];
        long size = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        size += n;
                        require(size <= MOST_UNPACKED);
                    }
                }
            }
            require(zip.size() <= MOST_PARTS);
        }
    }

    private void require(boolean small) {
        if (!small) {
            throw new SheetException("sheet.swollen", name, MOST_UNPACKED);
        }
    }
}
