package chainstep.ui;

import chainstep.debug.DebugState;
import chainstep.debug.Step;
import chainstep.graph.Program;
import chainstep.run.Progress;
import java.util.List;

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
            Program program = next.debugger().tree().program();
            new Counterpart(state.program(), program)
                    .of(step.node()).stream()
                            .filter(next.debugger().tree()::isStep)
                            .forEach(node -> {
                                int element = step.element()
                                                < program.node(node).shape().size()
                                        ? step.element()
                                        : -1;
                                next.debugger().jump(new Step(step.iteration(), node, element), progress);
                            });
        }
        return lost;
    }
}
