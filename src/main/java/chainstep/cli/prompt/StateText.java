package chainstep.cli.prompt;

import chainstep.debug.DebugState;
import chainstep.debug.Depth;
import chainstep.debug.Stop;
import chainstep.debug.Watch;
import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.graph.Node;
import chainstep.lang.Primes;
import chainstep.math.Format;
import chainstep.math.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the prompt prints after a move: why it stands there, where that is, the source line, the rules and values. */
final class StateText {
    private static final int MOST = 12;
    private static final int MOST_NUMBERS = 64;
    private static final int WIDEST = 100;

    private final Session session;
    private final DebugState state;
    private final Explainer explainer;
    private final List<String> lines = new ArrayList<>();

    StateText(Session session, DebugState state) {
        this.session = session;
        this.state = state;
        this.explainer = session.explainer(state.iteration());
    }

    List<String> lines() {
        reason().ifPresent(lines::add);
        if (state.index() < 0) {
            lines.add(session.say("at.start", state.iteration()));
        } else {
            lines.add(place());
            source();
            formulas();
        }
        watches();
        return lines;
    }

    private Optional<String> reason() {
        Stop stop = state.stop();
        if (stop instanceof Stop.Hit hit) {
            return Optional.of(session.say(
                    "stop.hit",
                    hit.breakpoint().id(),
                    session.place(hit.breakpoint().place())));
        } else if (stop instanceof Stop.EndOfRun end) {
            return Optional.of(session.say("stop.end", end.limit()));
        } else if (stop instanceof Stop.Start) {
            return Optional.of(session.say("stop.start"));
        } else if (stop instanceof Stop.Cancelled) {
            return Optional.of(session.say("stop.cancelled"));
        } else if (stop instanceof Stop.NoSuchDepth) {
            return Optional.of(session.say(noSuchDepth()));
        } else if (stop instanceof Stop.NeverComputed never) {
            return Optional.of(
                    session.say("stop.never", explainer.name(never.node()).plain()));
        }
        return Optional.empty();
    }

    /** Why there is no step finer or coarser. */
    private String noSuchDepth() {
        if (state.tree().end() == 0) {
            return "stop.nothing";
        }
        return state.depth() == Depth.ITERATION ? "stop.coarsest" : "stop.finest";
    }

    private String place() {
        if (state.depth() == Depth.ITERATION) {
            return session.say("at.iteration", state.iteration());
        }
        return session.say(
                "at.step",
                state.iteration(),
                session.say("phase." + state.phase().name().toLowerCase(Locale.ROOT)),
                session.say("depth." + state.depth().name().toLowerCase(Locale.ROOT)),
                state.index() + 1,
                state.count());
    }

    private void source() {
        int line = state.line();
        if (line > 0) {
            lines.add(line + "\t" + session.statement(line));
        }
    }

    private void formulas() {
        List<Derivation> derivations = derivations();
        derivations.stream().limit(MOST).forEach(this::formula);
        if (derivations.size() > MOST) {
            lines.add(session.say("at.more", derivations.size() - MOST));
        }
    }

    private void formula(Derivation derivation) {
        String rule = derivation.rule().plain().replace("\n", "\n\t");
        String value = derivation.shown().plain();
        lines.add("\t" + (rule.endsWith("= " + value) ? rule : rule + " = " + value));
    }

    private List<Derivation> derivations() {
        if (state.depth() == Depth.ELEMENT) {
            return List.of(explainer.step(state.step().node(), state.step().element()));
        } else if (state.depth() == Depth.OPERATION || state.depth() == Depth.TERM) {
            return state.nodes().stream().map(node -> explainer.step(node.id())).toList();
        }
        return explainer.line(state.nodes().stream().map(Node::id).toList());
    }

    private void watches() {
        for (Watch.Seen seen : state.watches()) {
            lines.add(session.say(
                    "watch.seen",
                    seen.watch().id(),
                    Primes.told(state.program(), seen.watch().measure().text()),
                    sight(seen.sight())));
        }
    }

    String sight(Watch.Sight sight) {
        return sight instanceof Watch.Known known ? value(known.value()) : session.say("not.yet");
    }

    /** A value on one line: a number, a vector in brackets, rows parted by semicolons; large ones by their shape. */
    static String value(Tensor value) {
        boolean large = value.size() > MOST_NUMBERS || value.shape().rank() > 2;
        String whole = large ? "" : text(value, false);
        return large || whole.length() > WIDEST ? text(value, true) : whole;
    }

    /** A value with its name before it: on one line where it fits, else row by row, of a large matrix the corners. */
    static String whole(Explainer explainer, String name, Tensor value) {
        String line = value(value);
        boolean fits = value.size() <= MOST_NUMBERS && line.equals(text(value, false));
        return fits ? name + " = " + line : explainer.block(name, value);
    }

    private static String text(Tensor value, boolean large) {
        List<String> numbers =
                large ? Format.column(value.get(0), value.get(value.size() - 1)) : Format.column(value.toArray());
        List<String> typeset = numbers.stream().map(Format::typographic).toList();
        if (value.shape().isScalar()) {
            return typeset.get(0);
        } else if (large) {
            return value.shape() + " [" + typeset.get(0) + " … " + typeset.get(1) + "]";
        }
        int columns = value.shape().dim(-1);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < typeset.size(); i++) {
            text.append(i == 0 ? "" : i % columns == 0 ? "; " : "  ").append(typeset.get(i));
        }
        return text.append("]").toString();
    }
}
