package chainstep.ui.table;

import chainstep.run.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How wide the numbers of each variable are at most: those to come in an iteration count too, and those of earlier ones, so that
 * columns do not swing to and fro while one steps. Mutable.
 */
final class Needs {
    private List<String> names = List.of();
    private Optional<Trace> seen = Optional.empty();
    private List<Need> needs = List.of();

    /** Takes other numbers into account; forgets all before where the variables are others. */
    void see(List<Variable> variables, Function<Variable, Need> measure) {
        List<String> now = variables.stream()
                .map(variable -> variable.name() + variable.grid().text())
                .toList();
        if (!now.equals(names)) {
            forget();
            names = now;
        }
        Optional<Trace> trace =
                variables.stream().findFirst().map(first -> first.state().trace());
        if (trace.isPresent() && !seen.equals(trace)) {
            seen = trace;
            List<Need> wider = new ArrayList<>();
            for (int row = 0; row < variables.size(); row++) {
                wider.add(measure.apply(variables.get(row)).or(row < needs.size() ? needs.get(row) : Need.NOTHING));
            }
            needs = List.copyOf(wider);
        }
    }

    /** Forgets all: numbers are written in another size. */
    void forget() {
        names = List.of();
        seen = Optional.empty();
        needs = List.of();
    }

    List<Need> all() {
        return needs;
    }

    Need of(int row) {
        return row < needs.size() ? needs.get(row) : Need.NOTHING;
    }
}
