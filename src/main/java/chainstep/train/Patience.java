package chainstep.train;

import chainstep.lang.Take;
import chainstep.run.Snapshot;
import java.util.Optional;

/**
 * Early stopping: training is over when the loss over the validation rows has not fallen for some epochs; the state in which it was lowest
 * is remembered. Mutable; one thread.
 *
 * <p>Source: Prechelt 1998, Early stopping – but when?, the class of rules UP with strips of one epoch.
 */
public final class Patience {
    /**
     * Where the loss was lowest.
     *
     * @param updates how many there had been
     * @param loss over the validation rows
     */
    public record Best(long updates, double loss) {}

    private final long patience;
    private final int perEpoch;
    private Optional<Best> best = Optional.empty();
    private Optional<Snapshot> state = Optional.empty();

    /**
     * @param epochs how many may pass without a lower loss
     * @throws TrainException when no rows are kept to validate with
     */
    public Patience(Course course, int epochs) {
        if (!course.parts().contains(Take.Part.VALIDATION)) {
            throw new TrainException(
                    "patience.validation", course.model().source().name());
        }
        this.patience = epochs;
        this.perEpoch = course.perEpoch();
    }

    /** Goes on from what an earlier run knew. */
    public void load(Best known, Optional<Snapshot> itsState) {
        best = Optional.of(known);
        state = itsState;
    }

    /** Takes an epoch and the state at its end; true where its loss is the lowest so far. */
    public boolean offer(Epoch epoch, Snapshot after) {
        double loss = epoch.scores().get(Take.Part.VALIDATION).loss();
        boolean isBest = best.isEmpty() || loss < best.get().loss();
        if (isBest) {
            best = Optional.of(new Best(after.iteration(), loss));
            state = Optional.of(after);
        }
        return isBest;
    }

    /** Whether an epoch's end is too far behind the best. */
    public boolean isOver(Epoch epoch) {
        return best.isPresent() && epoch.number() - bestEpoch() >= patience;
    }

    /** Where the loss was lowest; empty before any epoch. */
    public Optional<Best> best() {
        return best;
    }

    /** The state there; empty where only an earlier run knew it. */
    public Optional<Snapshot> state() {
        return state;
    }

    /** After how many epochs the loss was lowest. */
    public long bestEpoch() {
        return best.map(found -> found.updates() / perEpoch).orElse(0L);
    }
}
