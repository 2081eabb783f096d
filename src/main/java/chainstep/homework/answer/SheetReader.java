package chainstep.homework.answer;

import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads the sheets of an assignment, CSV or XLSX, from strangers: never more of one than its limits, and nothing but the file.
 *
 * <p>Prepared once, then used for any number of sheets, by any number of threads.
 */
public final class SheetReader {
    /** The most rows of a sheet. */
    public static final int MOST_ROWS = 20_000;

    /** The most bytes of a sheet's file. */
    public static final int MOST_BYTES = 4_000_000;

    private static final String WORKBOOK = ".xlsx";
    private static final List<String> TEXTS = List.of(".csv", ".tsv", ".txt");

    private final Filling filling;

    public SheetReader(Assignment assignment) {
        this.filling = new Filling(assignment);
    }

    /** Whether a file's name says that it is a sheet. */
    public static boolean isSheet(Path file) {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(WORKBOOK) || TEXTS.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when there is no such file, or it cannot be read
     * @throws SheetException when it is no sheet; one sentence, with the file and the row
     */
    public AnswerSheet read(Path file) throws IOException {
        return filling.sheet(file.toString(), table(file));
    }

    /**
     * What a sheet answers, of the assignment and of all else that has a name in the model: what it is asked by where nobody asks.
     *
     * @throws IOException when there is no such file, or it cannot be read
     * @throws SheetException when it is no sheet; one sentence, with the file and the row
     */
    public Assignment answered(Path file) throws IOException {
        return filling.answered(file.toString(), table(file));
    }

    private static Table table(Path file) throws IOException {
        String name = file.toString();
        if (!isSheet(file)) {
            throw new SheetException("sheet.kind", name);
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(name);
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new SheetException("sheet.large", name, size, MOST_BYTES);
        }
        boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(WORKBOOK);
        return workbook ? new XlsxSheet(name).table(file) : new CsvSheet(name).table(bytes(file));
    }

    /** What a file holds, which may grow meanwhile. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    /**
     * Reads the text of a CSV sheet, such as one that is pasted.
     *
     * @throws SheetException when it is no sheet
     */
    public AnswerSheet read(String name, String csv) {
        return filling.sheet(name, new CsvSheet(name).table(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
