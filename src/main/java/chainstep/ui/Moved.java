package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.Cause;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a debugger came to, with what is set in it. */
record Moved(
        DebugState state, List<Breakpoint> breakpoints, Optional<Cause.Scalar> notFinite, Map<Integer, Past> pasts) {
    static Moved of(Running run, DebugState state) {
        Debugger debugger = run.debugger();
        return new Moved(
                state,
                debugger.breakpoints(),
                debugger.firstNotFinite(),
                run.pasts().of(debugger, state));
    }
}
