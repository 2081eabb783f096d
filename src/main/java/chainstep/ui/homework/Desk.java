package chainstep.ui.homework;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The marking desk: the sheets of a class, one of them on the page, and what the teacher says of it.
 *
 * @param roster the files of the sheets, in order; none where no class is being marked
 * @param at which of them is on the page, from 0
 * @param remarks by the numbers of the questions
 */
public record Desk(List<Path> roster, int at, Map<Integer, Remark> remarks) {
    static final Desk NONE = new Desk(List.of(), 0, Map.of());

    public Desk {
        roster = List.copyOf(roster);
        remarks = Map.copyOf(remarks);
    }

    public boolean isOpen() {
        return !roster.isEmpty();
    }

    public Remark remark(int question) {
        return remarks.getOrDefault(question, Remark.NONE);
    }

    Optional<Path> sheet() {
        return isOpen() ? Optional.of(roster.get(at)) : Optional.empty();
    }

    Desk with(int question, Remark remark) {
        Map<Integer, Remark> changed = new HashMap<>(remarks);
        if (remark.isNone()) {
            changed.remove(question);
        } else {
            changed.put(question, remark);
        }
        return new Desk(roster, at, changed);
    }

    Desk at(int other, Map<Integer, Remark> itsRemarks) {
        return new Desk(roster, other, itsRemarks);
    }
}
