package chainstep.debug;

import chainstep.graph.Program;
import chainstep.run.Iterations;
import chainstep.run.Trace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The breakpoints and watches of a debugger, with the program put together for them and its run.
 *
 * <p>Changing it makes another one, on the same snapshots; so a change that fails leaves everything as it was.
 */
record Setup(
        StepTree tree,
        Map<Integer, Breakpoint> breakpoints,
        Map<Integer, Watch> watches,
        Extension extension,
        Iterations iterations,
        Hits hits) {

    /** No breakpoints, no watches. */
    static Setup of(StepTree tree) {
        Program program = tree.program();
        Extension none = new Extension(program, List.of(), List.of());
        return new Setup(tree, Map.of(), Map.of(), none, new Iterations(program), new Hits(tree, none, List.of()));
    }

    /** With other breakpoints. */
    Setup breakpoints(Consumer<Map<Integer, Breakpoint>> change) {
        Map<Integer, Breakpoint> changed = new TreeMap<>(breakpoints);
        change.accept(changed);
        return with(changed, watches);
    }

    /** With other watches. */
    Setup watches(Consumer<Map<Integer, Watch>> change) {
        Map<Integer, Watch> changed = new TreeMap<>(watches);
        change.accept(changed);
        return with(breakpoints, changed);
    }

    private Setup with(Map<Integer, Breakpoint> stops, Map<Integer, Watch> seen) {
        Extension longer = new Extension(tree.program(), stops.values(), seen.values());
        return new Setup(
                tree,
                stops,
                seen,
                longer,
                iterations.computing(longer.program()),
                new Hits(tree, longer, stops.values()));
    }

    /** What all watches see at a time of an iteration. */
    List<Watch.Seen> seen(Trace trace, long time) {
        return watches.values().stream()
                .map(watch -> new Watch.Seen(watch, sight(trace, extension.of(watch.id()), time)))
                .toList();
    }

    private Watch.Sight sight(Trace trace, Extension.Placed placed, long time) {
        return tree.isDone(placed.readyAt(), time)
                ? new Watch.Known(trace.value(placed.node()))
                : new Watch.NotYet(placed.readyAt());
    }
}
