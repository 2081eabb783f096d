package chainstep.cli.prompt;

import chainstep.debug.Breakpoint;
import chainstep.debug.Cause;
import chainstep.debug.DebugState;
import chainstep.debug.Debugger;
import chainstep.debug.Depth;
import chainstep.debug.Measure;
import chainstep.debug.Step;
import chainstep.debug.Target;
import chainstep.debug.Watch;
import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.lang.Primes;
import chainstep.lang.Quantity;
import chainstep.lang.Source;
import chainstep.math.Shape;
import chainstep.run.Evaluator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that show something and move nothing. */
final class LookCommands {
    private static final int AROUND = 5;
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*,\\s*(\\d+)");

    private LookCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(LookCommands::print, "print", "p"),
                Command.of(LookCommands::explain, "explain", "e"),
                Command.of(ledger(Explainer::hops), "hops"),
                Command.of(ledger(Explainer::paths), "paths"),
                Command.of(LookCommands::why, "why", "w"),
                Command.of(LookCommands::list, "list", "l"),
                Command.of(LookCommands::where, "where", "bt"),
                Command.of((session, none) -> session.end(), "quit", "q", "exit"));
    }

    private static void print(Session session, String argument) {
        if (argument.isEmpty()) {
            throw new PromptError("target.missing");
        }
        Quantity quantity = session.model().quantity(argument);
        Measure measure = Measure.of(session.model(), quantity, session.quantities()::value);
        String name = Primes.told(session.model().program(), argument);
        if (session.debugger().see(measure) instanceof Watch.Known known) {
            session.print(StateText.whole(session.explainer(), name, known.value()));
        } else {
            session.print(name + " = " + session.say("not.yet"));
        }
    }

    /** Every name of the model with its value, each version of it, in the order of the file. */
    static void locals(Session session) {
        DebugState state = session.debugger().state();
        Program program = session.model().program();
        program.nodes().stream()
                .filter(node -> session.model().names().containsKey(node.name()))
                .forEach(node -> session.print(Primes.shown(program, node.id()) + " = "
                        + (state.knows(node.id())
                                ? StateText.value(state.trace().value(node.id()))
                                : session.say("not.yet"))));
    }

    private static void explain(Session session, String none) {
        DebugState state = session.debugger().state();
        if (state.index() < 0) {
            throw new PromptError("explain.start");
        }
        Explainer explainer = session.explainer();
        for (Derivation derivation : derivations(state, explainer)) {
            session.print(explainer.text(derivation));
        }
    }

    private static List<Derivation> derivations(DebugState state, Explainer explainer) {
        if (state.depth() == Depth.ELEMENT) {
            return List.of(explainer.step(state.step().node(), state.step().element()));
        }
        List<Integer> nodes = state.nodes().stream().map(Node::id).toList();
        return state.depth().isFinerThan(Depth.LINE)
                ? nodes.stream().map(explainer::step).toList()
                : explainer.line(nodes);
    }

    /** One of the two ledgers of a gradient. */
    @FunctionalInterface
    private interface Ledger {
        String of(Explainer explainer, int of, int wrt, int element);
    }

    /** What writes a ledger of one element's gradient, once that is computed. */
    private static Command.Action ledger(Ledger ledger) {
        return (session, argument) -> {
            Target target = element(session, argument);
            int of = of(session, target);
            if (target.node() == of) {
                session.print(session.say("target.itself", argument));
                return;
            }
            Debugger debugger = session.debugger();
            String gradient = target.isGradient() ? argument : "grad(" + argument + ")";
            Quantity quantity = session.model().quantity(gradient);
            Measure measure = Measure.of(session.model(), quantity, session.quantities()::value);
            if (!(debugger.see(measure) instanceof Watch.Known)) {
                throw new PromptError("ledger.notyet", gradient);
            }
            session.print(ledger.of(explainer(session, argument), of, target.node(), target.element()));
        };
    }

    /** Explains the program with the gradient asked for, which may be none of the model's own. */
    private static Explainer explainer(Session session, String text) {
        Quantity.Appended asked = session.model().quantity(text).append(session.model(), session.quantities()::value);
        return session.explainer(Evaluator.extend(session.debugger().state().trace(), asked.program()));
    }

    private static int of(Session session, Target target) {
        return target.of()
                .orElseGet(() -> session.model().program().loss().orElseThrow(() -> new PromptError("loss.none")));
    }

    /** One number: of a value of one element, that element needs no brackets. */
    private static Target element(Session session, String argument) {
        Target target = session.target(argument);
        if (target.element() < 0) {
            Shape shape = session.model().program().node(target.node()).shape();
            throw new PromptError("target.which", argument, shape, "[" + "0, ".repeat(shape.rank() - 1) + "0]");
        }
        return target;
    }

    /** {@code why h[0]}: who wrote it; {@code why} alone: who wrote the value just computed. */
    private static void why(Session session, String argument) {
        if (argument.isEmpty()) {
            Step here = session.debugger().state().step();
            if (here.isStart()) {
                throw new PromptError("target.missing");
            }
            why(session, here.node(), here.element());
            return;
        }
        Target target = session.target(argument);
        int holder = target.holder(session.model().program())
                .orElseThrow(() -> new PromptError("target.nogradient", argument));
        if (!session.debugger().state().knows(holder)) {
            throw new PromptError("why.notyet", argument);
        }
        why(session, holder, target.element());
    }

    private static void why(Session session, int holder, int place) {
        CauseText text = new CauseText(session);
        int element = place;
        if (place < 0) {
            OfInterest found = OfInterest.in(session.debugger().state().trace().value(holder));
            element = found.element();
            text.choice(holder, found).ifPresent(session::print);
        }
        Cause cause = session.debugger().why(holder, element);
        text.lines(cause).forEach(session::print);
        session.debugger()
                .firstNotFinite(holder, element)
                .ifPresent(first -> text.first(first, cause).forEach(session::print));
    }

    /** Lines around the cursor, or around a line; asked again without a move, the lines that follow. */
    private static void list(Session session, String argument) {
        Source source = session.model().source();
        int current = session.debugger().state().line();
        int first =
                argument.isEmpty() ? session.listed().orElse(Math.max(1, current - AROUND)) : around(argument, source);
        Matcher range = RANGE.matcher(argument);
        if (range.matches()) {
            first = Math.max(1, Counting.small(range.group(1)));
        }
        if (first > source.lines()) {
            throw new PromptError("list.end", source.lines());
        }
        int most = range.matches() ? Counting.small(range.group(2)) : first + 2 * AROUND;
        int last = Math.min(source.lines(), most);
        for (int line = first; line <= last; line++) {
            String mark = (isBreakpoint(session, line) ? "●" : " ") + (line == current ? "→" : " ");
            session.print((mark + String.format(Locale.ROOT, "%3d  ", line) + source.line(line)).stripTrailing());
        }
        session.listed(last + 1);
    }

    private static int around(String argument, Source source) {
        return RANGE.matcher(argument).matches()
                ? 1
                : Math.max(1, Math.min(Counting.small(argument), source.lines()) - AROUND);
    }

    private static boolean isBreakpoint(Session session, int line) {
        return session.debugger().breakpoints().stream()
                .map(Breakpoint::place)
                .anyMatch(place -> place.line().equals(OptionalInt.of(line)));
    }

    private static void where(Session session, String none) {
        DebugState state = session.debugger().state();
        session.print(session.say("where.iteration", state.iteration()));
        if (state.index() < 0) {
            return;
        }
        String indent = "  ";
        session.print(indent + session.say("phase." + state.phase().name().toLowerCase(Locale.ROOT)));
        if (state.line() > 0) {
            indent += "  ";
            session.print(indent + state.line() + "  "
                    + session.model().source().line(state.line()).strip());
        }
        Explainer explainer = session.explainer();
        if (state.depth().isFinerThan(Depth.LINE)) {
            indent += "  ";
            session.print(indent + explainer.step(state.step().node()).title().plain());
        }
        if (state.depth() == Depth.ELEMENT) {
            session.print(indent + "  "
                    + explainer
                            .element(state.step().node(), state.step().element())
                            .plain());
        }
    }
}
