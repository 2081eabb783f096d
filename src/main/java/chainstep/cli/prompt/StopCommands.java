package chainstep.cli.prompt;

import chainstep.debug.Breakpoint;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Stop;
import chainstep.debug.Watch;
import chainstep.math.Tensor;
import java.util.List;
import java.util.function.Consumer;

/** The commands that run until something happens, and say what. */
final class StopCommands {
    private static final int HISTORY = 10;

    private StopCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(StopCommands::forward, "continue", "c"),
                Command.of(StopCommands::backward, "reverse-continue", "rc"),
                Command.of(StopCommands::add, "break", "b", "br"),
                Command.of(StopCommands::temporary, "tbreak", "tb"),
                Command.of(StopCommands::delete, "delete", "d"),
                Command.of(numbered((session, id) -> known(session.debugger().enable(id, true), id)), "enable"),
                Command.of(numbered((session, id) -> known(session.debugger().enable(id, false), id)), "disable"),
                Command.of(StopCommands::ignore, "ignore"),
                Command.of(StopCommands::watch, "watch", "display"),
                Command.of(numbered((session, id) -> known(session.debugger().unwatch(id), id)), "unwatch"),
                Command.of(StopCommands::history, "history"),
                Command.of(StopCommands::limit, "limit"),
                Command.of(StopCommands::info, "info"));
    }

    /** What a command does with a number. */
    private interface Numbered {
        void run(Session session, int id);
    }

    private static Command.Action numbered(Numbered action) {
        return (session, argument) -> {
            if (argument.isEmpty()) {
                throw new PromptError("number.missing");
            }
            action.run(session, Counting.small(argument));
        };
    }

    private static void known(boolean was, int id) {
        if (!was) {
            throw new PromptError("break.none", id);
        }
    }

    /** {@code continue 3}: to the third stop. */
    private static void forward(Session session, String argument) {
        long times = argument.isEmpty() ? 1 : Counting.positive(argument);
        DebugState state = session.debugger().continueRun(session.progress());
        for (long k = 1; k < times && state.stop() instanceof Stop.Hit; k++) {
            state = session.debugger().continueRun(session.progress());
        }
        session.show(state);
        session.dropTemporary(state);
    }

    private static void backward(Session session, String none) {
        DebugState state = session.debugger().reverseContinue(session.progress());
        session.show(state);
        session.dropTemporary(state);
    }

    /** {@code break 12}, {@code break h}, {@code break grad(W1)}, {@code break nan}, {@code break if norm(grad(W1)) > 10}. */
    private static void add(Session session, String argument) {
        added(session, argument);
    }

    /** {@code tbreak 12}: a breakpoint that is gone once it has stopped the run. */
    private static void temporary(Session session, String argument) {
        session.temporary(added(session, argument).id());
    }

    private static Breakpoint added(Session session, String argument) {
        String text = argument.strip();
        int pass = 1;
        int comma = text.lastIndexOf(" pass ");
        if (comma >= 0) {
            pass = Math.max(1, Counting.small(text.substring(comma + 6)));
            text = text.substring(0, comma).strip();
        }
        Breakpoint breakpoint = session.debugger().add(place(session, text), pass);
        session.print(session.say("break.added", breakpoint.id(), session.place(breakpoint.place())));
        return breakpoint;
    }

    private static Breakpoint.Place place(Session session, String text) {
        if (text.isEmpty() || text.equals("if") || text.endsWith(" if")) {
            throw new PromptError("break.usage");
        }
        return session.places().read(text);
    }

    private static void delete(Session session, String argument) {
        Debugger debugger = session.debugger();
        if (argument.isEmpty()) {
            List<Breakpoint> all = debugger.breakpoints();
            all.forEach(breakpoint -> debugger.remove(breakpoint.id()));
            session.print(session.say("break.cleared", all.size()));
        } else {
            int id = Counting.small(argument);
            known(debugger.remove(id) || debugger.unwatch(id), id);
        }
    }

    private static void watch(Session session, String argument) {
        if (argument.isEmpty()) {
            throw new PromptError("target.missing");
        }
        Watch watch = session.debugger().watch(session.places().measure(argument));
        session.print(session.say("watch.added", watch.id(), watch.measure().text()));
    }

    /** {@code ignore 2 5}: breakpoint 2 lets five hits of a run pass. */
    private static void ignore(Session session, String argument) {
        String[] parts = argument.split("\\s+");
        if (parts.length != 2) {
            throw new PromptError("ignore.usage");
        }
        int id = Counting.small(parts[0]);
        int count = Math.min(Counting.small(parts[1]), Integer.MAX_VALUE - 1);
        known(session.debugger().pass(id, count + 1), id);
        session.print(session.say("ignore.done", id, count));
    }

    /** {@code history 3}: what watch 3 was in the ten iterations up to this one. */
    private static void history(Session session, String argument) {
        if (argument.isEmpty()) {
            throw new PromptError("history.usage");
        }
        int id = Counting.small(argument);
        Watch watch = session.debugger().watches().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new PromptError("watch.none", id));
        long to = session.debugger().state().iteration();
        long from = Math.max(0, to - HISTORY + 1);
        List<Tensor> values = session.debugger().history(watch, from, to, session.progress());
        for (int k = 0; k < values.size(); k++) {
            session.print(session.say("watch.past", from + k, StateText.value(values.get(k))));
        }
    }

    private static void limit(Session session, String argument) {
        if (!argument.isEmpty()) {
            session.debugger().limit(Counting.positive(argument));
        }
        session.print(session.say("limit.is", session.debugger().limit()));
    }

    private static void info(Session session, String argument) {
        if (argument.equals("locals")) {
            LookCommands.locals(session);
            return;
        }
        Consumer<Breakpoint> show = breakpoint -> session.print(session.say(
                breakpoint.enabled() ? "break.shown" : "break.shown.off",
                breakpoint.id(),
                session.place(breakpoint.place()),
                breakpoint.pass()));
        session.debugger().breakpoints().forEach(show);
        StateText state = new StateText(session, session.debugger().state());
        session.debugger()
                .state()
                .watches()
                .forEach(seen -> session.print(session.say(
                        "watch.seen", seen.watch().id(), seen.watch().measure().text(), state.sight(seen.sight()))));
        if (session.debugger().breakpoints().isEmpty()
                && session.debugger().watches().isEmpty()) {
            session.print(session.say("info.none"));
        }
    }
}
