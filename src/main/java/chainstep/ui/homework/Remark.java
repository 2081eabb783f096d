package chainstep.ui.homework;

import chainstep.homework.Verdict;
import java.util.Optional;

/**
 * What a teacher says of one answer.
 *
 * @param verdict in place of the checker's; empty where that stands
 * @param comment may be empty
 */
public record Remark(Optional<Verdict> verdict, String comment) {
    static final Remark NONE = new Remark(Optional.empty(), "");

    boolean isNone() {
        return equals(NONE);
    }
}
