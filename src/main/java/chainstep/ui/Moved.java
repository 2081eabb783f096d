package chainstep.ui;

import chainstep.debug.Breakpoint;
import chainstep.debug.Cause;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import java.util.List;
import java.util.Optional;

/** Where a debugger came to, with what is set in it. */
record Moved(DebugState state, List<Breakpoint> breakpoints, Optional<Cause.Scalar> notFinite) {
    static Moved of(Debugger debugger, DebugState state) {
        return new Moved(state, debugger.breakpoints(), debugger.firstNotFinite());
    }
}
