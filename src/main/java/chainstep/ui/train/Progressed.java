package chainstep.ui.train;

import chainstep.run.Snapshot;
import chainstep.train.Diverged;
import chainstep.train.Halt;
import java.util.List;
import java.util.Optional;

/**
 * How far a training is; immutable, handed from its thread to the event thread.
 *
 * @param state before the next update
 * @param marks what was measured on the way
 * @param reel states on the way, the last being where it is
 * @param rate updates a second lately; 0 where unknown
 * @param early the epoch with the lowest loss over the validation rows, where training stopped because that was too long ago
 */
record Progressed(
        Snapshot state,
        List<Mark> marks,
        List<Snapshot> reel,
        double rate,
        Optional<Diverged> diverged,
        Optional<Halt> halted,
        Optional<Long> early) {
    Progressed {
        marks = List.copyOf(marks);
        reel = List.copyOf(reel);
    }
}
