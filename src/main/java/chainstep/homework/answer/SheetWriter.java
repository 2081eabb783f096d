package chainstep.homework.answer;

import chainstep.data.CsvLines;
import chainstep.data.WholeFile;
import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes the blank sheet of an assignment, as CSV or XLSX: the same bytes each time. */
public final class SheetWriter {
    /** By which spreadsheets know UTF-8. */
    public static final String MARK = "\uFEFF";

    private final Assignment assignment;
    private final Locale locale;

    public SheetWriter(Assignment assignment, Locale locale) {
        this.assignment = assignment;
        this.locale = locale;
    }

    /**
     * Writes a blank sheet beside its place and renames it; its kind is that of its name's ending.
     *
     * @param student may be empty, as may the id
     */
    public void write(Path file, String student, String id) throws IOException {
        boolean workbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        if (workbook) {
            WholeFile.write(file, XlsxWriter.workbook(rows(student, id)));
        } else {
            WholeFile.write(file, csv(student, id));
        }
    }

    /** A blank sheet as CSV, with the mark by which spreadsheets know UTF-8. */
    public String csv(String student, String id) {
        return MARK + CsvLines.write(safe(rows(student, id)));
    }

    /**
     * A sheet with answers, as CSV.
     *
     * @param answers a text for each question
     */
    public String csv(String student, String id, List<String> answers) {
        return MARK + CsvLines.write(filled(rows(student, id), answers));
    }

    private List<List<String>> filled(List<List<String>> blank, List<String> answers) {
        int first = blank.size() - assignment.questions().size();
        return IntStream.range(0, blank.size())
                .mapToObj(k -> k < first
                        ? safe(List.of(blank.get(k))).get(0)
                        : List.of(blank.get(k).get(0), SafeCell.of(answers.get(k - first))))
                .toList();
    }

    /**
     * A sheet as it was filled in, as CSV.
     *
     * @param remarks lines before the answers, such as {@code revealed: 7}
     */
    public String csv(AnswerSheet sheet, List<String> remarks) {
        List<List<String>> rows = new ArrayList<>();
        remarks.forEach(remark -> rows.add(List.of(line("# " + remark))));
        List<String> answers = sheet.answers().stream().map(Answer::written).toList();
        rows.addAll(filled(rows(sheet.student(), sheet.id()), answers));
        return MARK + CsvLines.write(rows);
    }

    private List<List<String>> rows(String student, String id) {
        Words words = Words.of("homework", locale);
        List<List<String>> rows = new ArrayList<>();
        if (!student.isEmpty()) {
            rows.add(List.of(line("# student: " + student)));
        }
        if (!id.isEmpty()) {
            rows.add(List.of(line("# id: " + id)));
        }
        rows.add(List.of(words.say("sheet.quantity"), words.say("sheet.answer")));
        for (Question question : assignment.questions()) {
            rows.add(List.of(line(question.text()), ""));
        }
        return rows;
    }

    private static List<List<String>> safe(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(SafeCell::of).toList()).toList();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
