package chainstep.homework.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.logging.log4j.LogManager;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Sheets that are workbooks: as people and other programs write them, and as strangers might. */
class WorkbookTest {
    private static final Assignment ASSIGNMENT = SheetTest.ASSIGNMENT;
    private static final SheetReader READER = new SheetReader(ASSIGNMENT);

    @TempDir
    Path folder;

    private static List<String> written(AnswerSheet sheet) {
        return SheetTest.written(sheet);
    }

    private static List<String> remarks(AnswerSheet sheet) {
        return SheetTest.remarks(sheet);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String link(String kind, String target) {
        return "<Relationship Id=\"" + kind + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String links(String links) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>";
    }

    private static Map<String, String> workbook(String rows) {
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + type("/xl/workbook.xml", "sheet.main") + type("/xl/worksheets/s.xml", "worksheet")
                        + type("/xl/styles.xml", "styles") + type("/xl/sharedStrings.xml", "sharedStrings")
                        + "</Types>");
        parts.put("_rels/.rels", links(link("officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                links(link("worksheet", "/xl/worksheets/s.xml")
                        + link("styles", "styles.xml")
                        + link("sharedStrings", "sharedStrings.xml")));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"" + MAIN
                        + "\"><si><t>quantity</t></si><si><r><t>ans</t></r><r><t>wer</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"m/d\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/s.xml",
                "<worksheet xmlns=\"" + MAIN
                        + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                        + rows + "</sheetData></worksheet>");
        return parts;
    }

    private AnswerSheet xlsx(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("a.xlsx");
        Files.write(file, zip(parts));
        return READER.read(file);
    }

    private static String row(int number, String name, String cell) {
        return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>" + name
                + "</t></is></c><c r=\"C" + number + "\"" + cell + "</c></row>";
    }

    @Test
    void a_workbook_is_read_as_it_was_typed() throws IOException {
        AnswerSheet sheet = xlsx(workbook(row(3, "h_1", "><v>0.59299999999999997</v>")
                + row(5, "E", "><f>1/2</f><v>0.5</v>")
                + row(6, "w5+", " s=\"1\"><v>45292</v>")
                + row(7, "do1/dz2_1", " t=\"e\"><v>#DIV/0!</v>")
                + row(8, "h - o", " t=\"str\"><f>HYPERLINK(1)</f><v>x</v>")));
        assertThat(written(sheet)).containsExactly("0.593", "0.5", "", "!", "!", "!");
        assertThat(remarks(sheet)).containsExactly("row 5: E was computed by the spreadsheet; its value 0.5 is taken");
    }

    @Test
    void the_name_may_stand_above_the_header_of_a_workbook() throws IOException {
        Path file = folder.resolve("named.xlsx");
        Files.write(
                file,
                XlsxWriter.workbook(List.of(
                        List.of("姓名", "张三", "学号", "0417"), List.of("quantity", "answer"), List.of("E", "0.3"))));
        AnswerSheet sheet = READER.read(file);
        assertThat(sheet.student()).isEqualTo("张三");
        assertThat(sheet.id()).isEqualTo("0417");
        assertThat(written(sheet).get(1)).isEqualTo("0.3");
    }

    @Test
    void a_workbook_cannot_swell_nor_reach_outside() throws IOException {
        Map<String, String> bomb = workbook("");
        bomb.put("xl/worksheets/big.xml", " ".repeat(XlsxSheet.MOST_UNPACKED));
        assertThatThrownBy(() -> xlsx(bomb)).isInstanceOf(SheetException.class).hasMessageContaining("larger than");
        Path secret = Files.writeString(folder.resolve("secret"), "0.5");
        Map<String, String> entity = workbook("");
        entity.put(
                "xl/worksheets/s.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><worksheet xmlns=\"" + MAIN
                        + "\"><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
        assertThatThrownBy(() -> xlsx(entity))
                .isInstanceOf(SheetException.class)
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> xlsx(Map.of("a", "b"))).hasMessageContaining("no workbook of the kind XLSX");
    }

    @Test
    void neither_small_parts_nor_many_of_them_make_a_workbook_swell() throws IOException {
        Map<String, String> parts = workbook("");
        for (int k = 0; k < 40; k++) {
            parts.put("xl/media/" + k, " ".repeat(XlsxSheet.MOST_UNPACKED / 40));
        }
        assertThatThrownBy(() -> xlsx(parts)).hasMessageContaining("larger than");
        Map<String, String> many = workbook("");
        for (int k = 0; k < 600; k++) {
            many.put("xl/media/" + k, "");
        }
        assertThatThrownBy(() -> xlsx(many)).isInstanceOf(SheetException.class);
    }

