package chainstep.ui;

import chainstep.words.Phrase;
import java.util.Optional;

/**
 * All that the Debug page shows, at one moment.
 *
 * @param sitting empty while no text could be run yet
 * @param picked what the user pointed at since the last move
 * @param message what there is to say in one line
 * @param busy what is being done meanwhile
 */
public record DebugScene(
        Draft draft,
        Optional<Sitting> sitting,
        Optional<Picked> picked,
        Settings settings,
        Optional<Phrase> message,
        Optional<Busy> busy) {
    /**
     * Work under way.
     *
     * @param what it is, in words
     * @param iteration the last one it has reached, or −1
     */
    public record Busy(Phrase what, long iteration) {}

    /** With nothing to step, pick or say. */
    static DebugScene of(Draft draft, Settings settings) {
        return new DebugScene(draft, Optional.empty(), Optional.empty(), settings, Optional.empty(), Optional.empty());
    }

    DebugScene with(Draft other) {
        return new DebugScene(other, sitting, picked, settings, message, busy);
    }

    DebugScene with(Sitting other) {
        return new DebugScene(draft, Optional.of(other), picked, settings, message, busy);
    }

    DebugScene with(Settings other) {
        return new DebugScene(draft, sitting, picked, other, message, busy);
    }

    DebugScene picking(Optional<Picked> other) {
        return new DebugScene(draft, sitting, other, settings, Optional.empty(), busy);
    }

    DebugScene saying(Optional<Phrase> other) {
        return new DebugScene(draft, sitting, picked, settings, other, busy);
    }

    DebugScene with(Optional<Busy> other) {
        return new DebugScene(draft, sitting, picked, settings, message, other);
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
