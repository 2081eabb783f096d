package chainstep.ui;

import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Stop;
import chainstep.run.Progress;
import java.util.function.BiFunction;

/** A run under way: how it goes on where it was broken off. */
record Going(BiFunction<Debugger, Progress, DebugState> wish) {
    DebugState on(Debugger debugger, Progress progress) {
        return debugger.state().stop() instanceof Stop.Cancelled ? wish.apply(debugger, progress) : debugger.state();
    }
}
