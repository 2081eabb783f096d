package chainstep.ui;

import chainstep.debug.DebugState;
import chainstep.debug.Step;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.run.Progress;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a changed model takes over from the one before: depth, breakpoints, watches, and where the cursor stands. */
record Handover(Running before, DebugState state) {
    static Handover from(Running before) {
        return new Handover(before, before.debugger().state());
    }

    /** Hands over; returns the breakpoints and watches that the new model has no place for, as they were written. */
    List<String> to(Running next, Progress progress) {
        List<String> lost = new KeptStops(before, next).handOver();
        next.debugger().depth(state.depth());
        Step step = state.step();
        if (!step.isStart()) {
            counterpart(next.model().program()).ifPresent(node -> {
                int element = step.element()
                                < next.model().program().node(node).shape().size()
                        ? step.element()
                        : -1;
                next.debugger().jump(new Step(step.iteration(), node, element), progress);
            });
        }
        return lost;
    }

    /** The node of another program that does what the cursor's does: of the same name, kind and rank among these. */
    private OptionalInt counterpart(Program other) {
        Program program = before.model().program();
        Node now = program.node(state.step().node());
        long earlier = program.nodes().subList(0, now.id()).stream()
                .filter(node -> isLike(node, now))
                .count();
        return IntStream.range(0, other.size())
                .filter(id -> isLike(other.node(id), now))
                .skip(earlier)
                .findFirst();
    }

    private static boolean isLike(Node node, Node now) {
        return node.role().getClass() == now.role().getClass()
                && node.phase() == now.phase()
                && node.name().equals(now.name())
                && node.op().getClass() == now.op().getClass();
    }
}
