package chainstep.homework.variant;

import chainstep.data.CsvLines;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.homework.answer.SafeCell;
import chainstep.homework.answer.SheetWriter;
import chainstep.homework.answer.Student;
import chainstep.homework.answer.TextTable;
import chainstep.lang.ChainReader;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which sheet belongs to whom, and to which numbers: the folder that the variants of an assignment were written to.
 *
 * <p>A sheet whose id is missing, mistyped or of another folder belongs to nobody, and is never marked by numbers that are not its own.
 */
public final class Register {
    /** Within the folder, the list of all. */
    public static final String LIST = "variants.csv";

    /** Within the folder, the assignments of the students. */
    public static final String ASSIGNMENTS = "assignments";

    private final Path folder;
    private final Assignment assignment;
    private final Map<String, Student> students;

    private Register(Path folder, Assignment assignment, Map<String, Student> students) {
        this.folder = folder;
        this.assignment = assignment;
        this.students = students;
    }

    /**
     * Reads the list in a folder.
     *
     * @param assignment that the variants were made of
     * @throws IOException when there is none
     * @throws chainstep.homework.answer.SheetException when it is no table
     */
    public static Register read(Path folder, Assignment assignment) throws IOException {
        return new Register(folder, assignment, students(folder));
    }

    /** The students in a folder's list, by the ids of their sheets; what bears no id is passed over. */
    public static Map<String, Student> students(Path folder) throws IOException {
        Map<String, Student> students = new LinkedHashMap<>();
        for (List<String> row : TextTable.read(folder.resolve(LIST))) {
            SheetId.read(row.get(0)).ifPresent(id -> students.put(id, new Student(text(row, 1), text(row, 2))));
        }
        return students;
    }

    private static String text(List<String> row, int column) {
        String cell = column < row.size() ? row.get(column).strip() : "";
        return cell.matches("(?s)'\\s*[=+\\-@＝＋－＠].*") ? cell.substring(1) : cell;
    }

    /** The list, as CSV that a spreadsheet can open. */
    public static String csv(List<Variant> variants, long seed, List<String> head, java.util.Locale locale) {
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (Variant one : variants) {
            String lacks = one.lacks().stream().map(lack -> lack.in(locale)).collect(Collectors.joining("; "));
            rows.add(List.of(
                    one.id(),
                    SafeCell.words(one.student().name()),
                    SafeCell.words(one.student().number()),
                    String.valueOf(seed),
                    lacks));
        }
        return SheetWriter.MARK + CsvLines.write(rows);
    }

    /**
     * A sheet with the numbers it is to be marked by.
     *
     * @param sheet with its student's name where it bears none
     */
    public record Own(Worked worked, AnswerSheet sheet) {}

    /**
     * Finds the numbers of a sheet.
     *
     * @throws UnknownSheet when it belongs to nobody here; one sentence
     * @throws IOException when the student's assignment cannot be read
     */
    public Own own(AnswerSheet sheet) throws IOException {
        if (sheet.id().isBlank()) {
            throw new UnknownSheet("none");
        }
        String id = SheetId.read(sheet.id()).orElseThrow(() -> new UnknownSheet("mistyped", sheet.id()));
        Student student = Optional.ofNullable(students.get(id)).orElseThrow(() -> new UnknownSheet("unknown", id));
        Path file = folder.resolve(ASSIGNMENTS).resolve(id + ".chain");
        Assignment own = Assignment.of(ChainReader.read(file));
        if (!texts(own).equals(texts(assignment))) {
            throw new UnknownSheet("other", id);
        }
        return new Own(Worked.of(own), signed(sheet, id, student));
    }

    private static List<String> texts(Assignment assignment) {
        return assignment.questions().stream().map(Question::text).toList();
    }

    private static AnswerSheet signed(AnswerSheet sheet, String id, Student student) {
        boolean named = !sheet.student().isBlank();
        boolean other = named && !plain(sheet.student()).equals(plain(student.name()));
        List<Phrase> remarks = new ArrayList<>(sheet.remarks());
        if (other) {
            remarks.add(Phrase.of("homework", "variant.student", id, student.name(), sheet.student()));
        }
        return new AnswerSheet(named ? sheet.student() : student.name(), id, sheet.answers(), remarks);
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s'·.,]", "").toLowerCase(java.util.Locale.ROOT);
    }
}
