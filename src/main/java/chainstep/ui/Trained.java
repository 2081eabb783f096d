package chainstep.ui;

import chainstep.data.Rows;
import chainstep.debug.Cause;
import chainstep.debug.Debugger;
import chainstep.debug.PlaceReader;
import chainstep.debug.Step;
import chainstep.run.Progress;
import chainstep.run.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * An update of a training, to be stepped through.
 *
 * @param states of the training, in order; one is the state before that update
 * @param iteration the update, from 0
 * @param place where in it
 * @param rows of one's own that go through instead of a batch, their targets unknown
 */
public record Trained(List<Snapshot> states, long iteration, Place place, Optional<Rows> rows) {
    /** Where in an update. */
    public enum Place {
        /** Before all of it. */
        START,
        /** Where the first breakpoint of it is hit. */
        BREAKPOINT,
        /** Where the first number is none. */
        NOT_FINITE
    }

    public Trained {
        states = List.copyOf(states);
    }

    /** Rows of one's own, before they go through a model in a state. */
    public static Trained asked(Rows rows, Snapshot state) {
        return new Trained(List.of(state.at(0)), 0, Place.START, Optional.of(rows));
    }

    Reading reading(Draft draft) {
        return rows.map(asked -> Reading.asking(draft, asked)).orElseGet(() -> Reading.of(draft));
    }

    /** A start there, with the breakpoints and watches of before. */
    Start start(Optional<Standing> before) {
        return new Start() {
            @Override
            public List<String> set(PlaceReader places, Debugger debugger) {
                return before.map(standing -> standing.set(places, debugger)).orElse(List.of());
            }

            @Override
            public void place(Debugger debugger, Progress progress) {
                before.ifPresent(standing -> debugger.depth(standing.depth()));
                go(debugger, progress);
            }
        };
    }

    private void go(Debugger debugger, Progress progress) {
        debugger.travel(states, iteration, progress);
        if (place == Place.BREAKPOINT) {
            debugger.continueRun(progress);
        } else if (place == Place.NOT_FINITE) {
            debugger.jump(iteration, debugger.state().count() - 1, progress);
            Optional<Cause.Scalar> first = debugger.firstNotFinite();
            debugger.jump(first.map(at -> new Step(iteration, at.node(), -1)).orElse(Step.start(iteration)), progress);
        }
    }
}
