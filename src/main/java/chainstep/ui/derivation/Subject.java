package chainstep.ui.derivation;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.debug.StepTree;
import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.ui.DebugScene;
import chainstep.ui.Picked;
import chainstep.ui.Sitting;
import java.util.List;
import java.util.Optional;

/**
 * What is told of: what was picked, else what the step has computed.
 *
 * @param focus the value, or one number of it
 * @param isPicked whether the user pointed at it
 */
record Subject(Sitting sitting, Picked focus, boolean isPicked) {
    /** How many values of one line are told. */
    private static final int MOST = 8;

    static Optional<Subject> of(DebugScene scene) {
        return scene.sitting()
                .flatMap(sitting -> scene.focus()
                        .map(focus -> new Subject(sitting, focus, scene.picked().isPresent())));
    }

    DebugState state() {
        return sitting.state();
    }

    Explainer explainer() {
        return sitting.explainer();
    }

    Node node() {
        return state().program().node(focus.node());
    }

    boolean isGradient() {
        return node().role() instanceof Role.Term || node().role() instanceof Role.Total;
    }

    /** Whether both tell the same. */
    boolean isLike(Subject other) {
        return explainer() == other.explainer() && isAt(other);
    }

    /** Whether both are about the same number or value of the same step, in whatever language. */
    boolean isAt(Subject other) {
        return focus.equals(other.focus)
                && isPicked == other.isPicked
                && state().depth() == other.state().depth()
                && state().step().equals(other.state().step());
    }

    /** The values told, the one it is about last. */
    List<Derivation> derivations(Explainer with) {
        if (isPicked || state().depth() == Depth.ELEMENT || state().depth() == Depth.TERM) {
            return List.of(with.step(focus.node()));
        }
        List<Integer> nodes = nodes().stream().map(Node::id).toList();
        List<Derivation> all = state().depth() == Depth.OPERATION
                ? nodes.stream().map(with::step).toList()
                : with.line(nodes);
        return all.isEmpty()
                ? List.of(with.step(focus.node()))
                : all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** The nodes of the step; of a step longer than a line, those of its last line. */
    private List<Node> nodes() {
        StepTree tree = state().tree();
        Depth depth = state().depth().isFinerThan(Depth.LINE) ? state().depth() : Depth.LINE;
        return tree.nodes(tree.index(state().step(), depth), depth);
    }

    /** Which of the chain-rule terms that come back through one operation this is; empty where there is but one. */
    Optional<Place> place() {
        StepTree tree = state().tree();
        if (!(node().role() instanceof Role.Term) || !tree.isStep(focus.node())) {
            return Optional.empty();
        }
        chainstep.debug.Step step = new chainstep.debug.Step(state().iteration(), focus.node(), -1);
        StepTree.Span span = tree.inside(tree.index(step, Depth.OPERATION), Depth.OPERATION, Depth.TERM);
        long number = tree.index(step, Depth.TERM) - span.first() + 1;
        return span.count() < 2 ? Optional.empty() : Optional.of(new Place(number, span.count()));
    }

    /** The how-manieth of how many. */
    record Place(long number, long count) {}
}