    @Test
    void a_workbook_of_the_strict_kind_says_how_to_save_it() throws IOException {
        Map<String, String> strict = workbook("");
        strict.replaceAll(
                (path, text) -> text.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        assertThatThrownBy(() -> xlsx(strict)).hasMessageContaining("save it as Excel Workbook");
    }

    @Test
    void a_workbook_of_thousands_of_rows_is_read_and_one_of_more_is_refused() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int k = 2; k <= SheetReader.MOST_ROWS; k++) {
            rows.append(row(k, "E", "><v>" + k / 1000.0 + "</v>"));
        }
        AnswerSheet sheet = xlsx(workbook(rows.toString()));
        assertThat(written(sheet).get(1)).isEqualTo("20");
        rows.append(row(SheetReader.MOST_ROWS + 1, "E", "><v>1</v>"));
        assertThatThrownBy(() -> xlsx(workbook(rows.toString()))).hasMessageContaining("rows, too many");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m/d",
                "yyyy\"年\"m\"月\"d\"日\"",
                "d \"de\" mmmm",
                "[$-804]m\"月\"d\"日\";@",
                "d\\-mmm",
                "h:mm",
                "[h]:mm"
            })
    void a_date_is_told_apart_however_it_is_shown(String format) throws IOException {
        Map<String, String> parts = workbook(row(2, "E", " s=\"1\"><v>45292</v>"));
        parts.computeIfPresent("xl/styles.xml", (path, text) -> text.replace("m/d", format.replace("\"", "&quot;")));
        assertThat(written(xlsx(parts)).get(1)).isEqualTo("!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "General", "0.0%", "# ?/?", "[Red]0.00", "0.00\" d\"", "@"})
    void a_number_is_no_date_however_it_is_shown(String format) throws IOException {
        Map<String, String> parts = workbook(row(2, "E", " s=\"1\"><v>0.5</v>"));
        parts.computeIfPresent("xl/styles.xml", (path, text) -> text.replace("m/d", format.replace("\"", "&quot;")));
        assertThat(written(xlsx(parts)).get(1)).isEqualTo("0.5");
    }

    @Test
    void a_formula_that_no_spreadsheet_has_computed_yet_is_no_answer() throws IOException {
        AnswerSheet sheet = xlsx(workbook(row(2, "E", "><f>1/2</f>") + row(3, "h_1", "><f>1/4</f><v></v>")));
        assertThat(written(sheet)).startsWith("!", "!");
    }

    private static AnswerSheet kept(String name) throws URISyntaxException, IOException {
        return READER.read(
                Path.of(WorkbookTest.class.getResource("/sheets/" + name).toURI()));
    }

    @Test
    void workbooks_that_other_programs_wrote_are_read() throws Exception {
        AnswerSheet one = kept("xlsxwriter.xlsx");
        assertThat(one.student()).isEqualTo("Li Hua, 李华");
        assertThat(written(one)).containsExactly("0.593", "0.5", "1 2; 3 4", "!", "!", "!");
        assertThat(remarks(one)).containsExactly("row 5: E was computed by the spreadsheet; its value 0.5 is taken");
        AnswerSheet other = kept("openpyxl.xlsx");
        assertThat(written(other)).containsExactly("0.3", "!", "1 2; 3 4", "!", "!", "-0.5, 1/3");
    }

    @Test
    void texts_are_read_wherever_a_workbook_keeps_them() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            XSSFRichTextString rich = new XSSFRichTextString("answer");
            rich.applyFont(1, 4, workbook.createFont());
            XSSFRow head = sheet.createRow(4);
            head.createCell(3).setCellValue("quantity");
            head.createCell(6).setCellValue(rich);
            XSSFRow row = sheet.createRow(7);
            row.createCell(3).setCellValue("E");
            row.createCell(6).getCTCell().setT(STCellType.INLINE_STR);
            row.getCell(6).getCTCell().addNewIs().setT("1/3");
            workbook.createSheet("second").createRow(0).createCell(0).setCellValue("nothing");
            Path file = folder.resolve("r.xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            assertThat(written(READER.read(file)).get(1)).isEqualTo("1/3");
        }
    }

    @Test
    void the_cells_of_a_blank_workbook_are_texts() throws IOException {
        Path file = folder.resolve("t.xlsx");
        new SheetWriter(ASSIGNMENT, Locale.ENGLISH).write(file, "", "");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(6);
            for (Cell cell : sheet.getRow(1)) {
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            }
            assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("@");
            assertThat(workbook.getProperties().getCoreProperties().getCreated())
                    .isNull();
        }
    }

    @Test
    void a_text_that_begins_as_a_formula_does_is_written_as_a_text() throws IOException {
        byte[] bytes = XlsxWriter.workbook(List.of(List.of("=1+1", "-h", "E")));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFRow row = workbook.getSheetAt(0).getRow(0);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(row.getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(2).getCellStyle().getQuotePrefixed()).isFalse();
        }
    }

    @Test
    void nothing_is_logged_of_a_workbook() {
        assertThat(LogManager.getLogger(XlsxSheet.class).isFatalEnabled()).isFalse();
    }

    @Test
    void no_damaged_workbook_makes_it_throw_anything_else() throws IOException {
        byte[] whole = zip(workbook(row(2, "E", "><v>0.5</v>")));
        Random random = new Random(20261122);
        Path file = folder.resolve("a.xlsx");
        int refused = 0;
        for (int k = 0; k < 300; k++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 4; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                READER.read(file);
            } catch (SheetException sentence) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }
}
