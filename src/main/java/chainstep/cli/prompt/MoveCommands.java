package chainstep.cli.prompt;

import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.Stop;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The commands that move the cursor. */
final class MoveCommands {
    private static final List<Depth> DEPTHS =
            List.of(Depth.ITERATION, Depth.PHASE, Depth.LINE, Depth.OPERATION, Depth.TERM, Depth.ELEMENT);

    private MoveCommands() {}

    static List<Command> all() {
        return List.of(
                repeated(Debugger::step, "step", "s"),
                repeated(Debugger::back, "back", "b", "reverse-step", "rs"),
                repeated(Debugger::nextLine, "next", "n"),
                repeated(Debugger::previousLine, "previous", "reverse-next", "rn"),
                repeated(Debugger::into, "into", "i", "stepi", "si"),
                repeated(Debugger::out, "out", "o", "up"),
                repeated(Debugger::endOfPhase, "finish", "fin"),
                Command.of(MoveCommands::runTo, "run-to", "until", "u"),
                Command.of(MoveCommands::jump, "jump", "j"),
                Command.of(
                        (session, none) -> session.show(session.debugger().restart()), "restart", "start", "run", "r"),
                Command.of(MoveCommands::depth, "depth"));
    }

    private static Command repeated(Function<Debugger, DebugState> move, String... names) {
        return Command.of(
                (session, argument) -> {
                    long times = argument.isEmpty() ? 1 : Counting.number(argument);
                    DebugState state = session.debugger().state();
                    for (long k = 0; k < times && (k == 0 || state.stop() instanceof Stop.Stepped); k++) {
                        state = move.apply(session.debugger());
                    }
                    session.show(state);
                },
                names);
    }

    private static void runTo(Session session, String argument) {
        Target target = Target.of(session, argument);
        int node = target.holder(session.model().program())
                .orElseThrow(() -> new PromptError("target.nogradient", argument));
        session.show(session.debugger().runTo(node));
    }

    /** {@code jump 100} to the start of iteration 100, {@code jump 100:7} to its seventh step at the current depth. */
    private static void jump(Session session, String argument) {
        String[] parts = argument.split(":", -1);
        if (parts.length > 2) {
            throw new PromptError("jump.usage");
        }
        long iteration = Counting.number(parts[0]);
        Debugger debugger = session.debugger();
        if (iteration >= debugger.limit()) {
            throw new PromptError("jump.limit", debugger.limit());
        } else if (parts.length == 1) {
            session.show(debugger.jump(iteration, session.progress()));
            return;
        }
        long step = Counting.number(parts[1]);
        long count = debugger.state().count();
        if (step < 1 || step > count) {
            throw new PromptError("jump.step", count);
        }
        session.show(debugger.jump(iteration, step - 1, session.progress()));
    }

    private static void depth(Session session, String argument) {
        if (argument.isEmpty()) {
            session.print(session.say("depth." + word(session.debugger().state().depth())));
            return;
        }
        Depth depth = DEPTHS.stream()
                .filter(each -> word(each).startsWith(argument))
                .findFirst()
                .orElseThrow(() -> new PromptError(
                        "depth.unknown",
                        String.join(
                                ", ",
                                Arrays.stream(Depth.values())
                                        .map(MoveCommands::word)
                                        .toList())));
        session.show(session.debugger().depth(depth));
    }

    private static String word(Depth depth) {
        return depth.name().toLowerCase(Locale.ROOT);
    }
}
