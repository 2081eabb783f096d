package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.Cause;
import chainstep.debug.DebugState;
import chainstep.explain.Explainer;
import chainstep.lang.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model being stepped, as far as views may see it.
 *
 * @param notFinite the first number of the iteration that is NaN or infinite, once it is computed
 * @param pasts of the watches that have one, by their ids
 * @param explainer tells the iteration the cursor is in; for the event thread only
 * @param stale whether the text has been changed since into one that cannot be run
 */
public record Sitting(
        Model model,
        DebugState state,
        List<Breakpoint> breakpoints,
        Optional<Cause.Scalar> notFinite,
        Map<Integer, Past> pasts,
        Explainer explainer,
        boolean stale) {
    public Sitting {
        breakpoints = List.copyOf(breakpoints);
        pasts = Map.copyOf(pasts);
    }

    /** Whether anything stops a run. */
    boolean stops() {
        return breakpoints.stream().anyMatch(Breakpoint::enabled);
    }

    Sitting toldBy(Explainer other) {
        return new Sitting(model, state, breakpoints, notFinite, pasts, other, stale);
    }

    Sitting outdated() {
        return new Sitting(model, state, breakpoints, notFinite, pasts, explainer, true);
    }
}
