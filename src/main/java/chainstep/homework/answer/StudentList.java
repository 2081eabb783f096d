package chainstep.homework.answer;

import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The students of a class, as a list says: a student a line, a name and, if there is one, a number; text, CSV or XLSX.
 *
 * <p>A student met again is one; of two of one name without numbers the second is "name (2)".
 *
 * @param remarks what was found while reading
 */
public record StudentList(List<Student> students, List<Phrase> remarks) {
    /** The most students of a list. */
    public static final int MOST = 2000;

    private static final int LONGEST = 100;

    public StudentList {
        students = List.copyOf(students);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a list.
     *
     * @throws IOException when there is no such file, or it cannot be read
     * @throws SheetException when it is no list; one sentence, with the file and the row
     */
    public static StudentList read(Path file) throws IOException {
        return new Reading(file.toString()).read(TextTable.table(file));
    }

    /** A list while it is read. */
    private static final class Reading {
        private final String file;
        private final Map<Student, Integer> known = new LinkedHashMap<>();
        private final Map<String, Integer> nameless = new HashMap<>();
        private final List<Phrase> remarks = new ArrayList<>();
        private Columns columns = new Columns(-1, -1, 0, 1);
        private boolean headed;
        private boolean begun;

        Reading(String file) {
            this.file = file;
        }

        StudentList read(Table table) {
            remarks.addAll(table.remarks());
            for (Row row : table.rows()) {
                String first = row.cell(0).text().strip();
                if (!row.isBlank() && !first.startsWith("#") && !first.startsWith("＃")) {
                    take(row);
                }
            }
            if (known.isEmpty()) {
                throw new SheetException("list.empty", file);
            } else if (known.size() > MOST) {
                throw new SheetException("list.long", file, known.size(), MOST);
            }
            return new StudentList(List.copyOf(known.keySet()), remarks);
        }

        private void take(Row row) {
            boolean first = !begun;
            begun = true;
            if (first && Columns.ofStudents(row).isPresent()) {
                columns = Columns.ofStudents(row).get();
                headed = true;
                return;
            }
            String name = cell(row, columns.student());
            String number = cell(row, columns.id());
            boolean turned = !headed && isNumber(name) && !number.isEmpty() && !isNumber(number);
            Student student = turned ? new Student(number, name) : new Student(name, number);
            if (student.name().isEmpty()) {
                student = new Student(student.number(), student.number());
            }
            if (!student.name().isEmpty()) {
                add(row.number(), student);
            }
        }

        private void add(int row, Student student) {
            Integer before = known.get(student);
            if (before == null) {
                known.put(student, row);
            } else if (student.number().isEmpty()) {
                int count = nameless.merge(student.name(), 2, (old, two) -> old + 1);
                Student other = new Student(student.name() + " (" + count + ")", "");
                known.putIfAbsent(other, row);
                remarks.add(Phrase.of("homework", "list.namesake", row, student.name(), before, other.name()));
            } else {
                remarks.add(Phrase.of("homework", "list.twice", row, student.name(), student.number(), before));
            }
        }

        private static boolean isNumber(String text) {
            return text.matches("[A-Za-z]{0,3}[0-9][0-9A-Za-z-]*");
        }

        private static String cell(Row row, int column) {
            String text = row.cell(column).text().replaceAll("\\s+", " ").strip();
            return text.codePointCount(0, text.length()) <= LONGEST
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }
}
