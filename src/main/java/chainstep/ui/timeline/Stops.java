package chainstep.ui.timeline;

import chainstep.debug.Breakpoint;
import chainstep.debug.Cause;
import chainstep.debug.Depth;
import chainstep.debug.Places;
import chainstep.debug.Step;
import chainstep.debug.StepTree;
import chainstep.ui.Sitting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At which steps of an iteration the breakpoints stop.
 *
 * @param tree of the steps
 * @param all the breakpoints
 * @param notFinite the first number of the iteration that is not finite
 * @param dots one for each step of each breakpoint
 */
record Stops(StepTree tree, Depth depth, List<Breakpoint> all, Optional<Cause.Scalar> notFinite, List<Dot> dots) {
    /**
     * A breakpoint at one of its steps.
     *
     * @param index of the step, −1 for the start
     */
    record Dot(long index, Breakpoint breakpoint) {
        /** Whether it stops in some iterations only. */
        boolean isConditional() {
            return breakpoint.place() instanceof Breakpoint.When || breakpoint.place() instanceof Breakpoint.Narrowed;
        }
    }

    Stops {
        all = List.copyOf(all);
        dots = List.copyOf(dots);
    }

    static Stops of(Sitting sitting) {
        StepTree tree = sitting.state().tree();
        Depth depth = sitting.state().depth();
        List<Dot> dots = new ArrayList<>();
        for (Breakpoint breakpoint : sitting.breakpoints()) {
            nodes(sitting, breakpoint.place()).stream()
                    .map(node -> node < 0 ? -1 : tree.index(new Step(0, node, -1), depth))
                    .distinct()
                    .forEach(index -> dots.add(new Dot(index, breakpoint)));
        }
        return new Stops(tree, depth, sitting.breakpoints(), sitting.notFinite(), dots);
    }

    private static List<Integer> nodes(Sitting sitting, Breakpoint.Place place) {
        boolean finite =
                place instanceof Breakpoint.Narrowed at ? at.at() instanceof Breakpoint.OnNotFinite : isFinite(place);
        return finite
                ? sitting.notFinite().map(Cause.Scalar::node).stream().toList()
                : Places.nodes(sitting.state().tree(), place);
    }

    private static boolean isFinite(Breakpoint.Place place) {
        return place instanceof Breakpoint.OnNotFinite;
    }

    /** Whether they would be the same of another sitting. */
    boolean holdFor(Sitting sitting) {
        return tree == sitting.state().tree()
                && depth == sitting.state().depth()
                && all.equals(sitting.breakpoints())
                && notFinite.equals(sitting.notFinite());
    }

    /** Those at a step. */
    List<Dot> at(long index) {
        return dots.stream().filter(dot -> dot.index() == index).toList();
    }

    /** The step with a dot nearest to a place, where one is near. */
    Optional<Long> near(Bands laid, double x, double reach) {
        return dots.stream()
                .map(Dot::index)
                .filter(index -> Math.abs(laid.middle(index) - x) <= reach)
                .min(Comparator.comparingDouble(index -> Math.abs(laid.middle(index) - x)));
    }
}
