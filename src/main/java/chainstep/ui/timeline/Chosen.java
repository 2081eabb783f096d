package chainstep.ui.timeline;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.debug.Step;
import chainstep.debug.StepTree;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps that compute what is picked: of something given that is carried on, those of its next value.
 *
 * @param first the number of the first of them
 * @param last the number of the last
 */
record Chosen(long first, long last) {
    static Optional<Chosen> of(DebugScene scene) {
        return scene.sitting().flatMap(sitting -> scene.picked().flatMap(picked -> of(sitting.state(), picked)));
    }

    private static Optional<Chosen> of(DebugState state, Picked picked) {
        StepTree tree = state.tree();
        OptionalInt node = tree.isStep(picked.node())
                ? OptionalInt.of(picked.node())
                : tree.program().next(picked.node());
        if (node.isEmpty() || !tree.isStep(node.getAsInt())) {
            return Optional.empty();
        }
        boolean each = state.depth() == Depth.ELEMENT && picked.isWhole();
        long last = tree.index(new Step(0, node.getAsInt(), picked.element()), state.depth());
        long first = each ? tree.index(new Step(0, node.getAsInt(), 0), state.depth()) : last;
        return Optional.of(new Chosen(first, last));
    }

    boolean has(long index) {
        return first <= index && index <= last;
    }
}
