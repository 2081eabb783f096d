package chainstep.cli.prompt;

import chainstep.debug.Cause;
import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.debug.Measure;
import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.lang.Quantity;
import chainstep.lang.Source;
import java.util.List;
import java.util.Locale;

/** The commands that show something and move nothing. */
final class LookCommands {
    private static final int AROUND = 5;

    private LookCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(LookCommands::print, "print", "p"),
                Command.of(LookCommands::explain, "explain", "e"),
                Command.of(LookCommands::hops, "hops"),
                Command.of(LookCommands::paths, "paths"),
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
        StateText text = new StateText(session, session.debugger().state());
        session.print(argument + " = " + text.sight(session.debugger().see(measure)));
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

    private static void hops(Session session, String argument) {
        Target target = element(session, argument);
        session.print(session.explainer().hops(loss(session), target.node(), target.element()));
    }

    private static void paths(Session session, String argument) {
        Target target = element(session, argument);
        session.print(session.explainer().paths(loss(session), target.node(), target.element()));
    }

    private static int loss(Session session) {
        return session.model().program().loss().orElseThrow(() -> new PromptError("loss.none"));
    }

    /** One number: of a value of one element, that element needs no brackets. */
    private static Target element(Session session, String argument) {
        Target target = Target.of(session, argument);
        if (target.element() >= 0) {
            return target;
        }
        var shape = session.model().program().node(target.node()).shape();
        if (shape.size() != 1) {
            throw new PromptError("target.which", argument, shape);
        }
        return new Target(target.node(), target.isGradient(), 0);
    }

    private static void why(Session session, String argument) {
        Target target = Target.of(session, argument);
        int holder = target.holder(session.model().program())
                .orElseThrow(() -> new PromptError("target.nogradient", argument));
        if (!session.debugger().state().knows(holder)) {
            throw new PromptError("why.notyet", argument);
        }
        CauseText text = new CauseText(session);
        int element = target.element() >= 0 ? target.element() : firstOfInterest(session, holder);
        Cause cause = session.debugger().why(holder, element);
        text.lines(cause).forEach(session::print);
        session.debugger()
                .firstNotFinite(holder)
                .ifPresent(first -> text.first(first).forEach(session::print));
    }

    /** The first element that is not finite; the first of all where every one is. */
    private static int firstOfInterest(Session session, int node) {
        var value = session.debugger().state().trace().value(node);
        for (int i = 0; i < value.size(); i++) {
            if (!Double.isFinite(value.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private static void list(Session session, String argument) {
        Source source = session.model().source();
        int current = session.debugger().state().line();
        int middle = argument.isEmpty() ? Math.max(current, 1) : (int) Counting.number(argument);
        int first = Math.max(1, middle - AROUND);
        int last = Math.min(source.lines(), first + 2 * AROUND);
        for (int line = first; line <= last; line++) {
            String mark = line == current ? "→" : " ";
            session.print(mark + String.format(Locale.ROOT, "%3d  ", line) + source.line(line));
        }
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
