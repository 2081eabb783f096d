package chainstep.homework.answer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of one sheet of texts, written by Apache POI, the same bytes each time.
 *
 * <p>Every cell is formatted as text, those to be filled in too: 1/3 stays 1/3 and 0.50 keeps its zero.
 */
final class XlsxWriter {
    private static final int WIDTH = 28 * 256;
    private static final LocalDateTime THEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxWriter() {}

    static byte[] workbook(List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, rows);
            CoreProperties properties = workbook.getProperties().getCoreProperties();
            properties.setCreated(Optional.empty());
            properties.setCreator(null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return undated(bytes.toByteArray());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static void fill(XSSFWorkbook workbook, List<List<String>> rows) {
        XSSFSheet sheet = workbook.createSheet("answers");
        XSSFCellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        XSSFCellStyle quoted = text.copy();
        quoted.setQuotePrefixed(true);
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        for (int column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, WIDTH);
            sheet.setDefaultColumnStyle(column, text);
        }
        for (int number = 0; number < rows.size(); number++) {
            XSSFRow row = sheet.createRow(number);
            for (String value : rows.get(number)) {
                XSSFCell cell = row.createCell(Math.max(0, row.getLastCellNum()));
                cell.setCellStyle(SafeCell.of(value).equals(value) ? text : quoted);
                if (!value.isEmpty()) {
                    cell.setCellValue(value);
                }
            }
        }
        CellRangeAddress all = new CellRangeAddress(0, Math.max(0, rows.size() - 1), 0, columns - 1);
        sheet.addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    /** The same archive, each part of which bears one time: POI gives them that of writing. */
    private static byte[] undated(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(THEN);
                out.putNextEntry(same);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
