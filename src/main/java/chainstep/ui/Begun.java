package chainstep.ui;

import chainstep.lang.SourceError;
import chainstep.run.Progress;
import java.util.List;
import java.util.Optional;

/**
 * A text that has been read and is run.
 *
 * @param lost breakpoints and watches that it has no place for, as they were written
 * @param widened why its batches are whole again
 */
record Begun(Running run, Moved moved, List<String> lost, Optional<SourceError> widened) {
    /** Goes on from the run before it; without one, begins where it shall. */
    static Begun of(Reading read, Optional<Running> before, Start start, Progress progress) {
        Running next = Running.of(read.model());
        List<String> lost = before.map(old -> Handover.from(old).to(next, progress))
                .orElseGet(() -> start.set(next.places(), next.debugger()));
        if (before.isEmpty()) {
            start.place(next.debugger(), progress);
        }
        return new Begun(next, Moved.of(next, next.debugger().state()), lost, read.widened());
    }
}
