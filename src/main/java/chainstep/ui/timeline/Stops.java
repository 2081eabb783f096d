package chainstep.ui.timeline;

import chainstep.debug.Breakpoint;
import chainstep.debug.Depth;
import chainstep.debug.Step;
import chainstep.debug.StepTree;
import chainstep.ui.Sitting;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which steps of an iteration the breakpoints stop at that stop at fixed places. */
record Stops(Set<Long> enabled, Set<Long> disabled) {
    static Stops of(Sitting sitting) {
        return new Stops(at(sitting, true), at(sitting, false));
    }

    private static Set<Long> at(Sitting sitting, boolean enabled) {
        StepTree tree = sitting.state().tree();
        Depth depth = sitting.state().depth();
        return sitting.breakpoints().stream()
                .filter(breakpoint -> breakpoint.enabled() == enabled)
                .flatMap(breakpoint -> nodes(tree, breakpoint.place()).stream())
                .filter(tree::isStep)
                .map(node -> tree.index(new Step(0, node, -1), depth))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> nodes(StepTree tree, Breakpoint.Place place) {
        if (place instanceof Breakpoint.OnLine on) {
            return tree.endsOfLine(on.number());
        } else if (place instanceof Breakpoint.Narrowed narrowed) {
            return nodes(tree, narrowed.at());
        } else if (place instanceof Breakpoint.OnNode on) {
            return List.of(on.node());
        } else if (place instanceof Breakpoint.OnGradient on) {
            OptionalInt loss = tree.program().loss();
            OptionalInt gradient =
                    loss.isPresent() ? tree.program().gradient(loss.getAsInt(), on.node()) : OptionalInt.empty();
            return gradient.isPresent() ? List.of(gradient.getAsInt()) : List.of();
        } else if (place instanceof Breakpoint.Computed on) {
            int node = on.measure().append(tree.program()).node();
            return List.of(node);
        }
        return List.of();
    }
}
