package chainstep.ui;

import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.PlaceReader;
import chainstep.debug.StepTree;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.run.Progress;
import java.util.List;

/** Where the cursor stands when a model is opened. */
public interface Start {
    Start BEGINNING = (debugger, progress) -> {};

    void place(Debugger debugger, Progress progress);

    /** Sets breakpoints and watches before that; returns those that the model has no place for, as they are written. */
    default List<String> set(PlaceReader places, Debugger debugger) {
        return List.of();
    }

    /** At the end of a step, by its number at a depth, or of the last one where there are not so many. */
    static Start at(Depth depth, long iteration, long index) {
        return (debugger, progress) -> {
            debugger.depth(depth);
            long last = debugger.tree().count(depth) - 1;
            debugger.jump(Math.min(iteration, debugger.limit() - 1), Math.min(index, last), progress);
        };
    }

    /**
     * At the first chain-rule term of a value with a name of its own, the sight that explains what this is about; at the beginning
     * where there is none.
     */
    static Start firstTerm() {
        return (debugger, progress) -> {
            debugger.depth(Depth.TERM);
            StepTree tree = debugger.tree();
            tree.program().nodes().stream()
                    .filter(node -> node.role() instanceof Role.Term term
                            && tree.isStep(node.id())
                            && isNamed(tree.program().node(term.wrt())))
                    .mapToInt(Node::id)
                    .findFirst()
                    .ifPresent(debugger::runTo);
        };
    }

    /** Inner values have their line's name, a point and their own. */
    private static boolean isNamed(Node node) {
        return node.name().indexOf('.') < 0;
    }
}
