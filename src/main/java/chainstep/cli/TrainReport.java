package chainstep.cli;

import chainstep.lang.Take;
import chainstep.train.Confusion;
import chainstep.train.Diverged;
import chainstep.train.Epoch;
import chainstep.train.Patience;
import chainstep.train.Trainer;
import java.util.Optional;

/** How a run of training is told, while it goes and at its end. */
interface TrainReport {
    /** How a run ended. */
    enum End {
        TRAINED,
        EARLY,
        DIVERGED,
        BROKEN_OFF
    }

    /** @param isTold whether it is one of the few that a reader wants to see */
    void epoch(Epoch epoch, boolean isTold);

    /** Nothing is left to do: it has been trained for so many epochs. */
    void nothing(long epochs);

    /** Which rows of a part were taken for which class at the end. */
    void confusion(Take.Part part, Confusion confusion);

    /** A number is none. */
    void diverged(Diverged where);

    void end(End how, Trainer trainer, Optional<Patience> patience, TrainFolder folder);
}
