package chainstep.homework.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The rows of a table that may have gone through a spreadsheet: CSV with any usual separator, or the first sheet of a workbook. */
public final class TextTable {
    private TextTable() {}

    /**
     * The texts of all rows that are not blank.
     *
     * @throws IOException when there is no such file, or it cannot be read
     * @throws SheetException when it is no table; one sentence, with the file and the row
     */
    public static List<List<String>> read(Path file) throws IOException {
        return table(file).rows().stream()
                .filter(row -> !row.isBlank())
                .map(row -> row.cells().stream().map(Row.Cell::text).toList())
                .toList();
    }

    static Table table(Path file) throws IOException {
        String name = file.toString();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new SheetException("list.kind", name);
        } else if (Files.size(file) > SheetReader.MOST_BYTES) {
            throw new SheetException("sheet.large", name, Files.size(file), SheetReader.MOST_BYTES);
        }
        boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        return workbook ? new XlsxSheet(name).table(file) : new CsvSheet(name).table(Files.readAllBytes(file));
    }
}
