package chainstep.ui.homework;

import chainstep.homework.AnswerSheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sheet as it is being filled in.
 *
 * @param student whose it is; may be empty
 * @param id of the sheet; may be empty
 * @param lines one for each question, in the order of the assignment
 */
public record Paper(String student, String id, List<Line> lines) {
    /**
     * What stands at one question.
     *
     * @param written as it was typed
     * @param hints how many were taken
     * @param revealed whether the right answer was asked for, which then earns nothing
     */
    public record Line(String written, int hints, boolean revealed) {
        static final Line EMPTY = new Line("", 0, false);

        boolean isBlank() {
            return written.isBlank();
        }

        /** With the help of another. */
        Line helped(Line other) {
            boolean given = other.revealed() && !revealed;
            return new Line(given ? other.written() : written, Math.max(hints, other.hints()), revealed || given);
        }
    }

    /** Who a sheet belongs to, as far as it says so. */
    record Whose(String student, String id) {}

    public Paper {
        lines = List.copyOf(lines);
    }

    /** With nothing on it. */
    static Paper blank(int questions) {
        return new Paper("", "", Collections.nCopies(questions, Line.EMPTY));
    }

    /** A sheet that was read. */
    static Paper of(AnswerSheet sheet) {
        return new Paper(
                sheet.student(),
                sheet.id(),
                sheet.answers().stream()
                        .map(answer -> new Line(answer.written().strip(), 0, false))
                        .toList());
    }

    public Line line(int question) {
        return lines.get(question);
    }

    /** What is written, question by question. */
    List<String> written() {
        return lines.stream().map(Line::written).toList();
    }

    Paper with(int question, Line line) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(question, line);
        return new Paper(student, id, changed);
    }

    /** The same, other text at a question; what was revealed stands. */
    Paper writing(int question, String text) {
        Line line = line(question);
        return line.revealed() ? this : with(question, new Line(text, line.hints(), false));
    }

    /** The same texts as another, the help taken since not given back. */
    Paper written(Paper other) {
        return new Paper(
                student,
                id,
                IntStream.range(0, lines.size())
                        .mapToObj(k -> line(k).revealed()
                                ? line(k)
                                : new Line(other.line(k).written(), line(k).hints(), false))
                        .toList());
    }

    /** The same with what another sheet answers. */
    Paper filled(AnswerSheet sheet) {
        Paper filled = this;
        for (int k = 0; k < lines.size(); k++) {
            String text = sheet.answers().get(k).written().strip();
            filled = text.isEmpty() ? filled : filled.writing(k, text);
        }
        return filled;
    }

    /** The same with the help that was taken on another. */
    Paper helped(Paper other) {
        return new Paper(
                student,
                id,
                IntStream.range(0, Math.min(lines.size(), other.lines().size()))
                        .mapToObj(k -> line(k).helped(other.line(k)))
                        .toList());
    }

    Whose whose() {
        return new Whose(student, id);
    }

    Paper of(String otherStudent, String otherId) {
        return new Paper(otherStudent, otherId, lines);
    }

    boolean isBlank() {
        return lines.stream().allMatch(Line::isBlank);
    }
}
