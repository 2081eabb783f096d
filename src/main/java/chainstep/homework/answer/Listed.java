package chainstep.homework.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a file is a list of students and no sheet of answers, by what its first rows say. */
public final class Listed {
    private static final int MOST_BYTES = 400_000;

    private Listed() {}

    /** Whether a CSV or XLSX file names the columns of a list, such as 姓名 and 学号, and no others than lists have. */
    public static boolean hasHeader(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|xlsx)") && isHeaded(rows(file));
    }

    /** Whether a file has the columns of a list, or is but names, one a line, maybe with numbers. */
    public static boolean isList(Path file) {
        List<Row> rows = rows(file);
        return isHeaded(rows) || !rows.isEmpty() && rows.stream().allMatch(Listed::isStudent);
    }

    private static boolean isHeaded(List<Row> rows) {
        return !rows.isEmpty() && Columns.isOfStudents(rows.get(0));
    }

    private static boolean isStudent(Row row) {
        List<String> texts = row.cells().stream()
                .map(cell -> cell.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        boolean named = texts.stream().anyMatch(text -> text.matches("\\p{L}[\\p{L}\\p{M} .'’·()-]+"));
        return named
                && texts.size() <= 2
                && texts.stream().allMatch(text -> text.matches("[\\p{L}\\p{M}\\d .'’·()-]+"))
                && texts.stream().noneMatch(text -> text.matches(".*\\d\\.\\d.*"));
    }

    private static List<Row> rows(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
                return List.of();
            }
            return TextTable.table(file).rows().stream()
                    .filter(row -> !row.isBlank() && !row.cell(0).text().strip().matches("(?s)[#＃].*"))
                    .toList();
        } catch (IOException | SheetException unread) {
            return List.of();
        }
    }
}
