package chainstep.ui.homework;

import chainstep.homework.paper.Remark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The marking desk: the sheets of a class, one of them on the page, and what the teacher says of it.
 *
 * @param roster the students with the files of their sheets, in order; none where no class is being marked
 * @param at which of them is on the page, from 0
 * @param remarks by the numbers of the questions
 * @param own the same questions with the numbers of this student, where each has their own
 */
public record Desk(List<Seat> roster, int at, Map<Integer, Remark> remarks, Optional<Exercise> own) {
    /**
     * One of the class.
     *
     * @param sheet the file, which need not be there yet
     * @param student as a list of the class says; empty where there is none
     */
    public record Seat(Path sheet, String student) {
        /** What is known of whose it is. */
        public String name() {
            return student.isEmpty() ? sheet.getFileName().toString() : student;
        }
    }

    static final Desk NONE = new Desk(List.of(), 0, Map.of(), Optional.empty());

    public Desk {
        roster = List.copyOf(roster);
        remarks = Map.copyOf(remarks);
    }

    public boolean isOpen() {
        return !roster.isEmpty();
    }

    /** Whether this student's numbers are others than the assignment's. */
    public boolean isOwn() {
        return own.isPresent();
    }

    public Remark remark(int question) {
        return remarks.getOrDefault(question, Remark.NONE);
    }

    Optional<Path> sheet() {
        return isOpen() ? Optional.of(roster.get(at).sheet()) : Optional.empty();
    }

    Desk with(int question, Remark remark) {
        Map<Integer, Remark> changed = new HashMap<>(remarks);
        if (remark.isNone()) {
            changed.remove(question);
        } else {
            changed.put(question, remark);
        }
        return new Desk(roster, at, changed, own);
    }

    /** The same with another file for the sheet that is on the page. */
    Desk on(Path file) {
        List<Seat> changed = new ArrayList<>(roster);
        changed.set(at, new Seat(file, roster.get(at).student()));
        return new Desk(changed, at, remarks, own);
    }
}
