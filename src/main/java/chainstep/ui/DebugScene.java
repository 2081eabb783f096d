package chainstep.ui;

import chainstep.words.Phrase;
import java.util.Optional;

/**
 * All that the Debug page shows, at one moment.
 *
 * @param sitting empty while no text could be run yet
 * @param picked what the user pointed at since the last move
 * @param said what there is to say in one line
 * @param busy what is being done meanwhile
 * @param reading whether the text as it is now has still to be read
 */
public record DebugScene(
        Draft draft,
        Optional<Sitting> sitting,
        Optional<Picked> picked,
        Settings settings,
        Optional<Said> said,
        Optional<Busy> busy,
        boolean reading) {
    /**
     * A line of words.
     *
     * @param wrong whether something went wrong, or cannot be done
     */
    public record Said(Phrase phrase, boolean wrong) {}

    /**
     * Work under way.
     *
     * @param what it is, in words
     * @param iteration the last one it has reached, or −1
     */
    public record Busy(Phrase what, long iteration) {}

    /** With nothing to step, pick or say. */
    static DebugScene of(Draft draft, Settings settings) {
        return new DebugScene(
                draft, Optional.empty(), Optional.empty(), settings, Optional.empty(), Optional.empty(), false);
    }

    DebugScene with(Draft other) {
        return new DebugScene(other, sitting, picked, settings, said, busy, reading);
    }

    DebugScene with(Sitting other) {
        return new DebugScene(draft, Optional.of(other), picked, settings, said, busy, reading);
    }

    DebugScene with(Settings other) {
        return new DebugScene(draft, sitting, picked, other, said, busy, reading);
    }

    DebugScene picking(Optional<Picked> other) {
        return new DebugScene(draft, sitting, other, settings, Optional.empty(), busy, reading);
    }

    DebugScene saying(Optional<Said> other) {
        return new DebugScene(draft, sitting, picked, settings, other, busy, reading);
    }

    DebugScene with(Optional<Busy> other) {
        return new DebugScene(draft, sitting, picked, settings, said, other, reading);
    }

    DebugScene reading(boolean now) {
        return new DebugScene(draft, sitting, picked, settings, said, busy, now);
    }

    /** Whether another text is begun with it, rather than the one before it changed. */
    public boolean begins(DebugScene before) {
        return sitting.isEmpty() && !draft.text().equals(before.draft.text());
    }

    /** Whether nothing is open, and nothing has been written: the start. */
    public boolean isBare() {
        return draft.isEmpty() && draft.text().isEmpty() && sitting.isEmpty();
    }

    /** What there is to say in one line. */
    public Optional<Phrase> message() {
        return said.map(Said::phrase);
    }

    /** Whether what is seen is the last run of a text that computes nothing any more. */
    public boolean isEmptied() {
        return !reading
                && draft.troubles().isEmpty()
                && sitting.filter(Sitting::stale).isPresent();
    }

    /** Where a line of the run stands in the text as it is now, which may be one that cannot be run. */
    public int inText(int line) {
        return sitting.map(at -> LineShift.between(at.model().source().text(), draft.text())
                        .line(line))
                .orElse(line);
    }

    /** Which line of the run a line of the text is; 0 for one that is new. */
    public int inRun(int line) {
        return sitting.map(at -> LineShift.between(
                                draft.text(), at.model().source().text())
                        .sure(line))
                .orElse(line);
    }

    /** What the explanation is about: what was picked, else what the cursor has just computed; empty at the start. */
    public Optional<Picked> focus() {
        return picked.or(this::now);
    }

    /** What the cursor has just computed; empty at the start. */
    public Optional<Picked> now() {
        return sitting.map(Sitting::state)
                .filter(state -> !state.step().isStart())
                .map(state -> new Picked(state.step().node(), state.step().element()));
    }
}
