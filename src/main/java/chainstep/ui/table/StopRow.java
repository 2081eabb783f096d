package chainstep.ui.table;

import chainstep.debug.Watch;
import chainstep.ui.Past;
import java.util.Optional;

/**
 * One watch or breakpoint as it is listed.
 *
 * @param state what it sees, or whether it is armed
 * @param strong whether the state is worth ink: a number, a hit
 * @param watch empty for a breakpoint
 * @param past what a watch was in the iterations before, where there are any
 */
record StopRow(
        int id,
        String text,
        String state,
        boolean enabled,
        boolean strong,
        Optional<Watch> watch,
        Optional<Past> past) {
    boolean isBreakpoint() {
        return watch.isEmpty();
    }
}
