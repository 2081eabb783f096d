package chainstep.homework.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the columns of a sheet are, by what their headers say in either language.
 *
 * @param student −1 where there is none, as of the others
 */
record Columns(int quantity, int answer, int student, int id) {
    private static final Set<String> QUANTITY =
            Set.of("quantity", "question", "symbol", "variable", "量", "题目", "物理量", "名称", "变量", "求");
    private static final Set<String> ANSWER =
            Set.of("answer", "your answer", "value", "result", "答案", "你的答案", "回答", "结果", "数值", "作答");
    private static final Set<String> STUDENT = Set.of("student", "student name", "学生", "姓名", "学生姓名");
    private static final Set<String> ID = Set.of("id", "sheet", "sheet id", "student id", "学号", "编号", "答题表");

    private static final Set<String> STUDENTS = Set.of("student", "student name", "name", "学生", "姓名", "学生姓名", "名字");
    private static final Set<String> NUMBERS = Set.of("id", "student id", "number", "no", "no.", "学号", "编号", "序号");

    /** What else lists of students tell. */
    private static final Set<String> BESIDE = Set.of(
            "class", "group", "section", "course", "email", "e-mail", "mail", "班级", "专业", "学院", "院系", "邮箱", "性别", "备注");

    /** The columns of a sheet without headers. */
    static final Columns USUAL = new Columns(0, 1, -1, -1);

    private static final Pattern REMARK = Pattern.compile("[#＃]\\s*([^:：=]+?)\\s*[:：=]\\s*(.*)", Pattern.DOTALL);

    /** The columns that a header names; empty where it does not name both that are needed. */
    static Optional<Columns> of(Row header) {
        Columns found =
                new Columns(find(header, QUANTITY), find(header, ANSWER), find(header, STUDENT), find(header, ID));
        return found.quantity >= 0 && found.answer >= 0 ? Optional.of(found) : Optional.empty();
    }

    /** The columns that the header of a list of students names; empty where it names no student. */
    static Optional<Columns> ofStudents(Row header) {
        int name = find(header, STUDENTS);
        return name >= 0 ? Optional.of(new Columns(-1, -1, name, find(header, NUMBERS))) : Optional.empty();
    }

    /** Whether a row is the header of a list of students and of nothing else. */
    static boolean isOfStudents(Row row) {
        List<String> texts = row.cells().stream()
                .map(cell -> key(cell.text()))
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.stream().anyMatch(STUDENTS::contains)
                && texts.stream()
                        .allMatch(text ->
                                Stream.of(STUDENTS, NUMBERS, ID, BESIDE).anyMatch(words -> words.contains(text)));
    }

    /** Whether a row looks like a header, right or not. */
    static boolean isHeader(Row row) {
        return IntStream.range(0, row.cells().size())
                .mapToObj(k -> key(row.cell(k).text()))
                .anyMatch(cell -> Map.of(0, QUANTITY, 1, ANSWER, 2, STUDENT, 3, ID).values().stream()
                        .anyMatch(words -> words.contains(cell)));
    }

    private static int find(Row header, Set<String> words) {
        return IntStream.range(0, header.cells().size())
                .filter(column -> words.contains(key(header.cell(column).text())))
                .findFirst()
                .orElse(-1);
    }

    private static String key(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The student that a row such as {@code 姓名,张三} above the header names. */
    static Optional<String> studentBeside(Row row) {
        return beside(row, STUDENTS);
    }

    /** The id that a row such as {@code 学号,0417} above the header tells. */
    static Optional<String> idBeside(Row row) {
        return beside(row, ID);
    }

    private static Optional<String> beside(Row row, Set<String> words) {
        for (int k = 0; k < row.cells().size(); k++) {
            String cell = row.cell(k).text();
            String next = row.cell(k + 1).text().strip();
            if (words.contains(label(cell)) && !next.isEmpty() && !isLabel(next)) {
                return Optional.of(next);
            }
            Optional<String> within = said("#" + cell, words);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private static boolean isLabel(String cell) {
        return Stream.of(QUANTITY, ANSWER, STUDENTS, ID, NUMBERS, BESIDE)
                .anyMatch(words -> words.contains(label(cell)));
    }

    private static String label(String cell) {
        return key(cell.strip().replaceFirst("\\s*[:：]$", ""));
    }

    /** What a row such as {@code # student: Li Hua} says of the student. */
    static Optional<String> student(String remark) {
        return said(remark, STUDENT);
    }

    /** What a row such as {@code # id: 0417} says. */
    static Optional<String> id(String remark) {
        return said(remark, ID);
    }

    private static Optional<String> said(String remark, Set<String> words) {
        Matcher said = REMARK.matcher(remark.strip());
        return said.matches() && words.contains(key(said.group(1)))
                ? Optional.of(said.group(2).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
