package chainstep.cli.prompt;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.Measure;
import chainstep.debug.PlaceException;
import chainstep.debug.Step;
import chainstep.debug.StepTree;
import chainstep.debug.Stop;
import chainstep.debug.Target;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands that move the cursor. */
final class MoveCommands {
    private static final List<Depth> DEPTHS =
            List.of(Depth.ITERATION, Depth.PHASE, Depth.LINE, Depth.OPERATION, Depth.TERM, Depth.ELEMENT);

    private MoveCommands() {}

    static List<Command> all() {
        return List.of(
                repeated(Debugger::step, "step", "s"),
                repeated(Debugger::back, "back", "reverse-step", "rs"),
                repeated(Debugger::nextLine, "next", "n"),
                repeated(Debugger::previousLine, "previous", "reverse-next", "rn"),
                repeated(Debugger::into, "into", "i", "stepi", "si"),
                repeated(Debugger::out, "out", "o", "up", "finish", "fin"),
                repeated(Debugger::endOfPhase, "phase", "ph"),
                Command.of(MoveCommands::runTo, "run-to", "until", "u"),
                Command.of(MoveCommands::jump, "jump", "j"),
                Command.of(
                        (session, none) -> session.show(session.debugger().restart()), "restart", "start", "run", "r"),
                Command.of(MoveCommands::depth, "depth"));
    }

    private static Command repeated(Function<Debugger, DebugState> move, String... names) {
        return Command.of(
                (session, argument) -> {
                    long times = argument.isEmpty() ? 1 : Counting.positive(argument);
                    DebugState state = session.debugger().state();
                    for (long k = 0; k < times && (k == 0 || state.stop() instanceof Stop.Stepped); k++) {
                        if (session.progress().cancelled()) {
                            break;
                        }
                        state = move.apply(session.debugger());
                    }
                    session.show(state);
                },
                names);
    }

    /** {@code run-to o}, {@code run-to 12}; to anything else that can be computed, as {@code continue} to a breakpoint of its own. */
    private static void runTo(Session session, String argument) {
        Debugger debugger = session.debugger();
        if (!argument.isEmpty() && argument.chars().allMatch(Character::isDigit)) {
            session.show(debugger.runTo(nextEnd(debugger, Counting.small(argument))));
            return;
        }
        OptionalInt node = node(session, argument);
        session.show(
                node.isPresent()
                        ? debugger.runTo(node.getAsInt())
                        : runTo(session, session.places().computed(argument)));
    }

    /** The node a text names, where it names one of the program. */
    private static OptionalInt node(Session session, String text) {
        try {
            Target target = session.target(text);
            return target.isPart()
                    ? OptionalInt.empty()
                    : target.holder(session.model().program());
        } catch (PlaceException computed) {
            if (text.isEmpty()) {
                throw computed;
            }
            return OptionalInt.empty();
        }
    }

    private static DebugState runTo(Session session, Measure measure) {
        Debugger debugger = session.debugger();
        Breakpoint here = debugger.add(new Breakpoint.Computed(measure));
        DebugState state = debugger.continueRun(session.progress());
        debugger.remove(here.id());
        boolean arrived =
                state.stop() instanceof Stop.Hit hit && hit.breakpoint().id() == here.id();
        return arrived ? state.because(Stop.STEPPED) : state;
    }

    /** The node that ends the next run of a source line after the cursor. */
    private static int nextEnd(Debugger debugger, int line) {
        StepTree tree = debugger.tree();
        long now = tree.index(debugger.state().step(), Depth.ELEMENT);
        Comparator<Integer> order =
                Comparator.comparing((Integer node) -> end(tree, node) <= now).thenComparing(node -> end(tree, node));
        return tree.endsOfLine(line).stream().min(order).orElseThrow(() -> new PromptError("break.line", line));
    }

    private static long end(StepTree tree, int node) {
        return tree.index(new Step(0, node, -1), Depth.ELEMENT);
    }

    /** {@code jump 100} to the start of iteration 100, {@code jump 100:7} to its seventh step at the current depth. */
    private static void jump(Session session, String argument) {
        String[] parts = argument.split(":", -1);
        if (parts.length > 2
                || Stream.of(parts)
                        .anyMatch(part -> part.isBlank() || part.strip().contains(" "))) {
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
