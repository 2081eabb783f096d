package chainstep.homework.mark;

import chainstep.homework.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of one number of an answer.
 *
 * @param right how it came to be right, where it is
 * @param from the questions a carried number follows from
 * @param trivial whether those leave nothing to be worked out
 * @param blunt whether a wrong number would follow, if it had more digits
 */
record Outcome(Verdict verdict, Optional<Judged.Right> right, List<Integer> from, boolean trivial, boolean blunt) {
    static final Outcome BLANK = new Outcome(Verdict.BLANK, Optional.empty(), List.of(), false, false);

    /** What came of a number on a sheet. */
    static Outcome of(Item item, Judged judged, Carried carried) {
        if (judged.isRight(item)) {
            return new Outcome(Verdict.RIGHT, judged.right(item), List.of(), false, false);
        }
        return carried.source(item)
                .map(source -> new Outcome(Verdict.CARRIED, Optional.empty(), source.from(), source.trivial(), false))
                .orElseGet(
                        () -> new Outcome(Verdict.SLIP, Optional.empty(), List.of(), false, carried.isBluntOnly(item)));
    }
}
