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
 */
record Outcome(Verdict verdict, Optional<Judged.Right> right, List<Integer> from, boolean trivial) {
    static final Outcome BLANK = new Outcome(Verdict.BLANK, Optional.empty(), List.of(), false);

    /** What came of a number on a sheet. */
    static Outcome of(Item item, Judged judged, Carried carried) {
        if (judged.isRight(item)) {
            return new Outcome(Verdict.RIGHT, judged.right(item), List.of(), false);
        }
        return carried.source(item)
                .map(source -> new Outcome(Verdict.CARRIED, Optional.empty(), source.from(), source.trivial()))
                .orElseGet(() -> new Outcome(Verdict.SLIP, Optional.empty(), List.of(), false));
    }
}
